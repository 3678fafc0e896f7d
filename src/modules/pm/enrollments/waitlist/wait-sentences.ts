import { daysBetween, formatDate, parseTimestamp, wallClock } from '@/platform/time';
import type { Promoted } from '../api/get-patient-name';
import type { SeatOutlook } from '../api/get-seat-outlook';
import { dayOf } from '../enrollment-times';
import { passedOverWords } from '../passed-over-words';
import { movedUpSentence } from '../sentences';
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
      return behindWords(wait.ahead);
    case 'over_capacity':
      return 'The group has more patients than seats, so nobody moves up.';
    case 'group_not_active':
      return 'The group is not active, so nobody moves up.';
    case 'seat_free':
      return `A seat is free: promote to give it.${wait.ahead > 0 ? ` ${behindWords(wait.ahead)}` : ''}`;
    default:
      return 'Waiting for a seat.';
  }
}

function behindWords(ahead: number): string {
  return ahead === 1 ? 'Behind 1 other.' : `Behind ${ahead} others.`;
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
  const often = earlier.length > 0 ? ` (and ${earlier.length === 1 ? 'once' : `${earlier.length} times`} before)` : '';
  const on = `Passed over on ${dayOf(last.at, names.timezone)}${often}`;
  const words = passedOverWords({
    why: last.why,
    other: names.nameOf(last.patient_id),
    who: names.performerOf(last.performed_by),
    reason: last.reason,
  });
  return `${on}${words}`;
}

/** What came of releasing somebody: the free seat, if there was one, goes to whoever is first. */
export function releasedSentence(name: string, patientId: string, promoted: Promoted | null): string {
  if (promoted?.patientId === patientId) return `${name} is no longer held back and has the free seat.`;
  const released = `${name} is no longer held back.`;
  return promoted ? `${released} ${movedUpSentence(promoted.name)}` : released;
}

/** "3 seats came free in the last 90 days, the last one on Nov 12, 2026. Those who moved up had waited about 9 days." */
export function outlookSentence(outlook: SeatOutlook, timezone: string): string {
  const { seats_freed_90_days: freed, last_seat_freed_at: last, median_days_waited: waited } = outlook;
  if (freed === 0) return 'No seat came free in the last 90 days.';
  const seats = freed === 1 ? '1 seat' : `${freed} seats`;
  const when = last ? `, the last one on ${dayOf(last, timezone)}` : '';
  const days = waited === null ? null : Math.round(waited);
  const pace =
    days === null
      ? ''
      : ` Those who moved up had waited ${days === 0 ? 'less than a day' : `about ${days === 1 ? '1 day' : `${days} days`}`}.`;
  return `${seats} came free in the last 90 days${when}.${pace}`;
}
