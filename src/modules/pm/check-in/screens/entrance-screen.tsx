import { Button, Skeleton, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { refusalCode } from '../api/failure';
import type { JoinInfo } from '../api/get-join-info';
import type { Joined } from '../api/join-session';
import { askedOf } from '../asked';
import { JoinForms } from '../joining/join-forms';
import type { KeeperEvent } from '../keeping/keeper';
import { momentWords } from '../session-words';
import { Screen } from './screen';

interface EntranceScreenProps {
  token: string;
  info: UseQueryResult<JoinInfo>;
  onJoined: (event: KeeperEvent) => void;
}

/** Before anybody has joined: the way in, or why there is none, and what to do then. */
export function EntranceScreen({ token, info, onJoined }: EntranceScreenProps) {
  if (refusalCode(info.error) === 'SESSION_LINK_INVALID') return <WrongLink />;
  if (!info.data) return info.error ? <OutOfReach onRetry={info.refetch} busy={info.isFetching} /> : <Loading />;
  const { data } = info;
  switch (data.state) {
    case 'not_yet':
      return <NotYet info={data} />;
    case 'cancelled':
      return (
        <Screen title="This session is cancelled">
          <Text>There is nothing to do here. Ask the clinic when your group meets next.</Text>
        </Screen>
      );
    case 'over':
      return (
        <Screen title="This session is over">
          <Text>You cannot join it any more. If you wanted to tell us something, please tell your facilitator.</Text>
        </Screen>
      );
    case 'open':
      return (
        <JoinForms
          token={token}
          onJoined={({ ticket, hasAnswered }: Joined) =>
            onJoined({ type: 'joined', ticket, hasAnswered, asked: askedOf(data) })
          }
        />
      );
  }
}

function Loading() {
  return (
    <Stack role="status" aria-label="Loading the check-in">
      <Skeleton height={24} width="60%" />
      <Skeleton height={50} />
      <Skeleton height={50} />
    </Stack>
  );
}

function WrongLink() {
  return (
    <Screen title="This link does not work">
      <Text>It may be incomplete, or your clinic has made a new one. Nothing is wrong with your phone.</Text>
      <Text>Scan the code in the group’s room again, or ask your facilitator or the front desk for the link.</Text>
    </Screen>
  );
}

function OutOfReach({ onRetry, busy }: { onRetry: () => unknown; busy: boolean }) {
  return (
    <Screen title="We cannot reach the clinic right now">
      <Text role="alert">Check that your phone is online. This page tries again by itself every few seconds.</Text>
      <Button size="lg" variant="default" onClick={onRetry} loading={busy}>
        Try again now
      </Button>
    </Screen>
  );
}

function NotYet({ info: { opens_at, timezone } }: { info: JoinInfo }) {
  const isLate = Date.parse(opens_at) <= Date.now();
  return (
    <Screen title="It is not time yet">
      <Text>
        {isLate
          ? 'The check-in opens as soon as your facilitator starts the session.'
          : `The check-in opens ${momentWords(opens_at, timezone)}, or earlier if your facilitator starts the session.`}
      </Text>
      <Text role="status">You can leave this page open: it goes on by itself.</Text>
    </Screen>
  );
}
