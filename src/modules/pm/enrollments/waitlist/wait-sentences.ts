import { daysBetween, formatDate, parseTimestamp, wallClock } from '@/platform/time';
import type { SeatOutlook } from '../api/get-seat-outlook';
import { dayOf } from '../enrollment-times';
import type { Waiting } from '../waiting.schema';

/** How long somebody has waited: "today", "1 day", "12 days". Takes a timestamp, the zone, and today in it (`YYYY-MM-DD`). */
export function waitedWords(since: string, timezone: string, today: string): string {
  const days = daysBetween(wallClock(parseTimestamp(since), timezone).date, today);
  if (days <= 0) return 'today';
  return days === 1 ? '1 day' : `${days} days`;
}

interface Names {
  timezone: string;
  /** Who did something, within a sentence; undefined while that is not known. */
  holder: string | undefined;
}

/** Why somebody who waits has no seat: "Behind 2 others.", "Held back by Dana Park since Nov 3, 2026: on vacation". */
export function whySentence(wait: Waiting, { timezone, holder }: Names): string {
  switch (wait.reason) {
    case 'held': {
      const by = holder ? ` by ${holder}` : '';
      const until = wait.held_until ? `, until ${formatDate(wait.held_until)}` : '';
      const why = wait.hold_reason ? `: ${wait.hold_reason}` : '.';
      return `Held back${by} since ${dayOf(wait.held_since, timezone)}${until}${why}`;
    }
    case 'full':
      return 'Next in line: gets the next seat that comes free.';
    case 'behind':
      return wait.ahead === 1 ? 'Behind 1 other.' : `Behind ${wait.ahead} others.`;
    case 'over_capacity':
      return 'The group has more patients than seats, so nobody moves up.';
    case 'group_not_active':
      return 'The group is not active, so nobody moves up.';
    case 'seat_free':
      return 'A seat is free: promote to give it.';
    default:
      return 'Waiting for a seat.';
  }
}

interface PassedOverNames {
  timezone: string;
  nameOf: (patientId: string) => string;
  performerOf: (id: string | null) => string;
}

/** The last time somebody else got a seat first, and how often that was; null for never. */
export function passedOverSentence({ passed_over }: Waiting, names: PassedOverNames): string | null {
  const [last, ...earlier] = passed_over;
  if (!last) return null;
  const on = `Passed over on ${dayOf(last.at, names.timezone)}`;
  const other = names.nameOf(last.patient_id);
  const who = names.performerOf(last.performed_by);
  const why = last.reason ? `: ${last.reason}` : '.';
  const often = earlier.length > 0 ? ` ${earlier.length === 1 ? 'Once' : `${earlier.length} times`} before that.` : '';
  if (last.why === 'held') return `${on}, while held back: ${other} got the seat.${often}`;
  if (last.why === 'entered') return `${on}: ${other} was enrolled on a free seat by ${who}.${often}`;
  return `${on}: ${other} was promoted out of turn by ${who}${why}${often}`;
}

/** "3 seats came free in the last 90 days, the last one on Nov 12, 2026. Who moved up had waited about 9 days." */
export function outlookSentence(outlook: SeatOutlook, timezone: string): string {
  const { seats_freed_90_days: freed, last_seat_freed_at: last, median_days_waited: waited } = outlook;
  if (freed === 0) return 'No seat came free in the last 90 days.';
  const seats = freed === 1 ? '1 seat' : `${freed} seats`;
  const when = last ? `, the last one on ${dayOf(last, timezone)}` : '';
  const days = waited === null ? null : Math.round(waited);
  const pace =
    days === null
      ? ''
      : ` Who moved up had waited ${days === 0 ? 'less than a day' : `about ${days === 1 ? '1 day' : `${days} days`}`}.`;
  return `${seats} came free in the last 90 days${when}.${pace}`;
}
