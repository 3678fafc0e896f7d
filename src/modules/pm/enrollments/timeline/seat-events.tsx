import { Text, Timeline } from '@mantine/core';
import {
  type Icon,
  IconArrowBarToDown,
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
import type { SeatLogEntry } from '../api/get-seat-timeline';
import { usePerformerNames } from '../use-performer-names';
import { type SeatNames, seatSentence } from './seat-sentence';

const ICONS: Readonly<Record<string, Icon>> = {
  patient_enrolled: IconUserPlus,
  patient_waitlisted: IconClock,
  patient_promoted: IconArrowUp,
  patient_disenrolled: IconLogout,
  waitlist_moved: IconArrowsMoveVertical,
  waitlist_held: IconPlayerPause,
  waitlist_released: IconPlayerPlay,
  passed_over: IconArrowBarToDown,
  enrollment_deleted: IconTrash,
  enrollment_restored: IconTrashOff,
};

interface SeatEventsProps {
  entries: readonly SeatLogEntry[];
  names: SeatNames;
  /** Whether each entry begins with its group, because they are of several. */
  withGroups: boolean;
}

/** What happened to seats, as sentences: when, by whom, by which rule, and why. */
export function SeatEvents({ entries, names, withGroups }: SeatEventsProps) {
  const { timezone } = useOrganization();
  const nameOf = usePerformerNames();
  return (
    <Timeline bulletSize={26} lineWidth={2} active={-1} role="list">
      {entries.map(({ id, action, facts, performed_by, created_at, group }) => {
        const Bullet = ICONS[action] ?? IconPencil;
        const day = wallClock(parseTimestamp(created_at), timezone).date;
        return (
          <Timeline.Item key={id} role="listitem" bullet={<Bullet size={15} aria-hidden />}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {withGroups && <strong>{group?.name ?? 'A group that is not available'}: </strong>}
              {seatSentence({ action, facts, who: nameOf(performed_by), day }, names)}
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
