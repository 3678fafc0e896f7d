import { Modal, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { EnrollForm } from './enroll-form';
import { type Roster, standing } from './roster-model';
import { useChosenPatients } from './use-chosen-patients';

interface EnrollDialogProps {
  roster: Roster;
  opened: boolean;
  onClose: () => void;
  /** Follows when it is gone; the dialog gives no focus back, because its address may have opened it. */
  onClosed: () => void;
}

/** Enrolls one patient after the other, or many at once; it stays open, and says what each gets before and after. */
export function EnrollDialog({ roster, opened, onClose, onClosed }: EnrollDialogProps) {
  const onPhone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const [words, setWords] = useState('');
  // Kept when the dialog is closed by mistake.
  const chosen = useChosenPatients((patientId) => standing(roster, patientId) !== null);

  function close() {
    setWords('');
    onClose();
  }

  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      closeOnEscape={words === ''}
      fullScreen={onPhone}
      size="lg"
      // Stays where it is while results come and go.
      centered={false}
      title={
        <Text
          inherit
          lh={1.35}
          lineClamp={2}
          style={{ overflowWrap: 'anywhere' }}
        >{`Enroll patients in ${roster.group.name}`}</Text>
      }
    >
      <EnrollForm roster={roster} words={words} onWordsChange={setWords} choice={chosen} onClose={close} />
    </Modal>
  );
}
