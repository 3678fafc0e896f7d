import { Modal, Text } from '@mantine/core';
import { type PatientIdentity, patientName } from '../patient-identity';
import { SeatTimeline } from './seat-timeline';

/** Whose seat is looked at; `patient` is null when the record was deleted or is hidden from the reader. */
export interface SeatHolder {
  patient_id: string;
  patient: PatientIdentity | null;
}

interface SeatHistoryDialogProps {
  groupId: string;
  /** Null while the dialog is closed. */
  holder: SeatHolder | null;
  onClose: () => void;
}

/** How a patient came to a seat or place of a group, and what became of it. */
export function SeatHistoryDialog({ groupId, holder, onClose }: SeatHistoryDialogProps) {
  return (
    <Modal
      opened={holder !== null}
      onClose={onClose}
      size="lg"
      title={
        <Text inherit lh={1.35} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          Seat history of {patientName(holder?.patient ?? null)}
        </Text>
      }
    >
      {holder && <SeatTimeline patientId={holder.patient_id} groupId={groupId} />}
    </Modal>
  );
}
