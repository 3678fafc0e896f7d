import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ErrorState, ListSkeleton, ProblemAlert } from '@/platform/ui';
import { usePatientActivity } from './api/get-patient-activity';
import { SeatEvents } from './timeline/seat-events';

const PERIODS = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '', label: 'Ever' },
];

/** What happened to a patient's seats and places in all groups: when, by whom, and why. */
export function PatientActivity({ patientId }: { patientId: string }) {
  const [period, setPeriod] = useState('');
  const allowed = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  if (!allowed) return <Text c="dimmed">Your role does not include enrollments.</Text>;
  return (
    <Stack gap="md" align="flex-start">
      <SegmentedControl aria-label="Period" size="xs" data={PERIODS} value={period} onChange={setPeriod} />
      <Activity patientId={patientId} days={period === '' ? null : Number(period)} />
    </Stack>
  );
}

function Activity({ patientId, days }: { patientId: string; days: number | null }) {
  const activity = usePatientActivity({ patientId, days });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = activity;
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={4} />;
  const entries = data.pages.flatMap((page) => page.entries);
  const patients = new Map(data.pages.flatMap((page) => [...page.patients]));
  const groups = new Map(data.pages.flatMap((page) => [...page.groups]));
  if (entries.length === 0) {
    return <Text c="dimmed">{days === null ? 'Nothing has happened yet.' : `Nothing in the last ${days} days.`}</Text>;
  }
  return (
    <Stack gap="md" w="100%" aria-busy={isPlaceholderData}>
      <SeatEvents entries={entries} names={{ patients, groups }} withGroups />
      <ProblemAlert error={error} />
      {hasNextPage && (
        <Group>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            Load more
          </Button>
        </Group>
      )}
    </Stack>
  );
}
