import { Alert, Button, Skeleton, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { isPassing } from '../api/failure';
import { sessionResultQueryOptions } from '../api/session-result';
import { CrisisNotice } from '../crisis-notice';
import type { Keeper } from '../keeping/keeper';
import { Materials } from '../materials';
import { AnswerList } from '../result/answer-list';
import { ScoreComparison } from '../result/score-comparison';
import { ParticipantFoot } from './participant-foot';
import { Screen } from './screen';

interface ResultScreenProps {
  keeper: Extract<Keeper, { step: 'sent' }>;
  onDone: () => void;
  onLeave: () => void;
}

/** After the answers have arrived: the own result beside the group's, as far as the server tells it. */
export function ResultScreen({ keeper: { ticket, asked }, onDone, onLeave }: ResultScreenProps) {
  const result = useQuery(sessionResultQueryOptions(ticket.participantToken));
  const { data } = result;
  return (
    <Screen title={`Thank you, ${ticket.displayName}`}>
      <Alert color="green" role="status" icon={<IconCheck aria-hidden />} title="Your answers have arrived">
        Your facilitator can see them. The others in the group cannot.
      </Alert>
      {data?.is_flagged && <CrisisNotice />}
      {data ? (
        <>
          <ScoreComparison result={data} />
          <AnswerList questions={asked.questions} result={data} />
        </>
      ) : result.error ? (
        <Text role="status">
          {isPassing(result.error)
            ? 'Your result appears here as soon as there is a connection.'
            : 'Your result cannot be shown any more. Ask your facilitator about it.'}
        </Text>
      ) : (
        <Skeleton height={120} role="status" aria-label="Loading your result" />
      )}
      <Materials materials={asked.materials} />
      <Button size="xl" onClick={onDone}>
        Done
      </Button>
      <ParticipantFoot name={ticket.displayName} loses={null} onLeave={onLeave} />
    </Screen>
  );
}
