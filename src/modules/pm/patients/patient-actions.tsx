import { Button, Group } from '@mantine/core';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PF_PERMISSIONS, PM_PERMISSIONS } from '@/platform/permissions';
import type { Patient } from './api/get-patient';
import { DeletePatientButton } from './delete-patient-button';
import { EnrollButton } from './enroll-button';

interface PatientActionsProps {
  patient: Patient;
  onEnroll: () => void;
}

/** What may be done with a patient's record. */
export function PatientActions({ patient, onEnroll }: PatientActionsProps) {
  const { slug } = useOrganization();
  return (
    <Group gap="xs">
      <Can permission={PF_PERMISSIONS.AUDIT_LOG_VIEW}>
        <Button
          variant="subtle"
          component={Link}
          to={`/o/${slug}/settings/audit-log?log=access&days=all&patient=${patient.id}`}
          leftSection={<IconEye size={16} aria-hidden />}
        >
          Who opened this record
        </Button>
      </Can>
      <Can permission={PM_PERMISSIONS.PATIENTS_DELETE}>
        <DeletePatientButton patient={patient} />
      </Can>
      <Can permission={PM_PERMISSIONS.PATIENTS_EDIT}>
        <Button
          variant="default"
          component={Link}
          to={`/o/${slug}/pm/patients/${patient.id}/edit`}
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          Edit
        </Button>
      </Can>
      <EnrollButton onClick={onEnroll} />
    </Group>
  );
}
