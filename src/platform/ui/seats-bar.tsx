import { Progress, Stack, Text } from '@mantine/core';
import { type Seats, seatsSentence } from './seats';

/** How full a group is, as a bar and in words; over capacity is said, not only coloured. */
export function SeatsBar(seats: Seats) {
  const { taken, capacity } = seats;
  const share = capacity > 0 ? Math.min(100, (taken / capacity) * 100) : 100;
  return (
    <Stack gap={4} miw={120}>
      <Text size="sm" lh={1.3}>
        {seatsSentence(seats)}
      </Text>
      <Progress value={share} size={5} color={seatsColor(seats)} aria-hidden />
    </Stack>
  );
}

function seatsColor({ taken, capacity }: Seats): string {
  if (taken > capacity) return 'red.7';
  return taken === capacity ? 'yellow.6' : 'var(--mantine-primary-color-filled)';
}
