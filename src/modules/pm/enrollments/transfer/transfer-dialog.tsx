import { Modal, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { patientName } from '../patient-identity';
import type { Roster, RosterEntry } from '../roster-model';
import { TransferForm } from './transfer-form';

interface TransferDialogProps {
  roster: Roster;
  /** Who goes to another group; null while the dialog is closed. */
  entry: RosterEntry | null;
  onClose: () => void;
  onDone: () => void;
}

/** Moves a patient's seat, or place on the waitlist, to another group in one step. */
export function TransferDialog({ roster, entry, onClose, onDone }: TransferDialogProps) {
  const onPhone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened={entry !== null}
      onClose={onClose}
      fullScreen={onPhone}
      size="lg"
      centered={false}
      title={
        <Text inherit lh={1.35} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          Transfer {patientName(entry?.patient ?? null)}
        </Text>
      }
    >
      {entry && <TransferForm roster={roster} entry={entry} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}
