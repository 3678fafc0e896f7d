import { Button, Group, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import type { SeriesChanges } from './api/change-series';
import type { ChangedSession } from './api/preview-series-change';
import { plural } from './plan-model';
import { SavingNote } from './saving-note';
import classes from './series.module.css';
import { changingCount } from './series-change-model';
import { SeriesProblem } from './series-problem';

interface EditSeriesFootProps {
  changes: SeriesChanges | null;
  preview: { isAsked: boolean; changed: readonly ChangedSession[] | undefined; isStale: boolean; error: unknown };
  /** What the server refused; null when nothing was. */
  error: unknown;
  isSaving: boolean;
  onSave: (skipConflicts: boolean) => void;
  onClose: () => void;
}

/** What the change comes to, and the ways to save it. */
export function EditSeriesFoot({ changes, preview, error, isSaving, onSave, onClose }: EditSeriesFootProps) {
  const reasonId = useId();
  const changed = preview.changed ?? [];
  const conflicts = changed.filter((session) => session.conflicts.length > 0).length;
  const kept = changed.filter(({ keepsOwn }) => keepsOwn).length;
  const changing = changingCount(changes ?? {}, changed.length, kept);
  const offersLeaving = conflicts > 0 && conflicts < changing;
  const isSettled = preview.changed !== undefined && !preview.isStale && !preview.error;
  const reason = reasonAgainst(preview, isSettled, conflicts, changing);
  return (
    <Stack gap="xs" className={classes.foot} mt="md">
      <SeriesProblem error={error} />
      <div className={classes.footLine}>
        <div aria-live="polite">
          <Text size="sm" fw={600}>
            {isSettled &&
              [
                plural(changed.length, 'session'),
                conflicts === 0 ? 'no conflicts' : plural(conflicts, 'conflict'),
                kept > 0 && `${kept} ${kept === 1 ? 'keeps its own' : 'keep their own'}`,
              ]
                .filter(Boolean)
                .join(', ')}
          </Text>
          <Text size="xs" c="dimmed" id={reasonId}>
            {reason}
          </Text>
        </div>
        <Group className={classes.buttons}>
          <SavingNote isSaving={isSaving} words={`Changing ${plural(changing, 'session')}…`} />
          <Button variant="default" onClick={onClose} disabled={isSaving} visibleFrom="xs">
            Keep as it is
          </Button>
          {offersLeaving && (
            <Button variant="default" loading={isSaving} disabled={!isSettled} onClick={() => onSave(true)}>
              Change {changing - conflicts}, leave {conflicts} as {conflicts === 1 ? 'it is' : 'they are'}
            </Button>
          )}
          {/* Disabled beside the other; a phone has room for one button. */}
          <Button
            visibleFrom={offersLeaving ? 'xs' : undefined}
            loading={isSaving}
            disabled={reason !== ''}
            aria-describedby={reason ? reasonId : undefined}
            onClick={() => onSave(false)}
          >
            {changing > 0 ? `Change ${plural(changing, 'session')}` : 'Change the series'}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

/** Why the change cannot be saved as it is; '' when it can. */
function reasonAgainst(
  { isAsked, changed, error }: EditSeriesFootProps['preview'],
  isSettled: boolean,
  conflicts: number,
  changing: number,
) {
  if (!isAsked) return 'Nothing is changed yet.';
  if (error) return 'The dates could not be checked.';
  if (!isSettled) return 'Checking who and what is free…';
  if (changed?.length === 0) return 'No session of the series is still scheduled from here on.';
  if (changing === 0) return 'They all keep their own.';
  return conflicts > 0 ? 'Choose another time, person or room, or leave these as they are.' : '';
}
