import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { addDays } from '@/platform/time';
import { weekWords } from '../figure-words';

interface WeekSwitchProps {
  /** Mondays, `YYYY-MM-DD`. */
  monday: string;
  thisMonday: string;
  onChange: (monday: string) => void;
}

/** Goes from week to week. */
export function WeekSwitch({ monday, thisMonday, onChange }: WeekSwitchProps) {
  return (
    <Group gap="xs" data-screen-only>
      <ActionIcon variant="default" size="lg" aria-label="Week before" onClick={() => onChange(addDays(monday, -7))}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Text fw={600} miw={150} ta="center" role="status">
        {monday === thisMonday ? 'This week, ' : ''}
        {weekWords(monday, addDays(monday, 6))}
      </Text>
      <ActionIcon variant="default" size="lg" aria-label="Week after" onClick={() => onChange(addDays(monday, 7))}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      {monday !== thisMonday && (
        <Button variant="subtle" onClick={() => onChange(thisMonday)}>
          This week
        </Button>
      )}
    </Group>
  );
}
