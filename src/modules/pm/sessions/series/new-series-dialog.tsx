import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { wallClock } from '@/platform/time';
import { type GroupOption, groupOptionsQueryOptions } from '../api/get-group-options';
import { NoGroups } from '../no-groups';
import type { Slot } from '../session-form-model';
import { PlannerDialog } from './planner-dialog';
import { SeriesLoading } from './series-loading';
import { newSeriesStart } from './series-start';

interface NewSeriesDialogProps {
  /** Chosen already; '' to choose in the dialog. */
  groupId: string;
  slot: Slot;
  onClose: () => void;
}

const TITLE = 'Schedule a series';

/** Schedules many sessions of a group at once, every date checked before. */
export function NewSeriesDialog(props: NewSeriesDialogProps) {
  const { id } = useOrganization();
  const groups = useQuery(groupOptionsQueryOptions(id));
  // What is proposed depends on the sessions that the groups have by now, so that an older answer is not good enough.
  const [isReady, setReady] = useState(false);
  if (!isReady && groups.data && !groups.isFetching) setReady(true);
  if (!isReady || !groups.data || groups.data.length === 0)
    return (
      <SeriesLoading title={TITLE} error={groups.error} onRetry={groups.refetch} onClose={props.onClose}>
        {isReady && <NoGroups />}
      </SeriesLoading>
    );
  return <Planner groups={groups.data} {...props} />;
}

function Planner({ groups, groupId, slot, onClose }: NewSeriesDialogProps & { groups: readonly GroupOption[] }) {
  const { timezone } = useOrganization();
  // As it was when it opened: what others change meanwhile does not reach into the form.
  const [start] = useState(() =>
    newSeriesStart(
      slot,
      groups.find(({ id }) => id === groupId),
      wallClock(new Date(), timezone),
      timezone,
    ),
  );
  return <PlannerDialog title={TITLE} start={start} groups={groups} seriesId={null} onClose={onClose} />;
}
