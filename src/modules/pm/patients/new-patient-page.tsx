import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission, usePermissions } from '@/platform/permissions';
import { notifyDone, PageHeader } from '@/platform/ui';
import { useCreatePatient } from './api/create-patient';
import { PatientForm } from './patient-form';
import { type PatientPayload, valuesFromAddress } from './patient-model';

/** A new patient; the address may bring the name along (?first_name=&last_name= or ?name=). */
export function NewPatientPage() {
  return (
    <RequirePermission permission={PM_PERMISSIONS.PATIENTS_CREATE}>
      <NewPatient />
    </RequirePermission>
  );
}

function NewPatient() {
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [values] = useState(() => valuesFromAddress(params));
  const creation = useCreatePatient();
  const mayEnroll = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE);
  const list = `/o/${slug}/pm/patients`;

  async function save(patient: PatientPayload, enrolls: boolean) {
    const { id } = await creation.mutateAsync(patient);
    const record = `${list}/${id}`;
    return () => {
      navigate(enrolls ? `${record}?dialog=enroll` : record, { replace: true });
      notifyDone({
        message: `${patientName(patient)} was created.`,
        undo:
          mayEnroll && !enrolls
            ? { label: 'Enroll in a group', onUndo: () => navigate(`${record}?dialog=enroll`) }
            : undefined,
      });
    };
  }

  return (
    <>
      <PageHeader title="New patient" breadcrumbs={[{ label: 'Patients', to: list }]} />
      <PatientForm
        patientId={null}
        values={values}
        submitLabel="Create patient"
        furtherLabel={mayEnroll ? 'Create and enroll' : undefined}
        back={list}
        onSave={save}
        onUseOther={(id) => navigate(`${list}/${id}`, { replace: true })}
      />
    </>
  );
}
