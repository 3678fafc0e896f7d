import { Button, Group as Row } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, RequirePermission, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { PageHeader } from '@/platform/ui';
import { ExportButton } from './export-button';
import { GroupFilters } from './group-filters';
import { GroupList } from './group-list';
import { GroupStatisticsStrip } from './group-statistics';
import { type ListState, listState, withinRole } from './list-state';

/** /o/:slug/pm/groups */
export function GroupListPage() {
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW}>
      <Groups />
    </RequirePermission>
  );
}

function Groups() {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const [asked, setState] = useUrlState(listState);
  const state = withinRole(asked, can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW), can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW));
  // Whatever narrows or reorders the list begins again at its first page.
  const change = (changes: Partial<ListState>) => setState({ page: 1, ...changes });
  return (
    <>
      <PageHeader
        title="Groups"
        action={
          <Row gap="xs">
            <ExportButton state={state} />
            <Can permission={PM_PERMISSIONS.GROUP_DEFINITIONS_CREATE}>
              <Button component={Link} to={`/o/${slug}/pm/groups/new`} leftSection={<IconPlus size={16} aria-hidden />}>
                New group
              </Button>
            </Can>
          </Row>
        }
      />
      <GroupStatisticsStrip />
      <GroupFilters state={state} onChange={change} />
      <GroupList state={state} onChange={change} />
    </>
  );
}
