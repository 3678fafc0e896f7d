import { Paper, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { type GroupSessionFigures, useGroupSessionStatistics } from './api/get-group-session-statistics';
import { hoursWords, percentWords } from './figure-words';

const FIGURES: readonly { label: string; words: (figures: GroupSessionFigures) => string }[] = [
  { label: 'Held', words: ({ held }) => held.toLocaleString('en-US') },
  { label: 'To come', words: ({ upcoming, active }) => (upcoming + active).toLocaleString('en-US') },
  { label: 'Cancelled', words: ({ cancelled }) => cancelled.toLocaleString('en-US') },
  {
    label: 'Average length',
    words: ({ average_minutes }) => (average_minutes === null ? '–' : hoursWords(Math.round(average_minutes))),
  },
  { label: 'Attended, on average', words: ({ average_attended }) => average_attended?.toLocaleString('en-US') ?? '–' },
  {
    label: 'Attendance rate',
    words: ({ attendance_rate }) => percentWords(attendance_rate === null ? null : Math.round(attendance_rate * 100)),
  },
];

/** The sessions of a group, ever, in six figures. */
export function GroupSessionStatistics({ groupId }: { groupId: string }) {
  const { data, isError } = useGroupSessionStatistics(groupId);
  return (
    <Paper px="md" py="sm" mb="md">
      <SimpleGrid component="dl" cols={{ base: 2, xs: 3, md: 6 }} spacing="md" verticalSpacing="xs" m={0}>
        {FIGURES.map(({ label, words }) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" fw={600} size="lg" m={0} lh={1.3} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {data && words(data)}
              {!data && isError && <span title="Could not be read">–</span>}
              {!data && !isError && <Skeleton component="span" display="block" height={24} w={40} />}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
