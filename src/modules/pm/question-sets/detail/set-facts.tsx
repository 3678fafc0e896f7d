import { Stack, Table, Text, Title } from '@mantine/core';
import { scoreRange } from '../answers/score-answers';
import type { QuestionSet } from '../api/get-question-set';
import classes from './detail.module.css';

/** What a question set is for, where it comes from, and what its scores mean. */
export function SetFacts({ questionSet }: { questionSet: QuestionSet }) {
  const { description, source } = questionSet;
  return (
    <Stack gap="md">
      <div>
        <Title order={2} mb="xs">
          About
        </Title>
        <Text size="sm" className={classes.prose} c={description ? undefined : 'dimmed'}>
          {description ?? 'No description.'}
        </Text>
      </div>
      {source && (
        <div>
          <Title order={3} mb={4}>
            Source
          </Title>
          <Text size="sm" component="cite" className={classes.prose} fs="normal" display="block">
            {source}
          </Text>
        </div>
      )}
      <Scoring questionSet={questionSet} />
    </Stack>
  );
}

function Scoring({ questionSet: { scoring, questions, bands } }: { questionSet: QuestionSet }) {
  if (scoring !== 'sum' || questions.length === 0) return null;
  const range = scoreRange(questions);
  return (
    <div>
      <Title order={3} mb={4}>
        Scoring
      </Title>
      <Text size="sm">
        The answers are added up{range ? `: ${range.min} to ${range.max}` : ''}.
        {bands.length === 0 && ' What a score means is not set.'}
      </Text>
      {bands.length > 0 && (
        <Table aria-label="What a score means" mt="xs" verticalSpacing={4} horizontalSpacing="xs" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={100}>Score</Table.Th>
              <Table.Th>Meaning</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {bands
              .toSorted((one, other) => one.min - other.min)
              .map(({ min, max, label }) => (
                <Table.Tr key={min}>
                  <Table.Td>{min === max ? min : `${min} to ${max}`}</Table.Td>
                  <Table.Td className={classes.prose}>{label}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
