import { Button, Group, Stack } from '@mantine/core';
import { IconCheck, IconDoor, IconNotes, IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatSessionTime } from '@/platform/time';
import { confirmAction, notifyDone, notifyProblem, ProblemAlert, useGone } from '@/platform/ui';
import { type StateChange, useChangeSessionState } from './api/change-session-state';
import type { SessionDetail } from './api/get-session';
import { sessionPageAddress } from './run/session-page';
import { SeriesChoice } from './series/series-choice';
import { sessionName } from './session';
import { isTimeToStart, sessionActions } from './session-actions-model';
import { type DialogOfSession, useSessionAddress } from './session-address';

/** What the page of a session is for, in each state. */
const PAGE_WORDS: Readonly<Record<string, string>> = {
  scheduled: 'Prepare',
  active: 'Open running session',
  completed: 'Attendance and results',
};

/** What the person may do with the session in its present state; nothing that would be refused. */
export function SessionActions({ session }: { session: SessionDetail }) {
  const { can } = usePermissions();
  const { slug, timezone } = useOrganization();
  const navigate = useNavigate();
  const { openDialog } = useSessionAddress();
  const change = useChangeSessionState();
  const gone = useGone();
  const actions = sessionActions(session, {
    edit: can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT),
    cancel: can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE),
    now: new Date(),
  });
  const time = formatSessionTime(session.starts_at, session.ends_at, timezone);

  function done(word: string) {
    notifyDone({ message: `${sessionName(session)}, ${time}, is ${word}.` });
  }

  async function startNow(begin: StateChange) {
    try {
      await change.mutateAsync(begin);
      // Whoever has closed the panel meanwhile is somewhere else, and stays there.
      if (gone.current) done('in progress');
      else navigate(sessionPageAddress(slug, session.id));
    } catch (problem) {
      if (gone.current) notifyProblem(problem);
    }
  }

  function start() {
    const begin = { sessionId: session.id, to: 'active' } as const;
    if (isTimeToStart(session, new Date())) {
      void startNow(begin);
      return;
    }
    confirmAction({
      title: 'Start it now?',
      message: `${sessionName(session)} is planned for ${time}. A session that has started cannot go back to scheduled.`,
      confirmLabel: 'Start session',
      onConfirm: async () => {
        await change.mutateAsync(begin);
        done('in progress');
      },
    });
  }

  function complete() {
    confirmAction({
      title: 'Complete this session?',
      message: `${sessionName(session)}, ${time}. Afterwards only its notes and, with a reason, its attendance can be changed.`,
      confirmLabel: 'Complete session',
      onConfirm: async () => {
        await change.mutateAsync({ sessionId: session.id, to: 'completed' });
        done('completed');
      },
    });
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
            onClick={start}
          >
            Start
          </Button>
        )}
        {actions.includes('complete') && (
          <Button
            variant={session.status === 'active' ? 'default' : 'filled'}
            leftSection={<IconCheck size={16} aria-hidden />}
            disabled={change.isPending}
            onClick={complete}
          >
            Complete
          </Button>
        )}
        <Button
          component={Link}
          to={sessionPageAddress(slug, session.id)}
          variant={session.status === 'active' ? 'filled' : 'default'}
          leftSection={<IconDoor size={16} aria-hidden />}
        >
          {PAGE_WORDS[session.status] ?? 'Open session'}
        </Button>
        {actions.includes('edit') && <EditButton inSeries={session.series_id !== null} openDialog={openDialog} />}
        {actions.includes('cancel') && <CancelButton inSeries={session.series_id !== null} openDialog={openDialog} />}
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

interface OpeningProps {
  /** Then the first question is whether only this session is meant. */
  inSeries: boolean;
  openDialog: (dialog: DialogOfSession) => void;
}

function EditButton({ inSeries, openDialog }: OpeningProps) {
  const look = { label: 'Edit', icon: <IconPencil size={16} aria-hidden /> };
  if (inSeries)
    return <SeriesChoice {...look} onThis={() => openDialog('edit')} onSeries={() => openDialog('edit-series')} />;
  return (
    <Button variant="default" leftSection={look.icon} onClick={() => openDialog('edit')}>
      {look.label}
    </Button>
  );
}

function CancelButton({ inSeries, openDialog }: OpeningProps) {
  if (inSeries)
    return (
      <SeriesChoice
        label="Cancel session"
        onThis={() => openDialog('cancel')}
        onSeries={() => openDialog('cancel-series')}
      />
    );
  return (
    <Button variant="default" onClick={() => openDialog('cancel')}>
      Cancel session
    </Button>
  );
}
