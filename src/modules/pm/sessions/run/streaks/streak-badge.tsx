import { Badge } from '@mantine/core';
import { IconRepeatOff } from '@tabler/icons-react';
import { formatDate } from '@/platform/time';
import type { NoShowStreak } from '../api/get-no-show-streaks';

/** How many sessions of a group a patient has missed one after another. */
export function StreakBadge({ streak }: { streak: NoShowStreak }) {
  return (
    <Badge color="yellow" leftSection={<IconRepeatOff size={13} aria-hidden />}>
      Missed {streak.missed_in_a_row} in a row
    </Badge>
  );
}

/** "last there Nov 3, 2026", "never came". */
export function lastThereWords({ last_attended_on }: NoShowStreak): string {
  return last_attended_on ? `last there ${formatDate(last_attended_on)}` : 'never came';
}
