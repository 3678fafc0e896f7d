import { Button, Group } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { Ref } from 'react';
import { Link } from 'react-router';
import { PatientJoinCode } from '@/modules/pm/check-in';
import { patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import type { Patient } from './api/get-patient';
import { DeletePatientButton } from './delete-patient-button';
import { EnrollButton } from './enroll-button';

interface PatientActionsProps {
  patient: Patient;
  onEnroll: () => void;
  enrollRef: Ref<HTMLButtonElement>;
}

/** What may be done with a patient's record. */
export function PatientActions({ patient, onEnroll, enrollRef }: PatientActionsProps) {
  const { slug } = useOrganization();
  return (
    <Group gap="xs">
      <Can permission={PM_PERMISSIONS.PATIENTS_DELETE}>
        <DeletePatientButton patient={patient} />
      </Can>
      <PatientJoinCode patient={{ id: patient.id, name: patientName(patient) }} />
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
      <EnrollButton ref={enrollRef} onClick={onEnroll} />
    </Group>
  );
}
