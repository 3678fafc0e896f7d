import { Anchor, Group, Table, Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { SessionStateBadge } from '../approval/session-state-badge';
import { OverrideBadge } from '../override-badge';
import { isOpen } from '../session';
import { useSessionAddress } from '../session-address';
import { type People, usePeople } from '../use-people';
import type { TabSession } from './api/get-tab-sessions';
import { RowActions } from './row-actions';
import classes from './tab.module.css';

interface TabSessionsProps {
  sessions: readonly TabSession[];
}

/** A group's sessions as a table. */
export function TabTable({ sessions }: TabSessionsProps) {
  const people = usePeople();
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table aria-label="Sessions" highlightOnHover fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>Led by</Table.Th>
            <Table.Th>Location</Table.Th>
            <Table.Th>Created by</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>
              <span className={classes.unseen}>Actions</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => (
            <Table.Tr key={session.id}>
              <Table.Td className={classes.when}>
                <SessionTime session={session} />
              </Table.Td>
              <Table.Td className={classes.wrapping}>{leadersOf(session, people) || <Absent />}</Table.Td>
              <Table.Td className={classes.wrapping}>{session.location ?? <Absent />}</Table.Td>
              <Table.Td className={classes.wrapping}>{people.nameOf(session.created_by) ?? <Absent />}</Table.Td>
              <Table.Td>
                <SessionState session={session} />
              </Table.Td>
              <Table.Td>
                <RowActions session={session} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** A group's sessions on a phone: one card each, with what the table has in its columns. */
export function TabCards({ sessions }: TabSessionsProps) {
  const people = usePeople();
  return (
    <ul className={classes.cards} aria-label="Sessions">
      {sessions.map((session) => {
        const creator = people.nameOf(session.created_by);
        const facts = [leadersOf(session, people), session.location, creator && `created by ${creator}`];
        return (
          <li key={session.id} className={classes.card}>
            <SessionTime session={session} />
            <Text size="xs" c="dimmed" className={classes.wrapping}>
              {facts.filter(Boolean).join(' · ')}
            </Text>
            <Group justify="space-between" gap="xs" mt={6}>
              <SessionState session={session} />
              <RowActions session={session} />
            </Group>
          </li>
        );
      })}
    </ul>
  );
}

function SessionTime({ session }: { session: TabSession }) {
  const { timezone } = useOrganization();
  const { openSession } = useSessionAddress();
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        fw={500}
        ta="start"
        c="var(--mantine-color-text)"
        td={session.status === 'cancelled' ? 'line-through' : undefined}
        aria-haspopup="dialog"
        onClick={() => openSession(session.id)}
      >
        {formatSessionTime(session.starts_at, session.ends_at, timezone)}
      </Anchor>
      {session.cancellation_reason && (
        <Text size="xs" c="dimmed" lineClamp={2} className={classes.wrapping}>
          {session.cancellation_reason}
        </Text>
      )}
    </>
  );
}

function SessionState({ session }: { session: TabSession }) {
  return (
    <Group gap={6}>
      <SessionStateBadge session={session} />
      {session.conflict_override && isOpen(session) && <OverrideBadge />}
    </Group>
  );
}

function leadersOf({ facilitator_id, co_facilitator_id }: TabSession, { nameOf }: People): string {
  return [nameOf(facilitator_id), nameOf(co_facilitator_id)].filter(Boolean).join(', ');
}

function Absent() {
  return (
    <Text span size="sm" c="dimmed">
      –
    </Text>
  );
}
