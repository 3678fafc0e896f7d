import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { notifyProblem } from '@/platform/ui';
import { useAcknowledgeFlag } from '../api/acknowledge-flag';
import type { RunningSession } from '../api/get-running-session';
import { answerWords } from './answer-words';
import type { CheckIn, PersonsAnswers } from './use-check-in';

interface FlaggedAnswersProps {
  session: RunningSession;
  checkIn: CheckIn;
}

/** Answers that somebody must look at at once, above everything else, until somebody has. */
export function FlaggedAnswers({ session, checkIn: { answers } }: FlaggedAnswersProps) {
  const { can } = usePermissions();
  const { mutateAsync, isPending, variables } = useAcknowledgeFlag(session.id);
  const open = answers.filter(({ flags, acknowledged_at }) => flags.length > 0 && acknowledged_at === null);
  return (
    <div role="alert" style={open.length === 0 ? { display: 'contents' } : undefined}>
      {open.length > 0 && (
        <Stack gap="sm">
          {open.map((given) => (
            <Alert
              key={given.id}
              // The frame around them all is what speaks.
              role="note"
              color="red"
              variant="outline"
              icon={<IconFlag aria-hidden />}
              title={`Look at this now: ${given.name}`}
              styles={{ root: { borderWidth: 2 }, title: { overflowWrap: 'anywhere' } }}
            >
              <Group justify="space-between" gap="sm">
                <Flags session={session} given={given} />
                {can(PM_PERMISSIONS.GROUP_ATTENDANCE_EDIT) && (
                  <Button
                    size="md"
                    color="red"
                    aria-label={`Seen: answers of ${given.name}`}
                    loading={isPending && variables === given.id}
                    onClick={() => void mutateAsync(given.id).catch(notifyProblem)}
                  >
                    Seen
                  </Button>
                )}
              </Group>
            </Alert>
          ))}
        </Stack>
      )}
    </div>
  );
}

/** The questions that are flagged, with what was answered. */
export function Flags({ session, given }: { session: RunningSession; given: PersonsAnswers }) {
  const questions = session.asks?.questions.filter(({ id }) => given.flags.includes(id)) ?? [];
  return (
    <Stack gap={4} flex="1 1 280px" miw={0}>
      {questions.map((question) => (
        <Text key={question.id} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {question.text} <b>{answerWords(question, given.answers[question.id])}</b>
        </Text>
      ))}
    </Stack>
  );
}
