import type { Answers, Material, Question } from '@/modules/pm/question-sets';

/** Who has joined; the token is the participant's secret. */
export interface Ticket {
  participantToken: string;
  displayName: string;
}

/** What the session asks and gives to read, as it was when the participant began. */
export interface Asked {
  title: string | null;
  questions: Question[];
  materials: Material[];
}

export interface Answering {
  ticket: Ticket;
  asked: Asked;
  answers: Answers;
}

/**
 * One participant's answers on this device. `sending`: a request is under way; `waiting`: it got no answer and is tried again;
 * `refused`: the server said no for good, in `reason` (its code, null for one without).
 */
export type Keeper =
  | { step: 'nobody' }
  | (Answering & { step: 'answering'; problem: string | null })
  | (Answering & { step: 'sending' | 'waiting'; failures: number })
  | (Answering & { step: 'refused'; reason: string | null })
  | { step: 'sent'; ticket: Ticket; asked: Asked };

export type KeeperEvent =
  | { type: 'joined'; ticket: Ticket; asked: Asked; hasAnswered: boolean }
  /** The clinic asks something else by now. */
  | { type: 'asked'; asked: Asked }
  | { type: 'answered'; answers: Answers }
  /** With the answers as they are sent. */
  | { type: 'send'; answers: Answers }
  | { type: 'retry' }
  | { type: 'delivered' }
  | { type: 'unreachable' }
  /** One of the answers is wrong; `problem` is the server's sentence. */
  | { type: 'corrected'; problem: string }
  | { type: 'refused'; reason: string | null }
  /** Another window of this browser has changed what is kept. */
  | { type: 'restored'; keeper: Keeper }
  | { type: 'finished' };

export const NOBODY: Keeper = { step: 'nobody' };

/** What follows from an event. From `send` on the answers stay as they are: what is sent again must be the same. */
export function nextKeeper(keeper: Keeper, event: KeeperEvent): Keeper {
  switch (event.type) {
    case 'finished':
      return NOBODY;
    case 'restored':
      return event.keeper;
    case 'joined':
      return begin(event);
    case 'delivered':
      return isUnderWay(keeper) ? { step: 'sent', ticket: keeper.ticket, asked: keeper.asked } : keeper;
    case 'unreachable':
      return isUnderWay(keeper) ? { ...entry(keeper), step: 'waiting', failures: keeper.failures + 1 } : keeper;
    case 'corrected':
      return isUnderWay(keeper) ? { ...entry(keeper), step: 'answering', problem: event.problem } : keeper;
    case 'refused':
      return isUnderWay(keeper) ? { ...entry(keeper), step: 'refused', reason: event.reason } : keeper;
    case 'retry':
      if (keeper.step === 'waiting') return { ...keeper, step: 'sending' };
      return keeper.step === 'refused' ? { ...entry(keeper), step: 'sending', failures: 0 } : keeper;
    default:
      return keeper.step === 'answering' ? nextAnswering(keeper, event) : keeper;
  }
}

type AnsweringKeeper = Extract<Keeper, { step: 'answering' }>;
type AnsweringEvent = Extract<KeeperEvent, { type: 'asked' | 'answered' | 'send' }>;

function nextAnswering(keeper: AnsweringKeeper, event: AnsweringEvent): Keeper {
  switch (event.type) {
    case 'answered':
      return { ...keeper, answers: event.answers, problem: null };
    case 'asked':
      return { ...keeper, asked: event.asked, answers: answersTo(event.asked, keeper.answers) };
    case 'send':
      return { ...entry(keeper), answers: event.answers, step: 'sending', failures: 0 };
  }
}

function answersTo({ questions }: Asked, answers: Answers): Answers {
  const stays = new Set(questions.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => stays.has(id)));
}

function begin({ ticket, asked, hasAnswered }: Extract<KeeperEvent, { type: 'joined' }>): Keeper {
  return hasAnswered
    ? { step: 'sent', ticket, asked }
    : { step: 'answering', ticket, asked, answers: {}, problem: null };
}

function isUnderWay(keeper: Keeper): keeper is Extract<Keeper, { step: 'sending' | 'waiting' }> {
  return keeper.step === 'sending' || keeper.step === 'waiting';
}

function entry({ ticket, asked, answers }: Answering): Answering {
  return { ticket, asked, answers };
}

/** Milliseconds until the next attempt: 2 s, 4 s, 8 s, and a minute at most. */
export function retryDelay(failures: number): number {
  return Math.min(60_000, 1_000 * 2 ** failures);
}
