import { Text, Timeline } from '@mantine/core';
import {
  type Icon,
  IconArrowsMoveVertical,
  IconArrowUp,
  IconClock,
  IconLogout,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
  IconTrashOff,
  IconUserPlus,
} from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp, parseTimestamp, wallClock } from '@/platform/time';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { useSeatTimeline } from '../api/get-seat-timeline';
import { usePerformerNames } from '../use-performer-names';
import { seatSentence } from './seat-sentence';

const ICONS: Readonly<Record<string, Icon>> = {
  patient_enrolled: IconUserPlus,
  patient_waitlisted: IconClock,
  patient_promoted: IconArrowUp,
  patient_disenrolled: IconLogout,
  waitlist_moved: IconArrowsMoveVertical,
  waitlist_held: IconPlayerPause,
  waitlist_released: IconPlayerPlay,
  enrollment_deleted: IconTrash,
  enrollment_restored: IconTrashOff,
};

interface SeatTimelineProps {
  patientId: string;
  /** The group; without one every group, each entry with its name. */
  groupId?: string;
}

/** What happened to a patient's seat, latest first: when, by whom, by which rule, and why. */
export function SeatTimeline({ patientId, groupId }: SeatTimelineProps) {
  const { timezone } = useOrganization();
  const nameOf = usePerformerNames();
  const { data, error, refetch } = useSeatTimeline({ patientId, groupId: groupId ?? null });
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={3} />;
  if (data.entries.length === 0) return <Text c="dimmed">Nothing has happened yet.</Text>;
  return (
    <Timeline bulletSize={26} lineWidth={2} active={-1} role="list">
      {data.entries.map(({ id, action, facts, performed_by, created_at, group }) => {
        const Bullet = ICONS[action] ?? IconPencil;
        const day = wallClock(parseTimestamp(created_at), timezone).date;
        return (
          <Timeline.Item key={id} role="listitem" bullet={<Bullet size={15} aria-hidden />}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {groupId === undefined && <strong>{group?.name ?? 'A group that is not available'}: </strong>}
              {seatSentence({ action, facts, who: nameOf(performed_by), day }, data)}
            </Text>
            <Text size="xs" c="dimmed" mt={2}>
              {formatTimestamp(created_at, timezone)}
            </Text>
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}
