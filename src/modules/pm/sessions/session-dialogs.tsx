import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { sessionQueryOptions } from './api/get-session';
import { isOpen } from './session';
import { useSessionAddress } from './session-address';

// Date and time fields are heavy; they come when a form is first opened.
const NewSessionDialog = lazy(async () => ({ default: (await import('./new-session-dialog')).NewSessionDialog }));
const EditSessionDialog = lazy(async () => ({ default: (await import('./edit-session-dialog')).EditSessionDialog }));
const CancelSessionDialog = lazy(async () => ({
  default: (await import('./cancel-session-dialog')).CancelSessionDialog,
}));
const NotesDialog = lazy(async () => ({ default: (await import('./notes-dialog')).NotesDialog }));

/** The dialog that the address names, if the person may do what it is for. */
export function SessionDialogs() {
  const { can } = usePermissions();
  const { address, closeDialog } = useSessionAddress();
  const { dialog, group, session, on, from, until } = address;
  const slot = useMemo(() => ({ date: on, start: from, end: until }), [on, from, until]);
  return (
    <Suspense>
      {dialog === 'new' && can(PM_PERMISSIONS.GROUP_SCHEDULE_CREATE) && (
        <NewSessionDialog groupId={group} slot={slot} onClose={closeDialog} />
      )}
      {session !== '' && dialog !== '' && dialog !== 'new' && (
        <DialogOfSession key={session} sessionId={session} dialog={dialog} onClose={closeDialog} />
      )}
    </Suspense>
  );
}

interface DialogOfSessionProps {
  sessionId: string;
  dialog: 'edit' | 'cancel' | 'notes';
  onClose: () => void;
}

function DialogOfSession({ sessionId, dialog, onClose }: DialogOfSessionProps) {
  const { id } = useOrganization();
  const { can } = usePermissions();
  // While it loads or fails, the panel behind says so.
  const { data: session } = useQuery(sessionQueryOptions(id, sessionId));
  if (!session) return null;
  const mayEdit = can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT);
  if (dialog === 'notes' && mayEdit) return <NotesDialog session={session} onClose={onClose} />;
  if (!isOpen(session)) return null;
  if (dialog === 'edit' && mayEdit) return <EditSessionDialog session={session} onClose={onClose} />;
  if (dialog === 'cancel' && can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE))
    return <CancelSessionDialog session={session} onClose={onClose} />;
  return null;
}
