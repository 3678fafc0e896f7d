import { Group, Text } from '@mantine/core';
import { lastThereWords, type NoShowStreak, StreakBadge } from '@/modules/pm/sessions';

/** That a patient keeps missing the group, for the front desk to call; nothing for everybody else. */
export function MissedInARow({ streak }: { streak: NoShowStreak | undefined }) {
  if (!streak) return null;
  return (
    <Group gap={6} mt={2}>
      <StreakBadge streak={streak} />
      <Text size="xs" c="dimmed">
        {lastThereWords(streak)}
      </Text>
    </Group>
  );
}
