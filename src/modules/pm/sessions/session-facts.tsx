import { Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { type Icon, IconClock, IconMapPin, IconNotes, IconUser, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime, zoneLabelIfDifferent } from '@/platform/time';
import { SeatsBar } from '@/platform/ui';
import type { GroupSeats } from './api/get-group-seats';
import type { SessionDetail } from './api/get-session';
import type { People } from './use-people';
import { durationText, minutesBetween } from './wall-clock';

interface SessionFactsProps {
  session: SessionDetail;
  people: People;
  /** Undefined while loading, or where the person may not see it. */
  seats: GroupSeats[string] | undefined;
}

/** When, who, where, how full, and the notes. */
export function SessionFacts({ session, people, seats }: SessionFactsProps) {
  const { timezone } = useOrganization();
  const length = minutesBetween(session.start_time, session.end_time);
  const zone = zoneLabelIfDifferent(timezone);
  const facilitator = people.nameOf(session.facilitator_id);
  const coFacilitator = people.nameOf(session.co_facilitator_id);
  return (
    <Stack gap="sm">
      <Fact icon={IconClock} label="When">
        <Text size="sm" fw={500}>
          {formatSessionTime(session.starts_at, session.ends_at, timezone)}
        </Text>
        <Text size="xs" c="dimmed">
          {[length !== null && durationText(length), zone].filter(Boolean).join(' · ')}
        </Text>
      </Fact>
      <Fact icon={IconUser} label="People">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {facilitator ?? 'No facilitator yet'}
        </Text>
        {coFacilitator && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {coFacilitator}{' '}
            <Text span size="xs" c="dimmed">
              co-facilitator
            </Text>
          </Text>
        )}
      </Fact>
      <Fact icon={IconMapPin} label="Location">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {session.location ?? 'No location yet'}
        </Text>
      </Fact>
      {seats && (
        <Fact icon={IconUsers} label="Seats">
          <SeatsBar {...seats} />
        </Fact>
      )}
      {session.notes && (
        <Fact icon={IconNotes} label="Notes">
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {session.notes}
          </Text>
        </Fact>
      )}
    </Stack>
  );
}

function Fact({ icon: FactIcon, label, children }: { icon: Icon; label: string; children: ReactNode }) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <FactIcon size={18} stroke={1.6} aria-hidden style={{ flexShrink: 0, marginTop: 1, opacity: 0.65 }} />
      <div style={{ minWidth: 0, flex: 1 }}>
        <VisuallyHidden>{label}: </VisuallyHidden>
        {children}
      </div>
    </Group>
  );
}
