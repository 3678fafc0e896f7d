import { Paper, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { type GroupStatistics, useGroupStatistics } from './api/get-statistics';

const FIGURES: readonly { key: keyof GroupStatistics; label: string; digits?: number }[] = [
  { key: 'total', label: 'Groups' },
  { key: 'active', label: 'Active' },
  { key: 'total_patients', label: 'Patients enrolled' },
  { key: 'average_size', label: 'Average size', digits: 1 },
  { key: 'seats_free', label: 'Seats free' },
  { key: 'waitlisted', label: 'Waiting' },
];

/** The organization's groups in six figures. */
export function GroupStatisticsStrip() {
  const { data, isError } = useGroupStatistics();
  return (
    <Paper px="md" py="sm" mb="md">
      <SimpleGrid component="dl" cols={{ base: 3, md: 6 }} spacing="md" verticalSpacing="xs" m={0}>
        {FIGURES.map(({ key, label, digits = 0 }) => (
          <div key={key}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" fw={600} size="xl" m={0} lh={1.3}>
              {data ? format(data[key], digits) : <Placeholder failed={isError} />}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}

/** A figure that could not be read is a dash, never a zero. */
function Placeholder({ failed }: { failed: boolean }) {
  return failed ? (
    <span title="Could not be read">–</span>
  ) : (
    <Skeleton component="span" display="block" height={26} w={40} />
  );
}

function format(figure: number, digits: number): string {
  return figure.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
