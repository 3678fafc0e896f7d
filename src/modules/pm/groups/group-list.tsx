import { Box, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconSearchOff, IconUsersGroup } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { EmptyState, ErrorState, ListSkeleton, TableSkeleton } from '@/platform/ui';
import { useGroups } from './api/get-groups';
import { GroupCards } from './group-cards';
import classes from './group-list.module.css';
import { GroupTable } from './group-table';
import { ListPages } from './list-pages';
import { isNarrowed, type ListState, NO_FILTERS } from './list-state';
import { SelectionBar } from './selection-bar';
import { useSelection } from './use-selection';

interface GroupListProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
}

/** The groups that the address asks for: as a table, or as cards on a phone. */
export function GroupList({ state, onChange }: GroupListProps) {
  const onPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { data, error, refetch, isPlaceholderData } = useGroups(state);
  const selection = useSelection();
  // Rows are ticked to be cloned; for others the boxes would lead nowhere.
  const selectable = usePermissions().can(PM_PERMISSIONS.GROUP_DEFINITIONS_CREATE) ? selection : null;
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return onPhone ? <ListSkeleton rows={6} /> : <TableSkeleton columns={8} rows={10} />;
  if (data.groups.length === 0) return <NoGroups state={state} total={data.total} onChange={onChange} />;
  return (
    <>
      {selectable && <SelectionBar selection={selectable} />}
      <Box className={isPlaceholderData ? classes.refreshing : undefined} aria-busy={isPlaceholderData}>
        {onPhone ? (
          <GroupCards groups={data.groups} selection={selectable} />
        ) : (
          <GroupTable groups={data.groups} state={state} onChange={onChange} selection={selectable} />
        )}
      </Box>
      <ListPages state={state} total={data.total} onChange={onChange} />
    </>
  );
}

function NoGroups({ state, total, onChange }: GroupListProps & { total: number }) {
  const { slug } = useOrganization();
  if (total > 0) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title={`There is no page ${state.page}`}
        description={total === 1 ? 'One group matches.' : `${total} groups match.`}
        action={<Button onClick={() => onChange({ page: 1 })}>Go to the first page</Button>}
      />
    );
  }
  if (isNarrowed(state)) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title="No group matches"
        description="Try other words, or take the filters away."
        action={
          <Button variant="default" onClick={() => onChange(NO_FILTERS)}>
            Clear search and filters
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={IconUsersGroup}
      title="No groups yet"
      description="A group has a name, a type and a number of seats. Sessions and patients come after."
      action={
        <Can permission={PM_PERMISSIONS.GROUP_DEFINITIONS_CREATE}>
          <Button component={Link} to={`/o/${slug}/pm/groups/new`} leftSection={<IconPlus size={16} aria-hidden />}>
            New group
          </Button>
        </Can>
      }
    />
  );
}
