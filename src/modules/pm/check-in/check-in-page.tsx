import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { joinInfoQueryOptions } from './api/get-join-info';
import { sessionResultQueryOptions } from './api/session-result';
import { askedOf } from './asked';
import { CheckInFrame } from './check-in-frame';
import { useKeeper } from './keeping/use-keeper';
import { OtherSessionNotice } from './other-session-notice';
import { AnsweringScreen } from './screens/answering-screen';
import { EntranceScreen } from './screens/entrance-screen';
import { FarewellScreen } from './screens/farewell-screen';
import { RefusedScreen } from './screens/refused-screen';
import { ResultScreen } from './screens/result-screen';
import { ReturningScreen } from './screens/returning-screen';
import { SendingScreen } from './screens/sending-screen';

/** /questions/:token: where a session's link and code lead patients and guests, on their own phone and without an account. */
export function CheckInPage() {
  const { token = '' } = useParams();
  return <CheckIn key={token} token={token} />;
}

function CheckIn({ token }: { token: string }) {
  const queryClient = useQueryClient();
  const info = useQuery(joinInfoQueryOptions(token));
  const { keeper, dispatch, isKept, isReturning, confirm } = useKeeper(token);
  const [isFarewell, setFarewell] = useState(false);

  const open = info.data?.state === 'open' ? info.data : null;
  useEffect(() => {
    if (open) dispatch({ type: 'asked', asked: askedOf(open) });
  }, [open, dispatch]);

  /** Nothing of the participant stays, neither on the device nor in the window. */
  function forget(thanks: boolean) {
    if (keeper.step !== 'nobody')
      queryClient.removeQueries({ queryKey: sessionResultQueryOptions(keeper.ticket.participantToken).queryKey });
    setFarewell(thanks);
    dispatch({ type: 'finished' });
  }
  const done = () => forget(true);
  const leave = () => forget(false);

  function screen() {
    if (keeper.step === 'nobody') {
      if (isFarewell) return <FarewellScreen onAgain={() => setFarewell(false)} />;
      return <EntranceScreen token={token} info={info} onJoined={dispatch} />;
    }
    if (isReturning) return <ReturningScreen keeper={keeper} onConfirm={confirm} onLeave={leave} />;
    switch (keeper.step) {
      case 'answering':
        return (
          <AnsweringScreen
            keeper={keeper}
            state={info.data?.state}
            isKept={isKept}
            dispatch={dispatch}
            onDone={done}
            onLeave={leave}
          />
        );
      case 'sending':
      case 'waiting':
        return <SendingScreen keeper={keeper} isKept={isKept} dispatch={dispatch} onLeave={leave} />;
      case 'refused':
        return <RefusedScreen keeper={keeper} dispatch={dispatch} onLeave={leave} />;
      case 'sent':
        return <ResultScreen keeper={keeper} onDone={done} onLeave={leave} />;
    }
  }

  return (
    <CheckInFrame info={info.data}>
      {info.data && keeper.step === 'nobody' && <OtherSessionNotice info={info.data} />}
      {screen()}
    </CheckInFrame>
  );
}
