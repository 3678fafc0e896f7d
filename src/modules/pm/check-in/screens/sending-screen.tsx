import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { flaggedQuestions } from '@/modules/pm/question-sets';
import { CrisisNotice } from '../crisis-notice';
import type { Keeper, KeeperEvent } from '../keeping/keeper';
import { ParticipantFoot } from './participant-foot';
import { Screen } from './screen';

interface SendingScreenProps {
  keeper: Extract<Keeper, { step: 'sending' | 'waiting' }>;
  isKept: boolean;
  dispatch: (event: KeeperEvent) => void;
  onLeave: () => void;
}

/** On the way: says honestly whether the answers have arrived. Who needs help reads so before the clinic knows. */
export function SendingScreen({ keeper, isKept, dispatch, onLeave }: SendingScreenProps) {
  const { ticket, asked, answers, failures, step } = keeper;
  const isFlagged = flaggedQuestions(asked.questions, answers).length > 0;
  // After a failure the words stay while it is tried again: they would flicker otherwise.
  const hasFailed = failures > 0;
  return (
    <Screen title={hasFailed ? 'Not sent yet' : 'Sending your answers'}>
      {hasFailed ? (
        <>
          <Alert color="yellow" role="status" icon={<IconCloudOff aria-hidden />} title="No connection to the clinic">
            {isKept
              ? 'Your answers are safe on this device. They will be sent as soon as there is a connection, also if you close this page and open the link again today.'
              : 'Your answers will be sent as soon as there is a connection. Leave this page open until then: this browser cannot keep them.'}
          </Alert>
          <Button size="lg" variant="default" loading={step === 'sending'} onClick={() => dispatch({ type: 'retry' })}>
            Try now
          </Button>
        </>
      ) : (
        <Group role="status">
          <Loader size="sm" aria-hidden />
          <Text>One moment, please.</Text>
        </Group>
      )}
      {isFlagged && <CrisisNotice />}
      <ParticipantFoot name={ticket.displayName} loses="Your answers have not arrived yet." onLeave={onLeave} />
    </Screen>
  );
}
