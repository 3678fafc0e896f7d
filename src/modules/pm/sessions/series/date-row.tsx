import { Button, Checkbox, Text } from '@mantine/core';
import { memo, useId, useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import type { SessionFormValues } from '../session-form.schema';
import type { People } from '../use-people';
import { clockRange } from '../wall-clock';
import { canBeOverridden, conflictWords } from './conflict-words';
import { DateMending } from './date-mending';
import { DateStatus } from './date-status';
import { dayWords } from './day-words';
import { mendWords } from './mend-words';
import type { Mend, PlannedDate } from './plan-model';
import classes from './series.module.css';

interface DateRowProps {
  planned: PlannedDate;
  /** What the series has; `session_date` is the first one's. */
  series: SessionFormValues;
  people: People;
  thisYear: string;
  mayOverride: boolean;
  onMend: (date: string, mend: Mend) => void;
}

/** One date of a series: whether it takes place, what stands in its way, and the ways out of that. */
export const DateRow = memo(function DateRow(props: DateRowProps) {
  const { planned, series, people, thisYear, mayOverride, onMend } = props;
  const { date, mend, state, conflicts } = planned;
  const { timezone } = useOrganization();
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const leftOut = state === 'skipped' || state === 'closed';
  const changed = mendWords(mend, people, thisYear);

  function toggle(kept: boolean) {
    const { on_closed_day: onClosedDay, conflict_override: _, ...others } = mend;
    if (state === 'closed') onMend(date, { ...mend, on_closed_day: true });
    else if (kept) onMend(date, { ...mend, skip: false });
    else onMend(date, onClosedDay ? others : { ...others, skip: true });
  }

  return (
    <li className={classes.row} data-state={state}>
      <div className={classes.line}>
        <Checkbox
          size="sm"
          checked={!leftOut}
          onChange={(event) => toggle(event.currentTarget.checked)}
          label={dayWords(date, thisYear)}
          aria-describedby={detailsId}
          classNames={{ label: classes.day }}
        />
        <Text size="sm" c="dimmed" className={classes.time}>
          {clockRange(mend.start_time ?? series.start_time, mend.end_time ?? series.end_time)}
        </Text>
        <DateStatus planned={planned} />
        {state !== 'skipped' && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={open}
            aria-label={`${open ? 'Done with' : 'Change'} ${dayWords(date, thisYear)}`}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Done' : 'Change'}
          </Button>
        )}
      </div>
      <div className={classes.below}>
        <div id={detailsId} className={classes.words}>
          {changed && <Text size="xs">{changed}</Text>}
          {state === 'conflict' &&
            conflictWords(conflicts, timezone).map((words) => (
              <Text key={words} size="xs">
                {words}
              </Text>
            ))}
        </div>
        {state === 'closed' && (
          <Button variant="default" size="compact-xs" h={24} onClick={() => toggle(true)}>
            Keep although closed
          </Button>
        )}
        {state === 'conflict' && mayOverride && canBeOverridden(conflicts) && (
          <Button
            variant="default"
            size="compact-xs"
            h={24}
            onClick={() => onMend(date, { ...mend, conflict_override: true })}
          >
            Schedule anyway
          </Button>
        )}
      </div>
      {open && state !== 'skipped' && (
        <DateMending date={date} mend={mend} series={series} people={people} onMend={(next) => onMend(date, next)} />
      )}
    </li>
  );
}, looksSame);

/** Each answer of the server makes new objects for all dates; most of them say what they said before. */
function looksSame({ planned, ...before }: DateRowProps, { planned: next, ...after }: DateRowProps): boolean {
  const props = new Map<string, unknown>(Object.entries(before));
  return (
    JSON.stringify(planned) === JSON.stringify(next) &&
    Object.entries(after).every(([name, value]) => props.get(name) === value)
  );
}
