import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { notifyProblem } from '@/platform/ui';
import type { PatientEnrollment } from './api/get-patient-enrollments';
import { useRoster } from './api/get-roster';
import { DisenrollDialog } from './disenroll-dialog';
import { TransferDialog } from './transfer/transfer-dialog';
import { useBackCloses } from './use-back-closes';
import { useDisenrolling } from './use-disenrolling';

type Departure = 'transfer' | 'disenroll';

/** Transfer and disenroll where the patient is looked at: somebody calls to leave a group, or to change to another. */
export function EntryDeparture({ entry }: { entry: PatientEnrollment }) {
  const { can } = usePermissions();
  const [asked, ask] = useState<Departure | null>(null);
  if (!entry.group || entry.status === 'disenrolled' || !can(PM_PERMISSIONS.GROUP_ENROLLMENTS_EDIT)) return null;
  const common = { variant: 'subtle', color: 'gray', size: 'compact-sm' } as const;
  return (
    <>
      {can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE) && (
        <Button {...common} aria-label={`Transfer from ${entry.group.name}`} onClick={() => ask('transfer')}>
          Transfer…
        </Button>
      )}
      <Button
        {...common}
        aria-label={`${entry.status === 'waitlisted' ? 'Take off the waitlist of' : 'Disenroll from'} ${entry.group.name}`}
        onClick={() => ask('disenroll')}
      >
        {entry.status === 'waitlisted' ? 'Take off the waitlist…' : 'Disenroll…'}
      </Button>
      {asked && (
        <DepartureDialog
          enrollmentId={entry.id}
          groupId={entry.group_definition_id}
          departure={asked}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
}

interface DepartureDialogProps {
  enrollmentId: string;
  groupId: string;
  departure: Departure;
  onClose: () => void;
}

/** The dialogs say who would move up, so the group's roster is read first. */
function DepartureDialog({ enrollmentId, groupId, departure, onClose }: DepartureDialogProps) {
  const { data: roster, error } = useRoster(groupId);
  const disenroll = useDisenrolling(groupId);
  const entry = [...(roster?.enrolled ?? []), ...(roster?.waiting ?? [])].find(({ id }) => id === enrollmentId) ?? null;
  useBackCloses(entry !== null, onClose);
  useEffect(() => {
    if (!error || roster) return;
    notifyProblem(error);
    onClose();
  }, [error, roster, onClose]);

  if (!roster) return null;
  return (
    <>
      <TransferDialog
        roster={roster}
        entry={departure === 'transfer' ? entry : null}
        onClose={onClose}
        onDone={onClose}
      />
      <DisenrollDialog
        roster={roster}
        entry={departure === 'disenroll' ? entry : null}
        onClose={onClose}
        onDisenroll={async (leaving, reason) => {
          await disenroll(roster, leaving, reason);
          onClose();
        }}
      />
    </>
  );
}
