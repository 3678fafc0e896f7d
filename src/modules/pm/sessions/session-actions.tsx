import { Button, Group, Stack } from '@mantine/core';
import { IconCheck, IconNotes, IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatTimeRange } from '@/platform/time';
import { notifyDone, ProblemAlert } from '@/platform/ui';
import { useChangeSessionState } from './api/change-session-state';
import type { SessionDetail } from './api/get-session';
import { sessionName } from './session';
import { sessionActions } from './session-actions-model';
import { useSessionAddress } from './session-address';

/** What the person may do with the session in its present state; nothing that would be refused. */
export function SessionActions({ session }: { session: SessionDetail }) {
  const { can } = usePermissions();
  const { timezone } = useOrganization();
  const { openDialog } = useSessionAddress();
  const change = useChangeSessionState();
  const actions = sessionActions(session, {
    edit: can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT),
    cancel: can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE),
    now: new Date(),
  });
  if (actions.length === 0) return null;

  function moveTo(to: 'active' | 'completed', word: string) {
    const time = formatTimeRange(session.starts_at, session.ends_at, timezone);
    change.mutate(
      { sessionId: session.id, to },
      { onSuccess: () => notifyDone({ message: `${sessionName(session)}, ${time}, is ${word}.` }) },
    );
  }

  return (
    <Stack gap="xs">
      <Group gap="xs">
        {actions.includes('start') && (
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            variant={actions.includes('complete') ? 'default' : 'filled'}
            loading={change.isPending && change.variables.to === 'active'}
            disabled={change.isPending}
            onClick={() => moveTo('active', 'in progress')}
          >
            Start
          </Button>
        )}
        {actions.includes('complete') && (
          <Button
            leftSection={<IconCheck size={16} aria-hidden />}
            loading={change.isPending && change.variables.to === 'completed'}
            disabled={change.isPending}
            onClick={() => moveTo('completed', 'completed')}
          >
            Complete
          </Button>
        )}
        {actions.includes('edit') && (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => openDialog('edit')}
          >
            Edit
          </Button>
        )}
        {actions.includes('cancel') && (
          <Button variant="default" onClick={() => openDialog('cancel')}>
            Cancel session
          </Button>
        )}
        {actions.includes('notes') && (
          <Button
            variant="default"
            leftSection={<IconNotes size={16} aria-hidden />}
            onClick={() => openDialog('notes')}
          >
            Edit notes
          </Button>
        )}
      </Group>
      <ProblemAlert error={change.error} />
    </Stack>
  );
}
