import { Divider, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconMessageCheck, IconWifi } from '@tabler/icons-react';
import { useId } from 'react';
import { JoinCode } from '@/modules/pm/check-in';
import { isOpen } from '../../session';
import type { RunningSession } from '../api/get-running-session';
import { QuestionChoice } from './question-choice';
import type { CheckIn } from './use-check-in';

interface CheckInCardProps {
  session: RunningSession;
  checkIn: CheckIn;
}

/** How people join, what they are asked, and how many have joined and answered. */
export function CheckInCard({ session, checkIn }: CheckInCardProps) {
  const titleId = useId();
  const { seesAttendance, joined, answered } = checkIn;
  const counts = session.asks ? `${joined} joined, ${answered} answered` : `${joined} joined`;
  return (
    <Paper p="md" component="section" aria-labelledby={titleId}>
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={2} id={titleId}>
            Check-in
          </Title>
          {seesAttendance && (
            <Group gap="md" role="status">
              <Count icon={IconWifi} count={joined} word="joined" />
              {session.asks && <Count icon={IconMessageCheck} count={answered} word="answered" />}
            </Group>
          )}
        </Group>
        <QuestionChoice session={session} checkIn={checkIn} />
        {isOpen(session) && (
          <>
            <Divider />
            <JoinCode session={session} counts={seesAttendance ? counts : null} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Count({ icon: CountIcon, count, word }: { icon: typeof IconWifi; count: number; word: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      <CountIcon size={16} aria-hidden />
      <Text size="sm">
        <b>{count}</b> {word}
      </Text>
    </Group>
  );
}
