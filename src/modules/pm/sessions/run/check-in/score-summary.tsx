import { Badge, Group, Stack, Text } from '@mantine/core';
import type { SessionResults } from '../api/get-results';
import type { RunningSession } from '../api/get-running-session';

/** Average and bands of a scored set; only from three patients on. */
export function ScoreSummary({ session, results }: { session: RunningSession; results: SessionResults }) {
  if (session.asks?.scoring !== 'sum') return null;
  const order = session.asks.bands.map(({ label }) => label);
  const bands = Object.entries(results.bands).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return (
    <Stack gap={4}>
      <Text size="sm">
        {results.average === null ? (
          'The average is shown from three patients on.'
        ) : (
          <>
            Average score <b>{results.average}</b>
            {results.max_score !== null && ` of ${results.max_score}`}, from {results.count} patients.
          </>
        )}
      </Text>
      {bands.length > 0 && (
        <Group gap={6}>
          {bands.map(([label, count]) => (
            <Badge key={label} color="gray">
              {count} {label.toLowerCase()}
            </Badge>
          ))}
        </Group>
      )}
    </Stack>
  );
}
