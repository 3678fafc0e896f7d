import { Box, Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { EmptyState, ErrorState, ListSkeleton } from '@/platform/ui';
import { useGroups } from '../api/get-groups';
import { GroupFilters } from '../group-filters';
import { ListPages } from '../list-pages';
import { isNarrowed, listState, NO_FILTERS, withinRole } from '../list-state';
import { ChosenGroups } from './chosen-groups';
import { CLONE_LIMIT } from './cohort-address';
import { GroupChoices } from './group-choices';
import { StepFoot } from './step-foot';
import type { Cohort } from './use-cohort';

/** Step 1: the groups that are cloned, out of all that the organization has. */
export function StepChoose({ cohort }: { cohort: Cohort }) {
  const { ids, choose, sources } = cohort;
  return (
    <>
      <Box mb="md">
        <ChosenGroups groups={sources} onRemove={(id) => choose(ids.filter((other) => other !== id))} />
      </Box>
      <Candidates cohort={cohort} />
      <StepFoot cohort={cohort} />
    </>
  );
}

function Candidates({ cohort: { ids, choose, sources } }: { cohort: Cohort }) {
  const { can } = usePermissions();
  const [address, setAddress] = useUrlState(listState);
  const state = withinRole(
    address,
    can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW),
    can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW),
  );
  const { data, error, refetch, isPlaceholderData } = useGroups(state);
  const change = (changes: Partial<typeof state>) => setAddress({ page: 1, ...changes }, { replace: true });
  return (
    <>
      <GroupFilters state={state} onChange={change} />
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <ListSkeleton rows={6} />
      ) : data.groups.length > 0 ? (
        <>
          <GroupChoices
            groups={data.groups}
            chosen={ids}
            isFull={sources.length >= CLONE_LIMIT}
            isBusy={isPlaceholderData}
            onChange={choose}
          />
          <ListPages state={state} total={data.total} onChange={change} />
        </>
      ) : (
        <EmptyState
          icon={IconSearchOff}
          title={isNarrowed(state) ? 'No group matches' : 'No groups here'}
          description={isNarrowed(state) ? 'Try other words, or take the filters away.' : 'Make the first group first.'}
          action={
            isNarrowed(state) && (
              <Button variant="default" onClick={() => change(NO_FILTERS)}>
                Clear search and filters
              </Button>
            )
          }
        />
      )}
    </>
  );
}
