import { Anchor, Text } from '@mantine/core';
import type { CalendarView } from './schedule-address';

const SPAN: Readonly<Record<CalendarView, string>> = {
  month: 'in this month',
  week: 'in this week',
  day: 'on this day',
  people: 'on this day',
  rooms: 'on this day',
  list: 'in this week',
};

interface ScheduleEmptyProps {
  view: CalendarView;
  /** Whether there are sessions that the filters hide. */
  filtered: boolean;
  mayCreate: boolean;
  onClear: () => void;
}

/** Says gently that the range is free, or that filters make it look so. */
export function ScheduleEmpty({ view, filtered, mayCreate, onClear }: ScheduleEmptyProps) {
  return (
    <Text size="sm" c="dimmed" ta="center" component="div">
      {filtered ? (
        <>
          No session {SPAN[view]} matches the filters.{' '}
          <Anchor component="button" type="button" inherit onClick={onClear}>
            Clear them
          </Anchor>
        </>
      ) : (
        <>
          No sessions {SPAN[view]}.{mayCreate && view !== 'list' && ' Select a time to schedule one.'}
        </>
      )}
    </Text>
  );
}
