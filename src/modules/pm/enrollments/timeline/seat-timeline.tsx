import { Text } from '@mantine/core';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { useSeatTimeline } from '../api/get-seat-timeline';
import { SeatEvents } from './seat-events';

interface SeatTimelineProps {
  patientId: string;
  groupId: string;
}

/** What happened to a patient's seat in a group, latest first. */
export function SeatTimeline({ patientId, groupId }: SeatTimelineProps) {
  const { data, error, refetch } = useSeatTimeline({ patientId, groupId });
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={3} />;
  if (data.entries.length === 0) return <Text c="dimmed">Nothing has happened yet.</Text>;
  return <SeatEvents entries={data.entries} names={data} withGroups={false} />;
}
