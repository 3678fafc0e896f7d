import { Button, Stack, Text } from '@mantine/core';
import type { Keeper } from '../keeping/keeper';
import { ParticipantFoot } from './participant-foot';
import { Screen } from './screen';

interface ReturningScreenProps {
  keeper: Exclude<Keeper, { step: 'nobody' }>;
  onConfirm: () => void;
  onLeave: () => void;
}

/** Answers were found on the device. It may be in other hands by now, so nothing of them is shown before somebody says who is there. */
export function ReturningScreen({ keeper, onConfirm, onLeave }: ReturningScreenProps) {
  const { displayName } = keeper.ticket;
  const hasBegun = keeper.step !== 'answering' || Object.keys(keeper.answers).length > 0;
  return (
    <Screen title={`Welcome back. Are you ${displayName}?`}>
      <Text role="status">{hasBegun ? WORDS[keeper.step] : 'Somebody has joined on this device.'}</Text>
      <Stack>
        <Button size="xl" onClick={onConfirm} fullWidth>
          Yes, go on
        </Button>
        <ParticipantFoot name={displayName} loses={hasBegun ? LOSES[keeper.step] : null} onLeave={onLeave} />
      </Stack>
    </Screen>
  );
}

const WORDS = {
  answering: 'Somebody began to answer on this device, and it has kept the answers.',
  sending: 'Answers from this device are being sent.',
  waiting: 'Answers from this device are not sent yet. They will be, as soon as there is a connection.',
  refused: 'Answers from this device could not be sent.',
  sent: 'The answers from this device have arrived.',
};

const LOSES = {
  answering: 'The answers on this device have not been sent.',
  sending: 'The answers on this device have not arrived yet.',
  waiting: 'The answers on this device have not arrived yet.',
  refused: 'The answers on this device have not arrived.',
  sent: null,
};
