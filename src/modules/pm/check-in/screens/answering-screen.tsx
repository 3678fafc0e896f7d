import { Alert, Button, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { answerProblems, answersToSend, isAnswered, QuestionFields, questionAnchor } from '@/modules/pm/question-sets';
import type { JoinInfo } from '../api/get-join-info';
import type { Keeper, KeeperEvent } from '../keeping/keeper';
import { CheckedInScreen } from './checked-in-screen';
import { ParticipantFoot } from './participant-foot';
import { Screen } from './screen';

interface AnsweringScreenProps {
  keeper: Extract<Keeper, { step: 'answering' }>;
  /** Of the session now; undefined while the clinic cannot be reached. */
  state: JoinInfo['state'] | undefined;
  isKept: boolean;
  dispatch: (event: KeeperEvent) => void;
  onDone: () => void;
  onLeave: () => void;
}

/** The questions, all on one screen; what is missing is said when the answers are to be sent. */
export function AnsweringScreen({ keeper, state, isKept, dispatch, onDone, onLeave }: AnsweringScreenProps) {
  const [isChecked, setChecked] = useState(false);
  const { asked, answers, ticket, problem } = keeper;
  const { questions } = asked;
  if (questions.length === 0)
    return <CheckedInScreen ticket={ticket} asked={asked} state={state} onDone={onDone} onLeave={onLeave} />;
  const problems = isChecked ? answerProblems(questions, answers) : {};
  const answered = questions.filter(({ id }) => isAnswered(answers[id])).length;

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const missing = answerProblems(questions, answers);
    const first = questions.find(({ id }) => missing[id] !== undefined);
    setChecked(true);
    if (first) leadTo(questionAnchor(first));
    else dispatch({ type: 'send', answers: answersToSend(questions, answers) });
  }

  return (
    <Screen title={asked.title ?? 'How are you today?'}>
      <SessionChange state={state} />
      <form onSubmit={send} noValidate>
        <QuestionFields
          questions={questions}
          answers={answers}
          onChange={(changed) => dispatch({ type: 'answered', answers: changed })}
          problems={problems}
        />
        <Text mt="xl" mb="sm" size="sm" c="dimmed" role="status">
          {answered} of {questions.length} answered.{' '}
          {isKept
            ? 'Your answers stay on this device until you send them.'
            : 'This browser cannot keep your answers. Leave this page open until they are sent.'}
        </Text>
        {problem !== null && (
          <Alert color="red" role="alert" title="The answers could not be taken" mb="sm">
            {problem || 'One of them does not fit its question.'}
          </Alert>
        )}
        <Button type="submit" size="xl" fullWidth>
          Send my answers
        </Button>
      </form>
      <ParticipantFoot
        name={ticket.displayName}
        loses={answered > 0 ? 'Your answers have not been sent.' : null}
        onLeave={onLeave}
      />
    </Screen>
  );
}

function SessionChange({ state }: { state: JoinInfo['state'] | undefined }) {
  if (state === 'over') {
    return (
      <Alert color="yellow" role="status" title="The session has ended">
        You can still send your answers today.
      </Alert>
    );
  }
  if (state === 'cancelled') {
    return (
      <Alert color="yellow" role="status" title="This session was cancelled">
        Your answers are not needed any more. You can close this page, or press “Start again” below to remove them from
        this device.
      </Alert>
    );
  }
  return null;
}

/** Shows the question and puts the focus into it. */
function leadTo(anchor: string): void {
  const question = document.getElementById(anchor);
  question?.scrollIntoView({ block: 'start' });
  question?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}
