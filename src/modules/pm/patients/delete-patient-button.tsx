import { Button, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { patientEnrollmentsQueryOptions, patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { confirmAction, notifyDone, notifyProblem } from '@/platform/ui';
import { useDeletePatient } from './api/delete-patient';
import type { Patient } from './api/get-patient';
import { useRestorePatient } from './api/restore-patient';
import { deletedSentence, deletionWarning, type Holdings, holdingsOf, restoredSentence } from './deletion-sentences';

/** Deletes a patient's record after saying what that does to seats; can be undone, except for the seats. */
export function DeletePatientButton({ patient }: { patient: Patient }) {
  const { id: organizationId, slug } = useOrganization();
  const maySeeEnrollments = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const deletion = useDeletePatient();
  const restoration = useRestorePatient();
  const [counting, setCounting] = useState(false);
  const name = patientName(patient);

  /** Read at this moment: somebody may have enrolled the patient since the page was opened. */
  async function countHoldings(): Promise<Holdings | null> {
    if (!maySeeEnrollments) return null;
    const options = patientEnrollmentsQueryOptions(organizationId, patient.id);
    return holdingsOf(await queryClient.fetchQuery({ ...options, staleTime: 0 }));
  }

  async function remove(holdings: Holdings | null) {
    await deletion.mutateAsync(patient.id);
    navigate(`/o/${slug}/pm/patients`);
    notifyDone({
      message: deletedSentence(name, holdings),
      undo: {
        onUndo: async () => {
          await restoration.mutateAsync(patient.id);
          notifyDone({ message: restoredSentence(name, holdings) });
        },
      },
    });
  }

  async function ask() {
    setCounting(true);
    try {
      const holdings = await countHoldings();
      confirmAction({
        title: 'Delete this patient?',
        message: (
          <Stack gap="xs">
            <Text inherit style={{ overflowWrap: 'anywhere' }}>
              {name}, MRN {patient.mrn}
            </Text>
            <Text inherit>{deletionWarning(holdings)} The history of groups and sessions is kept.</Text>
          </Stack>
        ),
        confirmLabel: 'Delete patient',
        danger: true,
        onConfirm: () => remove(holdings),
      });
    } catch (problem) {
      notifyProblem(problem);
    }
    setCounting(false);
  }

  return (
    <Button
      variant="subtle"
      color="red"
      leftSection={<IconTrash size={16} aria-hidden />}
      loading={counting}
      onClick={ask}
    >
      Delete
    </Button>
  );
}
