import { Button, Text } from '@mantine/core';
import type { JoinInfo } from '../api/get-join-info';
import type { Asked, Ticket } from '../keeping/keeper';
import { Materials } from '../materials';
import { ParticipantFoot } from './participant-foot';
import { Screen } from './screen';

interface CheckedInScreenProps {
  ticket: Ticket;
  asked: Asked;
  state: JoinInfo['state'] | undefined;
  onDone: () => void;
  onLeave: () => void;
}

/** Joined, and nothing is asked. Questions that come later appear by themselves. */
export function CheckedInScreen({ ticket, asked, state, onDone, onLeave }: CheckedInScreenProps) {
  const words = {
    over: 'The session has ended. Thank you for coming.',
    cancelled: 'The session was cancelled. Ask your facilitator when your group meets next.',
    open: 'There is nothing to answer right now. If your facilitator asks something, it appears here.',
    not_yet: 'There is nothing to answer right now.',
  };
  return (
    <Screen title={`You’re checked in, ${ticket.displayName}`}>
      <Text role="status">{words[state ?? 'open']}</Text>
      <Materials materials={asked.materials} />
      <Button size="lg" onClick={onDone}>
        Done
      </Button>
      <ParticipantFoot name={ticket.displayName} loses={null} onLeave={onLeave} />
    </Screen>
  );
}
