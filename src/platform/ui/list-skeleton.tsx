import { Group, Skeleton, Stack } from '@mantine/core';
import { indexes } from './indexes';

/** Stands where a list will be, in its shape. */
export function ListSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <Stack gap="sm" role="status" aria-label="Loading">
      {indexes(rows).map((row) => (
        <Group key={row} wrap="nowrap" py={6}>
          <Skeleton circle height={32} />
          <Stack gap={6} flex={1}>
            <Skeleton height={12} width={`${60 - (row % 3) * 10}%`} />
            <Skeleton height={10} width={`${35 - (row % 2) * 8}%`} />
          </Stack>
        </Group>
      ))}
    </Stack>
  );
}
