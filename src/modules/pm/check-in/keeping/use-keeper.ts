import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useReducer, useState } from 'react';
import { isPassing, refusalCode } from '../api/failure';
import { Refusal } from '../api/public-rpc';
import { sessionResultQueryOptions, submitAnswers } from '../api/session-result';
import { type Keeper, type KeeperEvent, nextKeeper, retryDelay } from './keeper';
import { parseKept } from './kept.schema';
import { concerns, isHere, keep, noteHere, type Places, restore } from './kept-answers';

const PLACES = openPlaces();

/** A browser that was told to keep nothing of a site throws already where its storage is named. */
function openPlaces(): Places {
  try {
    return { device: window.localStorage, tab: window.sessionStorage, parse: parseKept };
  } catch {
    return { device: null, tab: null, parse: parseKept };
  }
}

export interface KeeperHandle {
  keeper: Keeper;
  dispatch: (event: KeeperEvent) => void;
  /** False where the browser keeps nothing, so that the page must stay open. */
  isKept: boolean;
  /** Answers were found on the device, and nobody has said yet that they are their own. */
  isReturning: boolean;
  /** The person in front of the device says so. */
  confirm: () => void;
}

/** A participant's answers: kept on this device while they are given, sent once there is a connection, then forgotten. */
export function useKeeper(token: string): KeeperHandle {
  const [keeper, dispatch] = useReducer(nextKeeper, token, (key) => restore(PLACES, key, Date.now()));
  const [isKept, setKept] = useState(true);
  const participantToken = keeper.step === 'nobody' ? null : keeper.ticket.participantToken;
  const [isReturning, setReturning] = useState(
    () => participantToken !== null && !isHere(PLACES, token, participantToken),
  );

  // Before the screen shows it: a phone may go dark with the very next tap.
  useLayoutEffect(() => setKept(keep(PLACES, token, keeper, Date.now())), [token, keeper]);
  const returning = isReturning && participantToken !== null;
  useEffect(() => {
    if (!returning) noteHere(PLACES, token, participantToken);
  }, [token, participantToken, returning]);

  useFollowOtherWindows(token, dispatch);
  useSending(keeper, dispatch);
  useRetries(keeper, dispatch);
  return { keeper, dispatch, isKept, isReturning: returning, confirm: () => setReturning(false) };
}

function useFollowOtherWindows(token: string, dispatch: (event: KeeperEvent) => void) {
  useEffect(() => {
    function follow({ key, storageArea }: StorageEvent) {
      if (storageArea !== PLACES.device || !concerns(token, key)) return;
      dispatch({ type: 'restored', keeper: restore(PLACES, token, Date.now()) });
    }
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, [token, dispatch]);
}

function useSending(keeper: Keeper, dispatch: (event: KeeperEvent) => void) {
  const queryClient = useQueryClient();
  const sending = keeper.step === 'sending' ? keeper : null;
  const participantToken = sending?.ticket.participantToken;
  const answers = sending?.answers;
  useEffect(() => {
    if (participantToken === undefined || answers === undefined) return;
    let isWatched = true;
    submitAnswers(participantToken, answers).then(
      (result) => {
        if (!isWatched) return;
        queryClient.setQueryData(sessionResultQueryOptions(participantToken).queryKey, result);
        dispatch({ type: 'delivered' });
      },
      (error: unknown) => isWatched && dispatch(whatFailed(error)),
    );
    return () => {
      isWatched = false;
    };
  }, [participantToken, answers, dispatch, queryClient]);
}

function whatFailed(error: unknown): KeeperEvent {
  const reason = refusalCode(error);
  if (isPassing(error)) return { type: 'unreachable' };
  // Other answers of this participant are there already, from another device: those count, and are shown.
  if (reason === 'ALREADY_ANSWERED') return { type: 'delivered' };
  if (reason === 'INVALID_ANSWERS')
    return { type: 'corrected', problem: error instanceof Refusal ? error.details : '' };
  return { type: 'refused', reason };
}

/** Tries again when the connection is back, when the phone is looked at, and after a while anyway. */
function useRetries(keeper: Keeper, dispatch: (event: KeeperEvent) => void) {
  const failures = keeper.step === 'waiting' ? keeper.failures : null;
  useEffect(() => {
    if (failures === null) return;
    const retry = () => dispatch({ type: 'retry' });
    const look = () => document.visibilityState === 'visible' && retry();
    const timer = setTimeout(retry, retryDelay(failures));
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', look);
    };
  }, [failures, dispatch]);
}
