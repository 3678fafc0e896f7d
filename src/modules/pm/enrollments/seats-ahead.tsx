import { Text } from '@mantine/core';
import { useSeatOutlook } from './api/get-seat-outlook';
import type { Placement, Roster } from './roster-model';
import { nextSentence, seatsFreedSentence } from './sentences';

/** What the next patient would get; on the waitlist also how fast seats come free. */
export function SeatsAhead({ roster, next }: { roster: Roster; next: Placement }) {
  const { data: outlook } = useSeatOutlook(roster.group.id);
  const waits = roster.group.status === 'active' && next.kind === 'waitlist';
  return (
    <Text size="sm" c="dimmed">
      {nextSentence(roster, next)}
      {waits && outlook && ` ${seatsFreedSentence(outlook)}`}
    </Text>
  );
}
