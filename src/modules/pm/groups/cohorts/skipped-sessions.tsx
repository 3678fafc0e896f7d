import { Stack, Text } from '@mantine/core';
import { describeError } from '@/platform/supabase/errors';
import { sessionsWord } from '../list-words';
import type { SkippedSession } from './clone-answer.schema';
import { skippedWhen } from './clone-words';
import { Fold } from './fold';

/** The sessions that are left out, and why. */
export function SkippedSessions({ skipped }: { skipped: readonly SkippedSession[] }) {
  return (
    <Fold label={`Show the ${sessionsWord(skipped.length)} left out`}>
      <Stack component="ul" gap={4} m={0} pl="lg">
        {skipped.map((session) => (
          <Text key={`${session.session_date} ${session.start_time}`} component="li" size="sm">
            {skippedWhen(session)}
            <Text span c="dimmed" inherit>
              {': '}
              {describeError({ message: session.error, details: session.detail ?? '' }).message}
            </Text>
          </Text>
        ))}
      </Stack>
    </Fold>
  );
}
