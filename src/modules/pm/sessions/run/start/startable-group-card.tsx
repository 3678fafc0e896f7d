import { Button, Group, Paper, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatTimeRange } from '@/platform/time';
import { groupTypeLook } from '@/platform/ui';
import { startRefusalWords } from '../../policy/policy-words';
import type { StartRefusal } from '../../policy/powers';
import { durationText } from '../../wall-clock';
import type { StartableGroup } from '../api/get-startable-groups';
import { type Standing, standingOf } from './startable';
import type { Starting } from './use-starting';

interface StartableGroupCardProps {
  group: StartableGroup;
  /** What of the group's policy keeps the person from starting a new session. */
  refusal: StartRefusal | null;
  /** False where only what is there already is offered. */
  offersNew?: boolean;
  starting: Starting;
}

/** One group, and what starting means for it: a new session, the one that is planned for now, or going to the one that runs. */
export function StartableGroupCard({ group, refusal, offersNew = true, starting }: StartableGroupCardProps) {
  const { icon: TypeIcon, color, label } = groupTypeLook(group.group_type);
  const standing = standingOf(group, new Date());
  const facts = [label, group.group_code, durationText(group.duration_minutes ?? 60), group.location].filter(Boolean);
  return (
    <Paper p="sm">
      <Group gap="sm" justify="space-between">
        <Group gap="sm" wrap="nowrap" align="flex-start" flex="1 1 220px" miw={0}>
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
        {standing.kind === 'running' ? (
          <Button
            onClick={() => starting.open(standing.sessionId)}
            aria-label={`Running: open the session of ${group.name}`}
          >
            Running: open
          </Button>
        ) : (
          <StartButtons group={group} refusal={refusal} offersNew={offersNew} starting={starting} standing={standing} />
        )}
      </Group>
    </Paper>
  );
}

interface StartButtonsProps extends StartableGroupCardProps {
  standing: Exclude<Standing, { kind: 'running' }>;
}

function StartButtons({ group, refusal, offersNew, starting, standing }: StartButtonsProps) {
  const { timezone } = useOrganization();
  const mayStartPlanned = usePermissions().can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT);
  const planned = standing.kind === 'planned' && mayStartPlanned ? standing : null;
  const busy = starting.busyGroupId === group.id;
  const look = {
    leftSection: <IconPlayerPlay size={16} aria-hidden />,
    loading: busy,
    disabled: starting.busyGroupId !== null && !busy,
  };
  const startsNew = offersNew && refusal === null;
  if (!planned && refusal !== null)
    return (
      <Text size="xs" c="dimmed" flex="1 1 100%">
        {startRefusalWords(refusal, group.session_creation_permission)}
      </Text>
    );
  if (!planned && !startsNew) return null;
  return (
    <Group gap="xs" justify="flex-end">
      {planned && (
        <Button {...look} onClick={() => starting.startPlanned(group.id, planned.sessionId)}>
          Start the {formatTimeRange(planned.starts_at, planned.ends_at, timezone)} session
        </Button>
      )}
      {startsNew && (
        <Button
          {...look}
          variant={planned ? 'default' : 'filled'}
          onClick={() => starting.startInstant(group.id)}
          aria-label={`Start a new session of ${group.name}`}
        >
          {planned ? 'Start another one' : 'Start'}
        </Button>
      )}
    </Group>
  );
}
