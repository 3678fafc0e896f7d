import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { sessionQueryOptions } from './api/get-session';
import { RejectDialog } from './approval/reject-dialog';
import { isOpen } from './session';
import { addressSlot, type DialogOfSession, isDialogOfSession, useSessionAddress } from './session-address';

// Date and time fields are heavy; they come when a form is first opened.
const NewSessionDialog = lazy(async () => ({ default: (await import('./new-session-dialog')).NewSessionDialog }));
const EditSessionDialog = lazy(async () => ({ default: (await import('./edit-session-dialog')).EditSessionDialog }));
const CancelSessionDialog = lazy(async () => ({
  default: (await import('./cancel-session-dialog')).CancelSessionDialog,
}));
const NewSeriesDialog = lazy(async () => ({ default: (await import('./series/new-series-dialog')).NewSeriesDialog }));
const ExtendSeriesDialog = lazy(async () => ({
  default: (await import('./series/extend-series-dialog')).ExtendSeriesDialog,
}));
const SubstituteDialog = lazy(async () => ({ default: (await import('./substitute-dialog')).SubstituteDialog }));
const RoomDialog = lazy(async () => ({ default: (await import('./room-dialog')).RoomDialog }));
const CancelSeveralDialog = lazy(async () => ({
  default: (await import('./cancel-several/cancel-several-dialog')).CancelSeveralDialog,
}));
const SubscribeDialog = lazy(async () => ({
  default: (await import('./calendar-files/subscribe-dialog')).SubscribeDialog,
}));
const EditSeriesDialog = lazy(async () => ({
  default: (await import('./series/edit-series-dialog')).EditSeriesDialog,
}));
const CancelSeriesDialog = lazy(async () => ({
  default: (await import('./series/cancel-series-dialog')).CancelSeriesDialog,
}));
const NotesDialog = lazy(async () => ({ default: (await import('./notes-dialog')).NotesDialog }));

/** The dialog that the address names, if the person may do what it is for. */
export function SessionDialogs() {
  const { can } = usePermissions();
  const { address, closeDialog } = useSessionAddress();
  const { dialog, group, on, session, series } = address;
  const slot = useMemo(() => addressSlot(address), [address]);
  const mayCreate = can(PM_PERMISSIONS.GROUP_SCHEDULE_CREATE);
  return (
    <Suspense>
      {dialog === 'new' && mayCreate && <NewSessionDialog groupId={group} slot={slot} onClose={closeDialog} />}
      {dialog === 'series' && mayCreate && <NewSeriesDialog groupId={group} slot={slot} onClose={closeDialog} />}
      {dialog === 'extend-series' && mayCreate && series !== '' && (
        <ExtendSeriesDialog key={series} seriesId={series} onClose={closeDialog} />
      )}
      {dialog === 'cancel-several' && can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE) && (
        <CancelSeveralDialog on={on} groupId={group} onClose={closeDialog} />
      )}
      {dialog === 'subscribe' && can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW) && <SubscribeDialog onClose={closeDialog} />}
      <RejectDialog />
      {session !== '' && isDialogOfSession(dialog) && (
        <SessionDialog key={session} sessionId={session} dialog={dialog} onClose={closeDialog} />
      )}
    </Suspense>
  );
}

interface SessionDialogProps {
  sessionId: string;
  dialog: DialogOfSession;
  onClose: () => void;
}

function SessionDialog({ sessionId, dialog, onClose }: SessionDialogProps) {
  const { id } = useOrganization();
  const { can } = usePermissions();
  // While it loads or fails, the panel behind says so.
  const { data: session } = useQuery(sessionQueryOptions(id, sessionId));
  if (!session) return null;
  const mayEdit = can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT);
  const mayCancel = can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE);
  if (dialog === 'notes' && mayEdit) return <NotesDialog session={session} onClose={onClose} />;
  if (!isOpen(session)) return null;
  if (dialog === 'edit' && mayEdit) return <EditSessionDialog session={session} onClose={onClose} />;
  if (dialog === 'substitute' && mayEdit) return <SubstituteDialog session={session} onClose={onClose} />;
  if (dialog === 'room' && mayEdit) return <RoomDialog session={session} onClose={onClose} />;
  if (dialog === 'cancel' && mayCancel) return <CancelSessionDialog session={session} onClose={onClose} />;
  if (session.series_id === null) return null;
  if (dialog === 'edit-series' && mayEdit) return <EditSeriesDialog session={session} onClose={onClose} />;
  if (dialog === 'cancel-series' && mayCancel) return <CancelSeriesDialog session={session} onClose={onClose} />;
  return null;
}
