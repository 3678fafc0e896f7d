import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { type Icon, IconClock, IconMapPin, IconNotes, IconRepeat, IconUser, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatSessionTime, zoneLabelIfDifferent } from '@/platform/time';
import { SeatsBar } from '@/platform/ui';
import type { GroupSeats } from './api/get-group-seats';
import type { SessionDetail } from './api/get-session';
import { DownloadCalendarButton } from './calendar-files';
import { SeriesLine } from './series/series-line';
import { isOpen } from './session';
import { useSessionAddress } from './session-address';
import type { People } from './use-people';
import { durationText, minutesBetween } from './wall-clock';

interface SessionFactsProps {
  session: SessionDetail;
  people: People;
  /** Undefined while loading, or where the person may not see it. */
  seats: GroupSeats[string] | undefined;
}

/** When, who, where, how full, and the notes; beside who and where, the way to change just that. */
export function SessionFacts({ session, people, seats }: SessionFactsProps) {
  const { timezone } = useOrganization();
  const { can } = usePermissions();
  const { openDialog } = useSessionAddress();
  const length = minutesBetween(session.start_time, session.end_time);
  const zone = zoneLabelIfDifferent(timezone);
  const facilitator = people.nameOf(session.facilitator_id);
  const coFacilitator = people.nameOf(session.co_facilitator_id);
  const changeable = can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT) && isOpen(session);
  return (
    <Stack gap="sm">
      <Fact
        icon={IconClock}
        label="When"
        action={<DownloadCalendarButton what={{ kind: 'session', session }} variant="subtle" size="compact-sm" />}
      >
        <Text size="sm" fw={500}>
          {formatSessionTime(session.starts_at, session.ends_at, timezone)}
        </Text>
        <Text size="xs" c="dimmed">
          {[length !== null && durationText(length), zone].filter(Boolean).join(' · ')}
        </Text>
      </Fact>
      {session.series_id && (
        <Fact icon={IconRepeat} label="Series">
          <SeriesLine seriesId={session.series_id} session={session} />
        </Fact>
      )}
      <Fact
        icon={IconUser}
        label="People"
        action={changeable && <QuickChange label="Substitute" onClick={() => openDialog('substitute')} />}
      >
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
      <Fact
        icon={IconMapPin}
        label="Location"
        action={changeable && <QuickChange label="Other room" onClick={() => openDialog('room')} />}
      >
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

function QuickChange({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={onClick}>
      {label}
    </Button>
  );
}

interface FactProps {
  icon: Icon;
  label: string;
  action?: ReactNode;
  children: ReactNode;
}

function Fact({ icon: FactIcon, label, action, children }: FactProps) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <FactIcon size={18} stroke={1.6} aria-hidden style={{ flexShrink: 0, marginTop: 1, opacity: 0.65 }} />
      <div style={{ minWidth: 0, flex: 1 }}>
        <VisuallyHidden>{label}: </VisuallyHidden>
        {children}
      </div>
      {action && <div style={{ flexShrink: 0, marginBlock: -3 }}>{action}</div>}
    </Group>
  );
}
