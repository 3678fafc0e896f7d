import { type CreationPermission, type GroupPolicy, nameWords, useMembersWith } from '@/modules/pm/sessions';
import type { Member } from '@/platform/organizations';
import { type Permission, PM_PERMISSIONS } from '@/platform/permissions';

const CREATING: readonly Permission[] = [PM_PERMISSIONS.GROUP_SCHEDULE_CREATE];
const CREATING_AND_EDITING: readonly Permission[] = [
  PM_PERMISSIONS.GROUP_SCHEDULE_CREATE,
  PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT,
];

/** Who each choice of who may create sessions means at present, in words. */
export function useCreators(group: GroupPolicy): Readonly<Record<CreationPermission, string>> {
  const creating = useMembersWith(CREATING);
  const editing = useMembersWith(CREATING_AND_EDITING);
  const leaders = new Set([group.facilitator_id, group.co_facilitator_id]);
  const leading = creating?.filter(({ id }) => leaders.has(id));
  const hasLeaders = group.facilitator_id !== null || group.co_facilitator_id !== null;
  return {
    all_members: presently(creating, 'Nobody’s role includes it at present.'),
    owner: presently(
      leading,
      hasLeaders
        ? 'Their roles do not include creating sessions: nobody could create one.'
        : 'The group has no facilitator yet: nobody could create a session.',
    ),
    admin: presently(editing, 'Nobody’s role includes it at present.'),
  };
}

function presently(members: readonly Member[] | undefined, none: string): string {
  if (!members) return '…';
  const names = members.map(({ full_name, email }) => full_name || email);
  return names.length === 0 ? none : `At present ${nameWords(names, 'conjunction')}.`;
}
