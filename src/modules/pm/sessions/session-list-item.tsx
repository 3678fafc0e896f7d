import { Group, Text, UnstyledButton } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { StatusBadge } from '@/platform/ui';
import { OverrideBadge } from './override-badge';
import { isOpen, type Session } from './session';
import classes from './session-list.module.css';
import type { People } from './use-people';

interface SessionListItemProps {
  session: Session;
  people: People;
  onOpen: () => void;
}

/** One session of a group: when, by whom and where, and its state. */
export function SessionListItem({ session, people, onOpen }: SessionListItemProps) {
  const { timezone } = useOrganization();
  const who = [people.nameOf(session.facilitator_id), people.nameOf(session.co_facilitator_id), session.location]
    .filter(Boolean)
    .join(' · ');
  return (
    <UnstyledButton className={classes.item} onClick={onOpen} aria-haspopup="dialog">
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={500} td={session.status === 'cancelled' ? 'line-through' : undefined}>
            {formatSessionTime(session.starts_at, session.ends_at, timezone)}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {session.cancellation_reason ?? (who || (isOpen(session) ? 'No facilitator and no location yet' : ''))}
          </Text>
        </div>
        <Group gap={6} justify="flex-end" maw={{ base: 140, xs: 'none' }} style={{ flexShrink: 0 }}>
          {session.conflict_override && isOpen(session) && <OverrideBadge />}
          <StatusBadge kind="session" status={session.status} />
        </Group>
      </Group>
    </UnstyledButton>
  );
}
