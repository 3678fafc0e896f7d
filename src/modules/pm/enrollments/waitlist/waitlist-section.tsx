import { Stack, Text, Title } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { ProblemAlert } from '@/platform/ui';
import { useSeatOutlook } from '../api/get-seat-outlook';
import type { EntryHandlers } from '../entry-actions';
import { type Roster, withMoved } from '../roster-model';
import type { PlannedMove } from './move-dialog';
import { outlookSentence } from './wait-sentences';
import { Waitlist } from './waitlist';

interface WaitlistSectionProps {
  roster: Roster;
  /** A move that is being asked about: shown as if it were done. */
  planned: PlannedMove | null;
  /** The last refusal, to be shown where it was tried. */
  error: unknown;
  handlers: EntryHandlers;
}

/** The waitlist, how fast seats come free, and what was refused. */
export function WaitlistSection({ roster, planned, error, handlers }: WaitlistSectionProps) {
  const { timezone } = useOrganization();
  const { data: outlook } = useSeatOutlook(roster.group.id);
  const shown = planned && planned.place !== null ? withMoved(roster, planned.entry.id, planned.place) : roster;
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>Waitlist</Title>
      {outlook && (
        <Text size="sm" c="dimmed">
          {outlookSentence(outlook, timezone)}
        </Text>
      )}
      <ProblemAlert error={error} />
      {roster.waiting.length > 0 ? (
        <Waitlist roster={shown} handlers={handlers} />
      ) : (
        <Text c="dimmed" size="sm">
          Nobody waits. When all seats are taken, further patients wait here and move up as seats come free.
        </Text>
      )}
    </Stack>
  );
}
