import { Group, NumberInput, Paper, Select, Text, TextInput } from '@mantine/core';
import { patientsWord } from '../list-words';
import type { GroupEdits, PlannedGroup } from './cohort-model';
import classes from './cohorts.module.css';
import { planProblems } from './plan-problems';

interface PlannedDetailsProps {
  planned: PlannedGroup;
  /** Who would come along; null when nobody does, or it may not be seen. */
  seats: { patient_count: number | null; waitlist_count: number | null } | null;
  onChange: (edits: GroupEdits) => void;
}

/** Name, period and capacity of one new group. */
export function PlannedDetails({ planned, seats, onChange }: PlannedDetailsProps) {
  const { source, name, time_period, max_capacity } = planned;
  const problems = planProblems(planned);
  return (
    <Paper component="li" p="sm" className={classes.card}>
      <Group gap="sm" align="flex-start">
        <TextInput
          label="Name"
          aria-label={`Name of the next ${source.name}`}
          value={name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={problems.name}
          description={name.trim() === source.name ? undefined : `Now: ${source.name}`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          className={classes.name}
          autoComplete="off"
        />
        <Select
          label="Period"
          aria-label={`Period: ${source.name}`}
          value={time_period ?? 'none'}
          onChange={(picked) => onChange({ time_period: picked === 'AM' || picked === 'PM' ? picked : null })}
          data={[
            { value: 'AM', label: 'AM' },
            { value: 'PM', label: 'PM' },
            { value: 'none', label: 'None' },
          ]}
          allowDeselect={false}
          w={100}
        />
        <NumberInput
          label="Capacity"
          aria-label={`Capacity: ${source.name}`}
          value={max_capacity}
          onChange={(capacity) => onChange({ max_capacity: typeof capacity === 'number' ? capacity : '' })}
          min={1}
          max={100}
          allowDecimal={false}
          clampBehavior="none"
          error={problems.max_capacity}
          w={110}
        />
      </Group>
      {seats && (
        <Text size="sm" c="dimmed" mt={6}>
          {seatsForecast(seats, max_capacity)}
        </Text>
      )}
    </Paper>
  );
}

/** Who comes along, and how many of them would have no seat; the preview tells it for certain. */
function seatsForecast(
  { patient_count, waitlist_count }: NonNullable<PlannedDetailsProps['seats']>,
  capacity: number | '',
): string {
  const all = (patient_count ?? 0) + (waitlist_count ?? 0);
  if (all === 0) return 'No patients to take along.';
  const waiting = capacity === '' ? 0 : Math.max(0, all - capacity);
  return `${patientsWord(all)} to take along${waiting > 0 ? `, ${waiting} of them without a seat` : ''}.`;
}
