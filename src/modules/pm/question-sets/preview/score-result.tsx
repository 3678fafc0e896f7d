import { Group, Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { flaggedQuestions, scoreAnswers } from '../answers/score-answers';
import type { Answers, QuestionsData } from '../questions.schema';

interface ScoreResultProps {
  content: Pick<QuestionsData, 'scoring' | 'questions' | 'bands'>;
  answers: Answers;
}

/** What the answers so far add up to, what that means, and what the facilitator would be told of. */
export function ScoreResult({ content, answers }: ScoreResultProps) {
  const score = scoreAnswers(content, answers);
  const flagged = flaggedQuestions(content.questions, answers);
  const places = content.questions.flatMap(({ id }, index) => (flagged.includes(id) ? [index + 1] : []));
  return (
    <div role="status">
      {score && (
        <Text size="sm">
          {score.score === null ? 'No score yet' : `Score ${score.score}`}
          {score.score !== null && score.maxScore !== null && ` of ${score.maxScore}`}
          {score.band && (
            <>
              {': '}
              <strong>{score.band}</strong>
            </>
          )}
        </Text>
      )}
      {places.length > 0 && (
        <Group gap={6} wrap="nowrap" align="flex-start" mt={4} c="var(--mantine-color-error)">
          <IconFlag size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
          <Text size="sm">The facilitator would be told of question {places.join(', ')} at once.</Text>
        </Group>
      )}
      {!score && places.length === 0 && (
        <Text size="sm" c="dimmed">
          Answers are not scored.
        </Text>
      )}
    </div>
  );
}
