import { ActionIcon, Badge, Collapse, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconFlag } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import { usePeople } from '../../use-people';
import type { RunningSession } from '../api/get-running-session';
import classes from './answer-table.module.css';
import { answerWords } from './answer-words';
import type { PersonsAnswers } from './use-check-in';

interface AnswerTableProps {
  session: RunningSession;
  answers: readonly PersonsAnswers[];
  maxScore: number | null;
}

/** What each answered, folded away until asked for: the screen may be seen by others. */
export function AnswerTable({ session, answers, maxScore }: AnswerTableProps) {
  return (
    <Stack gap="xs">
      <Title order={3}>One by one</Title>
      <ul className={classes.list}>
        {answers.map((given) => (
          <Entry key={given.id} session={session} given={given} maxScore={maxScore} />
        ))}
      </ul>
    </Stack>
  );
}

interface EntryProps extends Omit<AnswerTableProps, 'answers'> {
  given: PersonsAnswers;
}

function Entry({ session, given, maxScore }: EntryProps) {
  const [opened, setOpened] = useState(false);
  const contentId = useId();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.entry}>
      <Group gap="xs">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={`Answers of ${given.name}`}
          aria-expanded={opened}
          aria-controls={contentId}
          onClick={() => setOpened(!opened)}
        >
          <Chevron size={16} aria-hidden />
        </ActionIcon>
        <Text size="sm" fw={500} flex="1 1 130px" style={{ overflowWrap: 'anywhere' }}>
          {given.name}
        </Text>
        <Group gap={6} ms={{ base: 46, xs: 0 }}>
          {given.flags.length > 0 && (
            <Badge
              color={given.acknowledged_at === null ? 'red' : 'gray'}
              leftSection={<IconFlag size={12} aria-hidden />}
            >
              {given.acknowledged_at === null ? 'Look at this' : 'Flagged, seen'}
            </Badge>
          )}
          {given.score !== null && (
            <Text size="sm">
              <b>{given.score}</b>
              {maxScore !== null && ` of ${maxScore}`}
              {given.band && `, ${given.band.toLowerCase()}`}
            </Text>
          )}
        </Group>
      </Group>
      <Collapse expanded={opened} id={contentId}>
        {opened && <Given session={session} given={given} />}
      </Collapse>
    </li>
  );
}

function Given({ session, given }: Omit<EntryProps, 'maxScore'>) {
  const { timezone } = useOrganization();
  const people = usePeople();
  return (
    <Stack gap="xs" pb="sm" ps={{ base: 'xs', sm: 46 }}>
      <dl className={classes.answers}>
        {session.asks?.questions.map((question) => (
          <div key={question.id} className={classes.answer}>
            <dt>{question.text}</dt>
            <dd>
              {answerWords(question, given.answers[question.id]) ?? (
                <Text span size="sm" c="dimmed">
                  Not answered
                </Text>
              )}
              {given.flags.includes(question.id) && (
                <Badge color="red" ms={6} leftSection={<IconFlag size={12} aria-hidden />}>
                  Flagged
                </Badge>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed">
        Answered {formatTimestamp(given.submitted_at, timezone)}
        {given.acknowledged_at !== null &&
          `; the flag was seen by ${people.nameOf(given.acknowledged_by) ?? 'somebody'}, ${formatTimestamp(given.acknowledged_at, timezone)}`}
      </Text>
    </Stack>
  );
}
