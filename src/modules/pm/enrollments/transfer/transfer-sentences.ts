import type { TransferTarget } from '../api/get-transfer-targets';
import type { Placement } from '../roster-model';
import { placementWords } from '../sentences';

/** What a group offers who comes: "3 of 10 seats free", "Full, 2 waiting", "Full, nobody waiting yet". */
export function seatsThere({ free, capacity, waiting }: Pick<TransferTarget, 'free' | 'capacity' | 'waiting'>): string {
  if (free > 0) {
    const seats = `${free} of ${capacity} ${capacity === 1 ? 'seat' : 'seats'} free`;
    return waiting > 0 ? `${seats}, ${waiting} waiting` : seats;
  }
  return waiting > 0 ? `Full, ${waiting} waiting` : 'Full, nobody waiting yet';
}

interface Transferred {
  name: string;
  groupName: string;
  status: string;
  /** Null when it could not be read. */
  placement: Placement | null;
  /** Who got the seat left behind; null for nobody. */
  promotedName: string | null;
}

/** "Ana Diaz was transferred to Anger Management: seat 4 of 8. Ben Ito moved up from the waitlist here." */
export function transferredSentence({ name, groupName, status, placement, promotedName }: Transferred): string {
  const words = placement ? placementWords(placement) : status === 'waitlisted' ? 'Waitlist' : 'A seat';
  const said = `${name} was transferred to ${groupName}: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`;
  return promotedName ? `${said} ${promotedName} moved up from the waitlist here.` : said;
}

/** What the button says it will do. */
export function transferLabel(isFull: boolean, whenFull: 'stay' | 'leave'): string {
  if (!isFull) return 'Transfer';
  return whenFull === 'stay' ? 'Put on the waitlist there' : 'Transfer to the waitlist';
}
