import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { dayWords } from './day-words';

interface LeftOutDatesProps {
  /** What was done, and what these dates are. */
  lead: string;
  dates: readonly { session_date: string; detail: string | null }[];
  onClose: () => void;
}

/** After saving, when not all went: which dates, and why. */
export function LeftOutDates({ lead, dates, onClose }: LeftOutDatesProps) {
  const thisYear = todayIn(useOrganization().timezone).slice(0, 4);
  return (
    <Stack>
      <Text size="sm" role="status">
        {lead}
      </Text>
      <List size="sm" spacing={4}>
        {dates.map(({ session_date, detail }) => (
          <List.Item key={`${session_date} ${detail}`} style={{ overflowWrap: 'anywhere' }}>
            <b>{dayWords(session_date, thisYear)}</b> {detail}
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
