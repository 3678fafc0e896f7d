import { Button, CopyButton, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { confirmAction, ErrorState, notifyDone, useFocusBack } from '@/platform/ui';
import { patientCodeQueryOptions, useRenewPatientCode } from '../api/patient-code';
import { CodeSlip } from './code-slip';
import classes from './patient-code.module.css';

interface PatientCodeDialogProps {
  patient: { id: string; name: string };
  onClose: () => void;
}

/** A patient's personal code, large enough to be read out. */
export function PatientCodeDialog({ patient, onClose }: PatientCodeDialogProps) {
  useFocusBack();
  const organization = useOrganization();
  const code = useQuery(patientCodeQueryOptions(organization.id, patient.id));
  const renewal = useRenewPatientCode(patient.id);

  const askForNew = () =>
    confirmAction({
      title: 'Make a new code?',
      message: `The present code of ${patient.name} stops working. Do this when it was lost, or somebody else knows it.`,
      confirmLabel: 'Make a new code',
      onConfirm: async () => {
        await renewal.mutateAsync();
        notifyDone({ message: `${patient.name} has a new code.` });
      },
    });

  return (
    <Modal opened onClose={onClose} title={`Personal code of ${patient.name}`}>
      {code.data === undefined ? (
        code.error ? (
          <ErrorState error={code.error} onRetry={code.refetch} />
        ) : (
          <Skeleton height={160} role="status" aria-label="Loading the code" />
        )
      ) : (
        <Stack>
          <Text className={classes.code} role="status" aria-label={`The code is ${code.data.split('').join(' ')}`}>
            {code.data}
          </Text>
          <Text size="sm">
            With it the patient joins sessions on a phone, without an account. It stays the same from session to session
            and works only together with a session’s link or QR code.
          </Text>
          <Group gap="xs">
            <CopyButton value={code.data} timeout={3000}>
              {({ copied, copy }) => (
                <Button
                  onClick={copy}
                  leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                >
                  {copied ? 'Copied' : 'Copy code'}
                </Button>
              )}
            </CopyButton>
            <Button
              variant="default"
              onClick={() => window.print()}
              leftSection={<IconPrinter size={16} aria-hidden />}
            >
              Print a slip
            </Button>
            <Button variant="default" onClick={askForNew} leftSection={<IconRefresh size={16} aria-hidden />}>
              New code
            </Button>
          </Group>
          <CodeSlip code={code.data} patientName={patient.name} organizationName={organization.name} />
        </Stack>
      )}
    </Modal>
  );
}
