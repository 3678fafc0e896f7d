import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { PatientJoinCodeProps } from '.';
import { PatientCodeDialog } from './patient-code-dialog';

/** The button of PatientJoinCode, for those who may hand out codes. */
export function PatientCodeButton({ patient, compact = false }: PatientJoinCodeProps) {
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
      {isOpen && <PatientCodeDialog patient={patient} onClose={close} />}
    </>
  );
}
