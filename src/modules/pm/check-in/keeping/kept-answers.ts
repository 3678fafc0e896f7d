import { type Keeper, NOBODY } from './keeper';
import type { Kept } from './kept.schema';

const PREFIX = 'quorum.check-in.';
/** The server takes answers until a day after the session; older ones are nobody's any more. */
const LONGEST_MILLISECONDS = 3 * 86_400_000;

/**
 * Where the browser keeps things: `device` outlives the window, `tab` a reload only; null where it is told to keep nothing.
 * `parse` reads what was kept, perhaps by an older version of this page; null where it cannot.
 */
export interface Places {
  device: Storage | null;
  tab: Storage | null;
  parse: (value: unknown) => Kept | null;
}

/** Whether a change in the browser's storage concerns this link; a null key is all of them. */
export function concerns(token: string, key: string | null): boolean {
  return key === null || key === PREFIX + token;
}

/**
 * Keeps a participant's answers under the link's token. Until they are sent they outlive the window; what was sent leaves the
 * device at once, and this tab knows only who it was. Answers false where the browser keeps nothing.
 */
export function keep({ device, tab }: Places, token: string, keeper: Keeper, now: number): boolean {
  const key = PREFIX + token;
  const kept = toKeep(keeper, now);
  const text = kept && JSON.stringify(kept);
  const isSent = kept?.step === 'sent';
  return [write(device, key, isSent ? null : text), write(tab, key, isSent ? text : null)].every(Boolean);
}

/** What is kept under the link's token; nobody where nothing is, or nothing that can be read. Clears away what is too old. */
export function restore(places: Places, token: string, now: number): Keeper {
  forgetOld(places, now);
  const kept = read(places.tab, PREFIX + token, places) ?? read(places.device, PREFIX + token, places);
  return kept ? fromKept(kept) : NOBODY;
}

/** Notes that this tab belongs to a participant, so that a reload does not ask again who is there; null: to nobody. */
export function noteHere({ tab }: Places, token: string, participantToken: string | null): void {
  write(tab, `${PREFIX}here.${token}`, participantToken);
}

/** Whether this tab belongs to the participant. */
export function isHere({ tab }: Places, token: string, participantToken: string): boolean {
  return readText(tab, `${PREFIX}here.${token}`) === participantToken;
}

function toKeep(keeper: Keeper, savedAt: number): Kept | null {
  switch (keeper.step) {
    case 'nobody':
      return null;
    case 'sent':
      return { step: 'sent', ticket: keeper.ticket, asked: keeper.asked, answers: {}, savedAt };
    default: {
      const { ticket, asked, answers } = keeper;
      return { step: keeper.step === 'answering' ? 'answering' : 'to-send', ticket, asked, answers, savedAt };
    }
  }
}

function fromKept({ step, ticket, asked, answers }: Kept): Keeper {
  switch (step) {
    case 'answering':
      return { step, ticket, asked, answers, problem: null };
    case 'to-send':
      return { step: 'sending', ticket, asked, answers, failures: 0 };
    case 'sent':
      return { step, ticket, asked };
  }
}

function forgetOld(places: Places, now: number): void {
  const { device } = places;
  if (!device) return;
  const keys = Array.from({ length: device.length }, (_, index) => device.key(index)).filter((key) => key !== null);
  for (const key of keys.filter((each) => each.startsWith(PREFIX))) {
    const kept = read(device, key, places);
    if (!kept || now - kept.savedAt > LONGEST_MILLISECONDS) write(device, key, null);
  }
}

function read(storage: Storage | null, key: string, { parse }: Places): Kept | null {
  try {
    return parse(JSON.parse(readText(storage, key) ?? 'null'));
  } catch {
    return null;
  }
}

function readText(storage: Storage | null, key: string): string | null {
  return storage?.getItem(key) ?? null;
}

function write(storage: Storage | null, key: string, text: string | null): boolean {
  if (!storage) return text === null;
  try {
    if (text === null) storage.removeItem(key);
    else storage.setItem(key, text);
    return true;
  } catch {
    // The disk is full.
    return false;
  }
}
