import { Grid, Skeleton, Stack } from '@mantine/core';
import { ListSkeleton } from '@/platform/ui';

/** Stands where a patient's page will be, in its shape. */
export function PatientSkeleton() {
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Skeleton height={14} width={80} />
        <Skeleton height={28} width={260} maw="80%" />
      </Stack>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Skeleton height={260} radius="md" />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <ListSkeleton rows={3} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
