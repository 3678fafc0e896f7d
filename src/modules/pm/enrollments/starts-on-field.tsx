import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useOrganization } from '@/platform/organizations';
import { todayIn, zoneLabelIfDifferent } from '@/platform/time';

interface StartsOnFieldProps {
  /** `YYYY-MM-DD`; null is today, whatever day that is when it is sent. */
  value: string | null;
  onChange: (startsOn: string | null) => void;
  error?: string | undefined;
  disabled?: boolean | undefined;
}

/** From which day on a patient is on the rosters of sessions; today unless another day is chosen. */
export function StartsOnField({ value, onChange, error, disabled }: StartsOnFieldProps) {
  const { timezone } = useOrganization();
  const today = todayIn(timezone);
  const zone = zoneLabelIfDifferent(timezone);
  return (
    <DateInput
      label="Starts on"
      description={`On rosters from that day; the seat counts now.${zone ? ` Days of ${zone}.` : ''}`}
      value={value ?? today}
      onChange={(date) => onChange(date === null || date === today ? null : date)}
      valueFormat="ddd, MMM D, YYYY"
      firstDayOfWeek={0}
      minDate="1990-01-01"
      maxDate="2199-12-31"
      error={error}
      disabled={disabled ?? false}
      popoverProps={{ withinPortal: true }}
    />
  );
}
