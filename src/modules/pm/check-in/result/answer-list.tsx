import { Text } from '@mantine/core';
import type { Question } from '@/modules/pm/question-sets';
import type { SessionResult } from '../api/session-result';
import classes from '../check-in.module.css';
import { answerWords, groupWords } from './result-words';

interface AnswerListProps {
  questions: readonly Question[];
  result: SessionResult;
}

/** The own answers and the group's, closed at first: a phone is seen by others too. */
export function AnswerList({ questions, result: { answers, group } }: AnswerListProps) {
  if (!answers || questions.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{group ? 'Show my answers and the group’s' : 'Show my answers'}</summary>
      <dl className={classes.answers}>
        {questions.map((question) => {
          const others = groupWords(question, group);
          return (
            <div key={question.id}>
              <dt>{question.text}</dt>
              <dd>You: {answerWords(question, answers[question.id])}</dd>
              {others && (
                <Text component="dd" c="dimmed" m={0} size="sm">
                  Group: {others}
                </Text>
              )}
            </div>
          );
        })}
      </dl>
    </details>
  );
}
