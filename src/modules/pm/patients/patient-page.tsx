import { Grid, Stack, Tabs } from '@mantine/core';
import { useRef } from 'react';
import { useParams } from 'react-router';
import * as z from 'zod';
import { EnrollmentList, PatientActivity, patientName } from '@/modules/pm/enrollments';
import { PatientMeasures } from '@/modules/pm/reports';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, RequirePermission, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { PageHeader } from '@/platform/ui';
import type { Patient } from './api/get-patient';
import { EnrollButton } from './enroll-button';
import { EnrollInGroupDialog } from './enroll-in-group-dialog';
import { PatientActions } from './patient-actions';
import { PatientFacts } from './patient-facts';
import { PatientLoader } from './patient-loader';
import { PatientNotes } from './patient-notes';

/** A patient: who it is, the groups past and present, and what happened. */
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

const viewSchema = z.object({
  dialog: z.enum(['enroll']).optional(),
  tab: z.enum(['groups', 'measures', 'activity']).default('groups'),
});

function PatientDetail({ patient }: { patient: Patient }) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const seesMeasures = can(PM_PERMISSIONS.GROUP_ATTENDANCE_VIEW) && can(PM_PERMISSIONS.QUESTION_SETS_VIEW);
  const [{ dialog, tab }, setView] = useUrlState(viewSchema);
  const enrollButton = useRef<HTMLButtonElement>(null);
  const openEnroll = () => setView({ dialog: 'enroll' });
  return (
    <>
      <PageHeader
        title={patientName(patient)}
        breadcrumbs={[{ label: 'Patients', to: `/o/${slug}/pm/patients` }]}
        action={<PatientActions patient={patient} onEnroll={openEnroll} enrollRef={enrollButton} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <PatientFacts patient={patient} />
            <PatientNotes patient={patient} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Tabs
            value={tab === 'measures' && !seesMeasures ? 'groups' : tab}
            onChange={(chosen) => setView({ tab: viewSchema.shape.tab.parse(chosen ?? undefined) }, { replace: true })}
            keepMounted={false}
          >
            <Tabs.List mb="md">
              <Tabs.Tab value="groups">Groups</Tabs.Tab>
              {seesMeasures && <Tabs.Tab value="measures">Measures</Tabs.Tab>}
              <Tabs.Tab value="activity">Activity</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="groups">
              <EnrollmentList patientId={patient.id} emptyAction={<EnrollButton onClick={openEnroll} />} />
            </Tabs.Panel>
            <Tabs.Panel value="measures">
              <PatientMeasures patientId={patient.id} />
            </Tabs.Panel>
            <Tabs.Panel value="activity">
              <PatientActivity patientId={patient.id} />
            </Tabs.Panel>
          </Tabs>
        </Grid.Col>
      </Grid>
      <Can permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE}>
        <EnrollInGroupDialog
          patient={patient}
          opened={dialog === 'enroll'}
          onClose={() => setView({ dialog: undefined }, { replace: true })}
          onClosed={() => enrollButton.current?.focus()}
        />
      </Can>
    </>
  );
}
