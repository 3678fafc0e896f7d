import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconBan, IconCheck, IconDots, IconNotes, IconPlayerPlay, IconPrinter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatSessionTime } from '@/platform/time';
import { confirmAction, notifyDone, notifyProblem } from '@/platform/ui';
import { useChangeSessionState } from '../api/change-session-state';
import { isOpen, sessionName } from '../session';
import { isTimeToStart, sessionActions } from '../session-actions-model';
import type { RunningSession } from './api/get-running-session';
import { useRunAddress } from './run-address';
import { useNow } from './use-now';

/** Start or complete, and in a menu what is done less often. */
export function RunActions({ session }: { session: RunningSession }) {
  const { can } = usePermissions();
  const { timezone } = useOrganization();
  const { open } = useRunAddress();
  const change = useChangeSessionState();
  const now = useNow();
  const offered = sessionActions(session, {
    edit: can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT),
    cancel: can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE),
    now,
  });
  const approved = session.approval_status === 'approved';

  const begin = { sessionId: session.id, to: 'active' } as const;
  const began = () => notifyDone({ message: `${sessionName(session)} is in progress.` });

  function start() {
    if (isTimeToStart(session, new Date())) {
      // Told to whoever has left the page, too.
      change.mutateAsync(begin).then(began, notifyProblem);
      return;
    }
    confirmAction({
      title: 'Start it now?',
      message: `${sessionName(session)} is planned for ${formatSessionTime(session.starts_at, session.ends_at, timezone)}. A session that has started cannot go back to scheduled.`,
      confirmLabel: 'Start session',
      onConfirm: async () => {
        await change.mutateAsync(begin);
        began();
      },
    });
  }

  return (
    <Group gap="xs">
      {offered.includes('start') && approved && (
        <Button
          size="md"
          variant={offered.includes('complete') ? 'default' : 'filled'}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={change.isPending}
          onClick={start}
        >
          Start
        </Button>
      )}
      {offered.includes('complete') && approved && (
        <Button
          size="md"
          leftSection={<IconCheck size={16} aria-hidden />}
          disabled={change.isPending}
          onClick={() => open('complete')}
        >
          Complete
        </Button>
      )}
      <MoreActions
        session={session}
        mayEdit={can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT)}
        mayCancel={offered.includes('cancel')}
      />
    </Group>
  );
}

interface MoreActionsProps {
  session: RunningSession;
  mayEdit: boolean;
  mayCancel: boolean;
}

function MoreActions({ session, mayEdit, mayCancel }: MoreActionsProps) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const { open } = useRunAddress();
  const mayPrint =
    session.group !== null && can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW) && can(PM_PERMISSIONS.PATIENTS_VIEW);
  if (!mayEdit && !mayCancel && !mayPrint) return null;
  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={42} aria-label="More actions for the session">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayEdit && (
          <Menu.Item leftSection={<IconNotes size={16} aria-hidden />} onClick={() => open('notes')}>
            {session.notes ? 'Edit notes…' : 'Add notes…'}
          </Menu.Item>
        )}
        {mayPrint && (
          <Menu.Item
            component={Link}
            to={`/o/${slug}/pm/groups/${session.group_definition_id}/print?sheet=sign-in&session=${session.id}`}
            leftSection={<IconPrinter size={16} aria-hidden />}
          >
            Sign-in sheet
          </Menu.Item>
        )}
        {mayCancel && isOpen(session) && (
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconBan size={16} aria-hidden />}
            onClick={() => open('cancel')}
          >
            Cancel session…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
