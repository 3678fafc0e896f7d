import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { notifyProblem, ProblemAlert, useGone } from '@/platform/ui';
import { isOpen } from '../../session';
import { assignedQuestionSetsQueryOptions } from '../api/get-assigned-question-sets';
import type { RunningSession } from '../api/get-running-session';
import { useSetSessionQuestions } from '../api/set-session-questions';
import type { CheckIn } from './use-check-in';

interface QuestionChoiceProps {
  session: RunningSession;
  checkIn: CheckIn;
}

/** What the session asks: chosen from the group's question sets until somebody has answered, afterwards said. */
export function QuestionChoice({ session, checkIn }: QuestionChoiceProps) {
  const { can } = usePermissions();
  const changeable =
    can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT) &&
    can(PM_PERMISSIONS.QUESTION_SETS_VIEW) &&
    isOpen(session) &&
    checkIn.answered === 0 &&
    checkIn.answers.length === 0;
  if (changeable) return <Choice session={session} />;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {session.asks ? `Asks “${session.asks.title ?? 'Questions'}”, ${countWords(session)}.` : 'Nothing is asked.'}
    </Text>
  );
}

const NOTHING = 'nothing';

function Choice({ session }: { session: RunningSession }) {
  const { id } = useOrganization();
  const sets = useQuery(assignedQuestionSetsQueryOptions(id, session.group_definition_id));
  const set = useSetSessionQuestions(session.id);
  const gone = useGone();
  const present = session.asks?.question_set_id ?? NOTHING;
  const assigned = sets.data ?? [];
  const choices = [
    { value: NOTHING, label: 'Nothing' },
    ...assigned.map((one) => ({
      value: one.id,
      label: one.isCheckIn ? `${one.title} (at every session)` : one.title,
    })),
    // One that was asked already, and is not assigned any more.
    ...(session.asks && !assigned.some((one) => one.id === present)
      ? [{ value: present, label: session.asks.title ?? 'Questions' }]
      : []),
  ];

  async function choose(value: string | null) {
    if (value === null || value === present) return;
    try {
      await set.mutateAsync(value === NOTHING ? null : value);
    } catch (problem) {
      // Below the choice it is said to whoever is still here.
      if (gone.current) notifyProblem(problem);
    }
  }

  return (
    <Stack gap="xs">
      <Select
        label="What is asked"
        description={
          session.asks
            ? `${countWords(session)}; can be changed until somebody answers`
            : hint(session, assigned.length)
        }
        data={choices}
        value={set.isPending ? (set.variables ?? NOTHING) : present}
        onChange={choose}
        allowDeselect={false}
        disabled={sets.data === undefined}
        // Not disabled: the focus would be lost.
        readOnly={set.isPending}
      />
      <ProblemAlert error={sets.error ?? set.error} />
    </Stack>
  );
}

function hint({ status }: RunningSession, assigned: number): string {
  if (assigned === 0) return 'No question set is assigned to this group yet.';
  return status === 'scheduled'
    ? 'If nothing is chosen, the group’s check-in is asked when the session starts.'
    : 'Choose one of the group’s question sets.';
}

function countWords({ asks }: RunningSession): string {
  const count = asks?.questions.length ?? 0;
  return count === 1 ? '1 question' : `${count} questions`;
}
