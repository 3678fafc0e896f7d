import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';

export interface PatientJoinCodeProps {
  patient: { id: string; name: string };
  /** Only the icon, for rows of a list. */
  compact?: boolean;
}

const Dialog = lazy(async () => ({ default: (await import('./patient-code-dialog')).PatientCodeDialog }));

/**
 * Opens the personal code by which a patient joins sessions: to read out, copy, print, or make anew. Nothing for those who hold
 * neither pm.group_attendance.edit nor pm.patients.edit.
 */
export function PatientJoinCode({ patient, compact = false }: PatientJoinCodeProps) {
  const { can } = usePermissions();
  const [isOpen, { open, close }] = useDisclosure();
  if (!can(PM_PERMISSIONS.GROUP_ATTENDANCE_EDIT) && !can(PM_PERMISSIONS.PATIENTS_EDIT)) return null;
  return (
    <>
      {compact ? (
        <Tooltip label="Personal code">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={open}
            aria-label={`Personal code of ${patient.name}`}
          >
            <IconKey size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button variant="default" onClick={open} leftSection={<IconKey size={16} aria-hidden />}>
          Personal code
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <Dialog patient={patient} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
