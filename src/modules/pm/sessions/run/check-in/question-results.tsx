import { Stack, Text } from '@mantine/core';
import type { Question } from '@/modules/pm/question-sets';
import type { SessionResults } from '../api/get-results';
import classes from './question-results.module.css';

interface QuestionResultsProps {
  questions: readonly Question[];
  results: SessionResults;
}

/** What all patients together answered to each question: bars with their figures, which read without the bars too. */
export function QuestionResults({ questions, results }: QuestionResultsProps) {
  if (results.questions === null)
    return (
      <Text size="sm" c="dimmed">
        What all answered together is shown from three patients on: with fewer, it would lay one person’s answers bare.
        Guests are not counted.
      </Text>
    );
  return (
    <div className={classes.questions}>
      {questions.map((question) => {
        const result = results.questions?.[question.id];
        if (!result) return null;
        return (
          <Stack key={question.id} gap={6}>
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {question.text}
            </Text>
            {'counts' in result ? (
              <Counts question={question} counts={result.counts} all={results.count ?? 0} />
            ) : (
              <Average question={question} average={result.average} />
            )}
          </Stack>
        );
      })}
    </div>
  );
}

function Counts({ question, counts, all }: { question: Question; counts: Record<string, number>; all: number }) {
  if (question.type !== 'single' && question.type !== 'multiple') return null;
  return (
    <ul className={classes.bars}>
      {question.options.map(({ value, label }) => (
        <Bar
          key={value}
          label={label}
          figure={String(counts[value] ?? 0)}
          share={(counts[value] ?? 0) / Math.max(all, 1)}
        />
      ))}
    </ul>
  );
}

function Average({ question, average }: { question: Question; average: number | null }) {
  if (average === null)
    return (
      <Text size="sm" c="dimmed">
        Not answered.
      </Text>
    );
  const min = question.type === 'scale' || question.type === 'number' ? (question.min ?? 0) : 0;
  const max = question.type === 'scale' || question.type === 'number' ? question.max : null;
  if (max === null || max === undefined || max <= min) return <Text size="sm">{average} on average</Text>;
  return (
    <ul className={classes.bars}>
      <Bar label={`Average, from ${min} to ${max}`} figure={String(average)} share={(average - min) / (max - min)} />
    </ul>
  );
}

function Bar({ label, figure, share }: { label: string; figure: string; share: number }) {
  return (
    <li className={classes.bar}>
      <span className={classes.label}>{label}</span>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      <span className={classes.figure}>{figure}</span>
    </li>
  );
}
