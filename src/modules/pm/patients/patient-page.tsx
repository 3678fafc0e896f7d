import { Button, Grid, Group, Stack, Title } from '@mantine/core';
import { IconPencil, IconUsersPlus } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import * as z from 'zod';
import { EnrollmentList, patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { PageHeader } from '@/platform/ui';
import type { Patient } from './api/get-patient';
import { DeletePatientButton } from './delete-patient-button';
import { EnrollInGroupDialog } from './enroll-in-group-dialog';
import { PatientFacts } from './patient-facts';
import { PatientLoader } from './patient-loader';

/** A patient: who it is, and the groups past and present. */
export function PatientPage() {
  const { patientId = '' } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.PATIENTS_VIEW}>
      <PatientLoader patientId={patientId}>
        {(patient) => <PatientDetail key={patient.id} patient={patient} />}
      </PatientLoader>
    </RequirePermission>
  );
}

const dialogSchema = z.object({ dialog: z.enum(['enroll']).optional() });

function PatientDetail({ patient }: { patient: Patient }) {
  const { slug } = useOrganization();
  const [{ dialog }, setView] = useUrlState(dialogSchema);
  const list = `/o/${slug}/pm/patients`;
  return (
    <>
      <PageHeader
        title={patientName(patient)}
        breadcrumbs={[{ label: 'Patients', to: list }]}
        action={
          <Group gap="xs">
            <Can permission={PM_PERMISSIONS.PATIENTS_DELETE}>
              <DeletePatientButton patient={patient} />
            </Can>
            <Can permission={PM_PERMISSIONS.PATIENTS_EDIT}>
              <Button
                variant="default"
                component={Link}
                to={`${list}/${patient.id}/edit`}
                leftSection={<IconPencil size={16} aria-hidden />}
              >
                Edit
              </Button>
            </Can>
            <Can permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE}>
              <Button
                leftSection={<IconUsersPlus size={16} aria-hidden />}
                onClick={() => setView({ dialog: 'enroll' })}
              >
                Enroll in a group
              </Button>
            </Can>
          </Group>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <PatientFacts patient={patient} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="sm">
            <Title order={2}>Groups</Title>
            <EnrollmentList patientId={patient.id} />
          </Stack>
        </Grid.Col>
      </Grid>
      <Can permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE}>
        <EnrollInGroupDialog
          patient={patient}
          opened={dialog === 'enroll'}
          onClose={() => setView({ dialog: undefined }, { replace: true })}
        />
      </Can>
    </>
  );
}
