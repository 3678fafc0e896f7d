import { Paper, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import type { RunningSession } from '../api/get-running-session';
import { AnswerTable } from './answer-table';
import { QuestionResults } from './question-results';
import { ScoreSummary } from './score-summary';
import type { CheckIn } from './use-check-in';

interface SessionAnswersProps {
  session: RunningSession;
  checkIn: CheckIn;
}

/** What came back: all together, then each by themselves. Nothing where nothing is asked, or the person may not see it. */
export function SessionAnswers({ session, checkIn }: SessionAnswersProps) {
  const titleId = useId();
  const { seesAnswers, results, responses, answers } = checkIn;
  if (!session.asks || !seesAnswers) return null;
  const error = results.error ?? responses.error;
  return (
    <Paper component="section" p="md" aria-labelledby={titleId}>
      <Title order={2} id={titleId} mb="sm">
        Answers to “{session.asks.title ?? 'the questions'}”
      </Title>
      {results.data === undefined || responses.data === undefined ? (
        error ? (
          <ErrorState error={error} onRetry={() => Promise.all([results.refetch(), responses.refetch()])} />
        ) : (
          <ListSkeleton rows={3} />
        )
      ) : answers.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody has answered{session.status === 'active' ? ' yet. Answers appear here as they come' : ''}.
        </Text>
      ) : (
        <Stack gap="xl">
          <ScoreSummary session={session} results={results.data} />
          <QuestionResults questions={session.asks.questions} results={results.data} />
          <AnswerTable session={session} answers={answers} maxScore={results.data.max_score} />
        </Stack>
      )}
    </Paper>
  );
}
