import { Alert, List, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { scoreRange } from '../answers/score-answers';
import { bandNotes } from './band-coverage';
import { useDraftContent } from './use-draft-content';

/** From where to where scores can go, and which of them no band covers. */
export function BandOutlook() {
  const { questions, bands } = useDraftContent();
  const range = scoreRange(questions);
  const notes = bandNotes(questions, bands);
  return (
    <div role="status">
      <Text size="sm" c="dimmed">
        {range ? `Scores go from ${range.min} to ${range.max}.` : 'Give answers a score, or count a scale or a number.'}
      </Text>
      {notes.length > 0 && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} mt="xs">
          <List size="sm" listStyleType="none">
            {notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}
