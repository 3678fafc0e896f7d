import { Alert, Button, Checkbox, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { notifyDone, ProblemAlert } from '@/platform/ui';
import { useChangeSessionState } from '../api/change-session-state';
import { sessionName } from '../session';
import { SessionModal } from '../session-modal';
import { useRefusal } from '../use-refusal';
import type { RunningSession } from './api/get-running-session';
import { tapSender } from './queue/attendance-queue';
import type { AttendanceStatus } from './queue/tap';
import { type ListedPerson, unrecorded } from './taking-attendance/attendance-model';

interface CompleteDialogProps {
  session: RunningSession;
  people: readonly ListedPerson[];
  /** Records all who are not recorded yet; answers how many they are. */
  recordOthers: (status: AttendanceStatus) => number;
  onClose: () => void;
}

/** Completes the session; says before that whose attendance is missing. */
export function CompleteDialog({ session, people, recordOthers, onClose }: CompleteDialogProps) {
  const mayRecord = usePermissions().can(PM_PERMISSIONS.GROUP_ATTENDANCE_EDIT);
  const change = useChangeSessionState();
  const [others, setOthers] = useState(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = unrecorded(people);
  const refuse = useRefusal();

  async function complete() {
    setRunning(true);
    setError(null);
    try {
      if (others) recordOthers('absent');
      // What was tapped belongs into the session before it ends; what cannot be sent now is accepted for a day.
      await tapSender.flush();
      await change.mutateAsync({ sessionId: session.id, to: 'completed' });
      notifyDone({ message: `${sessionName(session)} is completed.` });
      onClose();
    } catch (problem) {
      refuse(problem, setError);
      setRunning(false);
    }
  }

  return (
    <SessionModal title="Complete this session?" onClose={onClose} size="md" locked={running} hasOwnFocus>
      <Stack>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {sessionName(session)} ends, and nobody can join any more. Attendance can still be corrected, with a reason.
        </Text>
        {open.length > 0 ? (
          <Alert
            color="yellow"
            icon={<IconAlertTriangle aria-hidden />}
            title={open.length === 1 ? 'One person is not recorded' : `${open.length} people are not recorded`}
          >
            {/* It scrolls, which takes the focus without a mouse. */}
            <List
              size="sm"
              spacing={2}
              style={{ maxHeight: 180, overflowY: 'auto' }}
              tabIndex={0}
              aria-label="Not recorded"
            >
              {open.map(({ key, name }) => (
                <List.Item key={key} style={{ overflowWrap: 'anywhere' }}>
                  {name}
                </List.Item>
              ))}
            </List>
          </Alert>
        ) : (
          people.length > 0 && <Text size="sm">Everybody’s attendance is recorded.</Text>
        )}
        {open.length > 0 && mayRecord && (
          <Checkbox
            size="md"
            checked={others}
            onChange={(event) => setOthers(event.currentTarget.checked)}
            label={open.length === 1 ? 'Record this person as absent' : 'Record all of them as absent'}
          />
        )}
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" size="md" onClick={onClose} disabled={running} data-autofocus>
            Keep running
          </Button>
          <Button size="md" loading={running} onClick={complete}>
            {others ? 'Record and complete' : 'Complete session'}
          </Button>
        </Group>
      </Stack>
    </SessionModal>
  );
}
