import { Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import type { GroupOption } from '../api/get-group-options';
import { dayWords } from './day-words';
import { scheduledUntil } from './series-start';

interface ScheduledUntilProps {
  group: GroupOption | undefined;
  /** The first date of the new series. */
  start: string;
}

/** Says until when the group has sessions already: a new series goes on after them, or may meet them. */
export function ScheduledUntil({ group, start }: ScheduledUntilProps) {
  const { timezone } = useOrganization();
  const today = todayIn(timezone);
  const last = scheduledUntil(group, today);
  if (last === null || start === '') return null;
  const day = dayWords(last, today.slice(0, 4));
  return (
    <Text size="xs">
      {start > last
        ? `The group has sessions until ${day}; these go on after them.`
        : `The group has sessions until ${day} already. Where these meet them, the date is marked.`}
    </Text>
  );
}
