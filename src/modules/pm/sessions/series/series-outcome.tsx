import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import type { ScheduledSeries } from './api/schedule-series';
import { dayWords } from './dates';
import { plural } from './plan-model';

/** After saving, when somebody was faster: which dates were left out, and why. */
export function SeriesOutcome({ result, onClose }: { result: ScheduledSeries; onClose: () => void }) {
  const thisYear = todayIn(useOrganization().timezone).slice(0, 4);
  const { created, skipped } = result;
  return (
    <Stack role="status">
      <Text size="sm">
        {created.length === 0
          ? 'No session was scheduled. '
          : `${plural(created.length, 'session')} ${created.length === 1 ? 'is' : 'are'} scheduled. `}
        {skipped.length === 1 ? 'One date was' : `${skipped.length} dates were`} taken in the meantime and left out:
      </Text>
      <List size="sm" spacing={4}>
        {skipped.map(({ session_date, detail }) => (
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
