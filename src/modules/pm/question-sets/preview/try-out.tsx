import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answerProblems } from '../answers/answer-problems';
import { QuestionFields } from '../fields/question-fields';
import type { Answers, QuestionSetContent } from '../questions.schema';
import { MaterialLinks } from './material-links';
import { ScoreResult } from './score-result';
import classes from './try-out.module.css';
import { answersThatFit } from './try-out-model';

type Tried = Pick<QuestionSetContent, 'scoring' | 'questions' | 'bands' | 'materials'>;

/** A question set as patients see it, to be answered without anything being sent; the score is told as it grows. */
export function TryOut({ content }: { content: Tried }) {
  const [given, setGiven] = useState<Answers>({});
  const [checked, setChecked] = useState(false);
  // While a set is being written, an option that was chosen may be gone by now.
  const answers = answersThatFit(content.questions, given);
  const problems = checked ? answerProblems(content.questions, answers) : {};
  const missing = Object.keys(problems).length;

  function startOver() {
    setGiven({});
    setChecked(false);
  }

  if (content.questions.length === 0 && content.materials.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        There is nothing to answer or to read yet.
      </Text>
    );
  }
  return (
    <Stack gap="lg">
      <QuestionFields questions={content.questions} answers={answers} onChange={setGiven} problems={problems} />
      <MaterialLinks materials={content.materials} />
      {content.questions.length > 0 && (
        <Paper p="sm" className={classes.result}>
          <Stack gap="xs">
            <ScoreResult content={content} answers={answers} />
            <Group gap="xs">
              <Button size="xs" variant="light" onClick={() => setChecked(true)}>
                Check the answers
              </Button>
              <Button size="xs" variant="default" onClick={startOver}>
                Start over
              </Button>
              <Text size="xs" c="dimmed" role="status">
                {checked && checkedWords(missing)}
              </Text>
            </Group>
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}

function checkedWords(missing: number): string {
  if (missing === 0) return 'These answers could be sent.';
  return missing === 1 ? 'One question needs another look.' : `${missing} questions need another look.`;
}
