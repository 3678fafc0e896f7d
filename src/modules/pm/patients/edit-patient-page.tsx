import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { notifyDone, PageHeader } from '@/platform/ui';
import type { Patient } from './api/get-patient';
import { useUpdatePatient } from './api/update-patient';
import { PatientForm } from './patient-form';
import { PatientLoader } from './patient-loader';
import { type PatientPayload, valuesFromPatient } from './patient-model';

/** A patient's record to be changed. */
export function EditPatientPage() {
  const { patientId = '' } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.PATIENTS_EDIT}>
      <PatientLoader patientId={patientId}>
        {(patient) => <EditPatient key={patient.id} patient={patient} />}
      </PatientLoader>
    </RequirePermission>
  );
}

function EditPatient({ patient }: { patient: Patient }) {
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const update = useUpdatePatient(patient.id);
  // As it was when the page was opened: a later read must not overwrite what is being typed.
  const [values] = useState(() => valuesFromPatient(patient));
  const list = `/o/${slug}/pm/patients`;
  const detail = `${list}/${patient.id}`;

  async function save(changed: PatientPayload) {
    await update.mutateAsync(changed);
    return () => {
      navigate(detail);
      notifyDone({ message: `${patientName(changed)} was saved.` });
    };
  }

  return (
    <>
      <PageHeader
        title="Edit patient"
        breadcrumbs={[
          { label: 'Patients', to: list },
          { label: patientName(patient), to: detail },
        ]}
      />
      <PatientForm patientId={patient.id} values={values} submitLabel="Save changes" back={detail} onSave={save} />
    </>
  );
}
