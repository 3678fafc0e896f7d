import { Button, Stack, Text } from '@mantine/core';
import type { Keeper } from '../keeping/keeper';
import { ParticipantFoot } from './participant-foot';
import { Screen } from './screen';

interface ReturningScreenProps {
  keeper: Exclude<Keeper, { step: 'nobody' }>;
  onConfirm: () => void;
  onFinish: () => void;
}

/** Answers were found on the device. It may be in other hands by now, so nothing of them is shown before somebody says who is there. */
export function ReturningScreen({ keeper, onConfirm, onFinish }: ReturningScreenProps) {
  const { displayName } = keeper.ticket;
  return (
    <Screen title={`Welcome back. Are you ${displayName}?`}>
      <Text role="status">{WORDS[keeper.step]}</Text>
      <Stack>
        <Button size="xl" onClick={onConfirm} fullWidth>
          Yes, go on
        </Button>
        <ParticipantFoot name={displayName} loses={LOSES[keeper.step]} onFinish={onFinish} />
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
