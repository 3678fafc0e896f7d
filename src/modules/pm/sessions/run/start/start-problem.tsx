import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { describeError } from '@/platform/supabase/errors';
import { ProblemAlert } from '@/platform/ui';
import type { StartableGroup } from '../api/get-startable-groups';
import { standingOf } from './startable';
import { StartableGroupCard } from './startable-group-card';
import type { Starting } from './use-starting';

interface StartProblemProps {
  group: StartableGroup;
  error: unknown;
  starting: Starting;
  /** The dialog is about this group only. */
  isOnly: boolean;
  onClose: () => void;
}

/** Why the session did not start, and the ways out of it. */
export function StartProblem({ group, error, starting, isOnly, onClose }: StartProblemProps) {
  const mayOverride = usePermissions().can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT);
  const [location, setLocation] = useState(group.location ?? '');
  const { code, message } = describeError(error);
  const inConflict = code === 'SCHEDULE_CONFLICT';
  // A person in two places is not helped by another room.
  const isAboutRoom = group.location !== null && message.startsWith(group.location);
  const inTheWay = standingOf(group, new Date()).kind !== 'free';
  const busy = starting.busyGroupId !== null;
  return (
    <Stack>
      <ProblemAlert error={error} />
      {(inTheWay || code === 'SESSION_ALREADY_ACTIVE') && (
        <StartableGroupCard group={group} refusal={null} offersNew={false} starting={starting} />
      )}
      {inConflict && isAboutRoom && (
        <Group align="flex-end" gap="xs">
          <TextInput
            label="In another room"
            flex="1 1 180px"
            maxLength={100}
            value={location}
            onChange={(event) => setLocation(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={busy || location.trim() === '' || location.trim() === group.location}
            onClick={() => starting.startInstant(group.id, { location: location.trim() })}
          >
            Start there
          </Button>
        </Group>
      )}
      {inConflict && mayOverride && (
        <Stack gap={4}>
          <Button
            variant="light"
            color="yellow"
            loading={busy}
            onClick={() => starting.startInstant(group.id, { override: true })}
          >
            Start anyway
          </Button>
          <Text size="xs" c="dimmed">
            Both sessions take place. Quorum no longer keeps the people and the room of this one free; it is marked and
            logged.
          </Text>
        </Stack>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={starting.forgetRefusal}>
          {isOnly ? 'Back' : 'Back to the groups'}
        </Button>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
