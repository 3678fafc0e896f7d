import { Button, Group, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { canBeOverridden } from './conflict-words';
import { countsSentence, plural } from './plan-model';
import { SavingNote } from './saving-note';
import classes from './series.module.css';
import { SeriesProblem } from './series-problem';
import type { SeriesPlanState } from './use-series-plan';

interface SeriesFootProps {
  plan: SeriesPlanState;
  hasGroup: boolean;
  /** What the server refused; null when nothing was. */
  error: unknown;
  isSaving: boolean;
  onSave: (skipConflicts: boolean) => void;
  onClose: () => void;
}

/** What the plan comes to, and the ways to save it. */
export function SeriesFoot({ plan, hasGroup, error, isSaving, onSave, onClose }: SeriesFootProps) {
  const reasonId = useId();
  const { counts } = plan;
  const reason = reasonAgainst(plan, hasGroup);
  const offersSkipping = counts.conflicts > 0 && counts.free > 0;
  const isSettled = counts.checking === 0 && !plan.isStale && !plan.error;
  return (
    <Stack gap="xs" className={classes.foot} mt="md">
      <SeriesProblem error={error} />
      <div className={classes.footLine}>
        <div aria-live="polite">
          <Text size="sm" fw={600}>
            {counts.all > 0 && isSettled ? countsSentence(counts) : ''}
          </Text>
          <Text size="xs" c="dimmed" id={reasonId}>
            {reason}
          </Text>
        </div>
        <Group className={classes.buttons}>
          <SavingNote isSaving={isSaving} words={`Scheduling ${plural(counts.free, 'session')}…`} />
          <Button variant="default" onClick={onClose} disabled={isSaving} visibleFrom="xs">
            Do not schedule
          </Button>
          {offersSkipping && (
            <Button variant="default" loading={isSaving} disabled={!isSettled} onClick={() => onSave(true)}>
              Schedule {counts.free}, skip the {counts.conflicts} with{' '}
              {counts.conflicts === 1 ? 'a conflict' : 'conflicts'}
            </Button>
          )}
          {/* Disabled beside the other; a phone has room for one button. */}
          <Button
            visibleFrom={offersSkipping ? 'xs' : undefined}
            loading={isSaving}
            disabled={reason !== ''}
            aria-describedby={reason ? reasonId : undefined}
            onClick={() => onSave(false)}
          >
            Schedule {plural(counts.free + counts.conflicts, 'session')}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

/** Why the series cannot be saved as it is; '' when it can. */
function reasonAgainst({ counts, planned, isAsked, isStale, error }: SeriesPlanState, hasGroup: boolean): string {
  if (!hasGroup) return 'Choose the group first.';
  if (counts.all === 0) return 'There are no dates yet.';
  if (counts.free + counts.conflicts + counts.checking === 0) return 'Every date is skipped.';
  if (!isAsked) return 'Complete the form first.';
  if (error) return 'The dates could not be checked.';
  if (counts.checking > 0 || isStale) return 'Checking who and what is free…';
  const overridable = planned.some(({ state, conflicts }) => state === 'conflict' && canBeOverridden(conflicts));
  if (counts.conflicts > 0)
    return `${overridable ? 'Change, skip or override' : 'Change or skip'} ${counts.conflicts === 1 ? 'the date' : `the ${counts.conflicts} dates`} in conflict.`;
  return '';
}
