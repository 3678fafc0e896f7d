import { lazy, Suspense } from 'react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { PieceBoundary } from '@/platform/ui';
import { CancelSessionDialog } from '../cancel-session-dialog';
import { NotesDialog } from '../notes-dialog';
import { isOpen } from '../session';
import type { RunningSession } from './api/get-running-session';
import { CompleteDialog } from './complete-dialog';
import type { AttendanceStatus } from './queue/tap';
import { useRunAddress } from './run-address';
import type { ListedPerson } from './taking-attendance/attendance-model';
import { mayAddDropIn } from './taking-attendance/drop-in-model';
import { loadDropInDialog } from './taking-attendance/load-drop-in-dialog';

const DropInDialog = lazy(loadDropInDialog);

interface RunDialogsProps {
  session: RunningSession;
  people: readonly ListedPerson[];
  recordOthers: (status: AttendanceStatus) => number;
}

/** The dialogs about the session as a whole. */
export function RunDialogs({ session, people, recordOthers }: RunDialogsProps) {
  const { can } = usePermissions();
  const { address, close } = useRunAddress();
  const mayEdit = can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT);
  if (address.dialog === 'notes' && mayEdit) return <NotesDialog session={session} onClose={close} />;
  if (address.dialog === 'drop-in' && mayAddDropIn(session, can))
    return (
      <PieceBoundary onFailed={close}>
        <Suspense>
          <DropInDialog
            sessionId={session.id}
            present={new Set(people.flatMap(({ patientId }) => patientId ?? []))}
            onClose={close}
          />
        </Suspense>
      </PieceBoundary>
    );
  if (!isOpen(session)) return null;
  if (address.dialog === 'cancel' && can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE))
    return <CancelSessionDialog session={session} onClose={close} />;
  if (address.dialog === 'complete' && mayEdit)
    return <CompleteDialog session={session} people={people} recordOthers={recordOthers} onClose={close} />;
  return null;
}
