import { Anchor } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { EmptyState, ErrorState, PageHeader } from '@/platform/ui';
import { type Patient, usePatient } from './api/get-patient';
import { PatientSkeleton } from './patient-skeleton';

interface PatientLoaderProps {
  patientId: string;
  children: (patient: Patient) => ReactNode;
}

/** Reads a patient for the page around it; shows when that takes a while, fails, or finds nobody. */
export function PatientLoader({ patientId, children }: PatientLoaderProps) {
  const { slug } = useOrganization();
  const { data, error, refetch } = usePatient(patientId);
  if (data) return children(data);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <PatientSkeleton />;
  return (
    <>
      <PageHeader title="Patient not found" breadcrumbs={[{ label: 'Patients', to: `/o/${slug}/pm/patients` }]} />
      <EmptyState
        icon={IconUserOff}
        title="There is no such patient here"
        description="The record may have been deleted, or the link may belong to another organization."
        action={
          <Anchor component={Link} to={`/o/${slug}/pm/patients`}>
            Search the patients
          </Anchor>
        }
      />
    </>
  );
}
