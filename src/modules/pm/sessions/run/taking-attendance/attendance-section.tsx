import { Paper, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useId } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { parseTimestamp, wallClock } from '@/platform/time';
import { EmptyState, ErrorState, ListSkeleton, notifyDone, notifyProblem } from '@/platform/ui';
import { clockText } from '../../wall-clock';
import { useDropIns } from '../api/drop-ins';
import type { RunningSession } from '../api/get-running-session';
import { useRemoveGuest } from '../api/remove-guest';
import { useUnsent } from '../queue/use-unsent';
import { useRunAddress } from '../run-address';
import { useNow } from '../use-now';
import { AttendanceList } from './attendance-list';
import { isTooEarly, type ListedPerson } from './attendance-model';
import { AttendanceToolbar } from './attendance-toolbar';
import { CorrectionDialog } from './correction-dialog';
import { mayAddDropIn } from './drop-in-model';
import { KeysHelp } from './keys-help';
import { LostTaps } from './lost-taps';
import { UnsentNotice } from './unsent-notice';
import type { Attendance } from './use-attendance';

interface AttendanceSectionProps {
  session: RunningSession;
  attendance: Attendance;
}

/** Who is there: the list, and all that is done with it. */
export function AttendanceSection({ session, attendance }: AttendanceSectionProps) {
  const titleId = useId();
  const { can } = usePermissions();
  const { address, open, close } = useRunAddress();
  const onlyExcused = isTooEarly(session, useNow());
  const { cancel } = useDropIns(session.id);
  const removeGuest = useRemoveGuest(session.id);
  const unsent = useUnsent(session.id);
  const { people } = attendance;
  const takesPlace = session.status !== 'cancelled';
  const mayEdit = can(PM_PERMISSIONS.GROUP_ATTENDANCE_EDIT) && takesPlace;

  async function takeOff({ patientId, participantId, name }: ListedPerson) {
    try {
      if (patientId !== null) await cancel.mutateAsync(patientId);
      else if (participantId !== null) await removeGuest.mutateAsync(participantId);
      notifyDone({ message: `${name} is off the list of this session.` });
      // The line that had the focus goes away.
      document.getElementById(titleId)?.focus();
    } catch (problem) {
      notifyProblem(problem);
    }
  }

  return (
    <Paper component="section" aria-labelledby={titleId}>
      <AttendanceToolbar
        titleId={titleId}
        takesPlace={takesPlace}
        people={people ?? []}
        onAllPresent={mayEdit && !onlyExcused ? attendance.allPresent : null}
        onDropIn={mayAddDropIn(session, can) ? () => open('drop-in') : null}
        onHelp={mayEdit ? () => open('keys') : null}
      />
      <UnsentNotice count={unsent} />
      {people && <LostTaps sessionId={session.id} people={people} />}
      {onlyExcused && mayEdit && <EarlyNote startsAt={session.starts_at} />}
      {people === undefined ? (
        <Unread attendance={attendance} />
      ) : people.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title="Nobody belongs to this session yet"
          description="Nobody is enrolled on its date. Add a drop-in, or let people join by the link."
        />
      ) : (
        <AttendanceList
          session={session}
          people={people}
          mayEdit={mayEdit}
          onlyExcused={onlyExcused}
          showsKept={unsent > 0}
          setStatus={attendance.setStatus}
          setMinutes={attendance.setMinutes}
          clear={attendance.clear}
          takeOff={takeOff}
          onHelp={() => open('keys')}
        />
      )}
      {address.dialog === 'keys' && <KeysHelp onClose={close} />}
      {attendance.correction && (
        <CorrectionDialog
          sessionId={session.id}
          correction={attendance.correction}
          onClose={attendance.endCorrection}
        />
      )}
    </Paper>
  );
}

function Unread({ attendance: { error, refetch } }: { attendance: Attendance }) {
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return (
    <div style={{ padding: 'var(--mantine-spacing-md)' }}>
      <ListSkeleton rows={6} />
    </div>
  );
}

const HALF_HOUR = 30 * 60_000;

function EarlyNote({ startsAt }: { startsAt: string }) {
  const { timezone } = useOrganization();
  const opens = new Date(parseTimestamp(startsAt).getTime() - HALF_HOUR);
  return (
    <Text size="sm" c="dimmed" px="md" pb="sm">
      Before a session, somebody can only be excused. The rest opens half an hour before the start, at{' '}
      {clockText(wallClock(opens, timezone).time)}, or when the session is started.
    </Text>
  );
}
