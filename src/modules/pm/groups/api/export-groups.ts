import { useMutation } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import type { ListState } from '../list-state';
import { filteredGroups } from './filtered-groups';
import type { GroupListItem } from './get-groups';

/** As many rows as PostgREST gives at once. */
const STEP = 1000;

/** All groups that the filters leave, in the order of the list, whatever its page. */
async function exportGroups(organizationId: string, filters: ListState): Promise<GroupListItem[]> {
  const groups: GroupListItem[] = [];
  for (;;) {
    const { data, count } = await filteredGroups(organizationId, filters)
      .range(groups.length, groups.length + STEP - 1)
      .throwOnError();
    groups.push(...data);
    // A server may give fewer at once than were asked for; one that gives none has no more.
    if (data.length === 0 || groups.length >= (count ?? groups.length)) return groups;
  }
}

export function useExportGroups() {
  const { id } = useOrganization();
  return useMutation({ mutationFn: (filters: ListState) => exportGroups(id, filters) });
}
