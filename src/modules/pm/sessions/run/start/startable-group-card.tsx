import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatTimeRange } from '@/platform/time';
import { groupTypeLook } from '@/platform/ui';
import { durationText } from '../../wall-clock';
import type { StartableGroup } from '../api/get-startable-groups';
import { standingOf } from './startable';
import type { Starting } from './use-starting';

interface StartableGroupCardProps {
  group: StartableGroup;
  /** By the group's policy. */
  mayCreate: boolean;
  starting: Starting;
}

/** One group, and what starting means for it: a new session, the one that is planned for now, or going to the one that runs. */
export function StartableGroupCard({ group, mayCreate, starting }: StartableGroupCardProps) {
  const { timezone } = useOrganization();
  const mayStartPlanned = usePermissions().can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT);
  const { icon: TypeIcon, color, label } = groupTypeLook(group.group_type);
  const standing = standingOf(group, new Date());
  const busy = starting.busyGroupId === group.id;
  const disabled = starting.busyGroupId !== null && !busy;
  const planned = standing.kind === 'planned' && mayStartPlanned ? standing : null;
  const facts = [label, group.group_code, durationText(group.duration_minutes ?? 60), group.location].filter(Boolean);
  return (
    <Paper p="sm">
      <Stack gap="xs">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <TypeIcon size={18} color={color} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <div style={{ minWidth: 0 }}>
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {group.name}
            </Text>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {facts.join(' · ')}
            </Text>
          </div>
        </Group>
        <Group gap="xs">
          {standing.kind === 'running' && (
            <Button
              fullWidth
              onClick={() => starting.open(standing.sessionId)}
              aria-label={`Open the running session of ${group.name}`}
            >
              Is running: open it
            </Button>
          )}
          {planned && (
            <Button
              fullWidth
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              loading={busy}
              disabled={disabled}
              onClick={() => starting.startPlanned(group.id, planned.sessionId)}
            >
              Start the {formatTimeRange(planned.starts_at, planned.ends_at, timezone)} session
            </Button>
          )}
          {standing.kind !== 'running' && mayCreate && (
            <Button
              fullWidth
              variant={planned ? 'default' : 'filled'}
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              loading={busy}
              disabled={disabled}
              onClick={() => starting.startInstant(group.id)}
              aria-label={`Start a new session of ${group.name}`}
            >
              {planned ? 'Start another one' : 'Start'}
            </Button>
          )}
          {standing.kind === 'free' && !mayCreate && (
            <Text size="xs" c="dimmed">
              {group.session_creation_permission === 'owner'
                ? 'Only its facilitators start sessions of this group.'
                : 'Only administrators start sessions of this group.'}
            </Text>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
