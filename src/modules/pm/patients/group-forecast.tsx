import { Stack, Text } from '@mantine/core';
import { type EnrollTerms, seatsFreedSentence, useSeatOutlook } from '@/modules/pm/enrollments';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { SeatsBar } from '@/platform/ui';
import type { FoundGroup } from './api/find-groups';
import { forecastSentence } from './group-availability';

interface GroupForecastProps {
  group: FoundGroup;
  onFull: EnrollTerms['onFull'];
}

/** What the patient would get in a group, before anything is done; without a seat also how fast seats come free. */
export function GroupForecast({ group, onFull }: GroupForecastProps) {
  const seesSeats = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  const { data: outlook } = useSeatOutlook(seesSeats ? group.id : '');
  if (!seesSeats) return null;
  // Read when the group was chosen: its figures in the list may be older.
  const seats = outlook
    ? { ...group, taken: outlook.seats_taken, free: outlook.seats_free, waiting: outlook.waiting }
    : group;
  return (
    <Stack gap={4}>
      <SeatsBar taken={seats.taken} capacity={seats.capacity} waiting={seats.waiting} />
      <Text size="sm" role="status">
        {forecastSentence(seats, onFull)}
        {seats.free === 0 && outlook && ` ${seatsFreedSentence(outlook)}`}
      </Text>
    </Stack>
  );
}
