import { useCallback, useRef, useState } from 'react';
import { confirmAction } from '@/platform/ui';
import type { GroupOption } from '../api/get-group-options';
import { SessionModal } from '../session-modal';
import type { ScheduledSeries } from './api/schedule-series';
import { LeftOutDates } from './left-out-dates';
import { plural } from './plan-model';
import { SeriesPlanner } from './series-planner';
import type { SeriesStart } from './series-start';
import { useScheduledNotice } from './use-scheduled';

interface PlannerDialogProps {
  title: string;
  start: SeriesStart;
  groups: readonly GroupOption[];
  seriesId: string | null;
  onClose: () => void;
}

/** The planner in its dialog; closing it asks first when something would be lost. */
export function PlannerDialog({ title, onClose, ...planner }: PlannerDialogProps) {
  const isTouched = useRef(false);
  const [outcome, setOutcome] = useState<ScheduledSeries | null>(null);
  const notice = useScheduledNotice();
  const touch = useCallback(() => {
    isTouched.current = true;
  }, []);

  function leave() {
    if (!isTouched.current || outcome) return onClose();
    confirmAction({
      title: 'Close without scheduling?',
      message: 'What you have entered here is lost.',
      confirmLabel: 'Close without scheduling',
      onConfirm: onClose,
    });
  }

  function done(result: ScheduledSeries, group: GroupOption | undefined) {
    notice(result, group?.name ?? 'the group');
    if (result.skipped.length > 0) setOutcome(result);
    else onClose();
  }

  return (
    <SessionModal title={title} onClose={leave} size={outcome ? 'md' : '74rem'}>
      {outcome ? (
        <LeftOutDates
          lead={`${plural(outcome.created.length, 'session')} scheduled. These dates were taken in the meantime and are left out:`}
          dates={outcome.skipped}
          onClose={onClose}
        />
      ) : (
        <SeriesPlanner {...planner} onTouched={touch} onScheduled={done} onClose={leave} />
      )}
    </SessionModal>
  );
}
