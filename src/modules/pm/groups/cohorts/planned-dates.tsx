import { Button, Group, Paper, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { groupDates } from '../group-facts';
import type { GroupEdits, PlannedGroup } from './cohort-model';
import classes from './cohorts.module.css';
import { shifted } from './date-shift';
import { planProblems } from './plan-problems';

interface PlannedDatesProps {
  planned: PlannedGroup;
  /** How many days later all groups are. */
  days: number;
  onChange: (edits: GroupEdits) => void;
  onReset: () => void;
}

/** When one new group runs, and when its source did. */
export function PlannedDates({ planned, days, onChange, onReset }: PlannedDatesProps) {
  const { source, start_date, end_date } = planned;
  const problems = planProblems(planned);
  const byShift = { start_date: shifted(source.start_date, days), end_date: shifted(source.end_date, days) };
  const isOwn = start_date !== byShift.start_date || end_date !== byShift.end_date;
  return (
    <Paper component="li" p="sm" className={classes.card}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={classes.main}>
          <Text fw={500}>{source.name}</Text>
          <Text size="sm" c="dimmed">
            Now: {groupDates(source) ?? 'no dates'}
          </Text>
          {isOwn && (
            <Button variant="subtle" size="compact-sm" ml={-8} onClick={onReset}>
              Move like the others
            </Button>
          )}
        </div>
        <Group gap="sm" align="flex-start" className={classes.fields}>
          <DateField
            label="Starts"
            of={source.name}
            value={start_date}
            error={problems.start_date}
            onChange={(start) => onChange({ start_date: start })}
          />
          <DateField
            label="Ends"
            of={source.name}
            value={end_date}
            error={problems.end_date}
            onChange={(end) => onChange({ end_date: end })}
          />
        </Group>
      </Group>
    </Paper>
  );
}

interface DateFieldProps {
  label: string;
  of: string;
  value: string | null;
  error: string | undefined;
  onChange: (date: string | null) => void;
}

function DateField({ label, of, value, error, onChange }: DateFieldProps) {
  return (
    <DateInput
      label={label}
      aria-label={`${label}: ${of}`}
      value={value}
      onChange={onChange}
      valueFormat="ddd, MMM D, YYYY"
      popoverProps={{ withinPortal: false }}
      placeholder={label === 'Ends' ? 'Open-ended' : 'No date'}
      clearable
      clearButtonProps={{ 'aria-label': `Clear: ${label}, ${of}` }}
      minDate="1990-01-01"
      maxDate="2199-12-31"
      error={error}
      w={200}
    />
  );
}
