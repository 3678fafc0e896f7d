import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { PatientJoinCodeProps } from '.';
import { PatientCodeDialog } from './patient-code-dialog';

/** The button of PatientJoinCode, for those who may hand out codes. */
export function PatientCodeButton({ patient }: PatientJoinCodeProps) {
  const { can } = usePermissions();
  const [isOpen, { open, close }] = useDisclosure();
  if (!can(PM_PERMISSIONS.GROUP_ATTENDANCE_EDIT) && !can(PM_PERMISSIONS.PATIENTS_EDIT)) return null;
  return (
    <>
      <Button variant="default" onClick={open} leftSection={<IconKey size={16} aria-hidden />}>
        Personal code
      </Button>
      {isOpen && <PatientCodeDialog patient={patient} onClose={close} />}
    </>
  );
}
