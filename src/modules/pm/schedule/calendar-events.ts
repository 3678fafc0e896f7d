import type { EventInput } from '@fullcalendar/react';
import { isOpen, type Session, type Slot } from '@/modules/pm/sessions';

/**
 * Sessions as FullCalendar takes them: wall-clock times without an offset, which it reads on the clock of its `timeZone`, the
 * organization's. Only open sessions can be moved, and only by those who may edit.
 */
export function calendarEvents(sessions: readonly Session[], mayEdit: boolean): EventInput[] {
  return sessions.map((session) => ({
    id: session.id,
    title: session.group?.name ?? '',
    start: `${session.session_date}T${session.start_time}`,
    end: `${session.session_date}T${session.end_time}`,
    editable: mayEdit && isOpen(session),
  }));
}

/**
 * The wall clock of what was dropped or selected. Takes the two moments as FullCalendar writes them in the organization's zone
 * (`2026-11-24T09:00:00-07:00`); the offset is not needed, because sessions are kept by the wall clock.
 * Null when it does not start and end on one day.
 */
export function slotOf(range: { startStr: string; endStr: string }): Slot | null {
  const start = wallClockOf(range.startStr);
  const end = wallClockOf(range.endStr);
  if (!start || !end || start.date !== end.date || end.time <= start.time) return null;
  return { date: start.date, start: start.time, end: end.time };
}

function wallClockOf(moment: string): { date: string; time: string } | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(moment);
  return match?.[1] && match[2] ? { date: match[1], time: match[2] } : null;
}

const EARLIEST = 7;
const LATEST = 20;

/** The hours that a day has in the calendar: the clinic's usual ones, and more where a session lies outside. */
export function shownHours(sessions: readonly Session[]): { from: string; to: string } {
  const from = Math.min(EARLIEST, ...sessions.map(({ start_time }) => Number(start_time.slice(0, 2))));
  const to = Math.max(LATEST, ...sessions.map(({ end_time }) => lastHour(end_time)));
  return { from: hour(from), to: hour(to) };
}

function lastHour(end: string): number {
  return Number(end.slice(0, 2)) + (end.slice(3, 5) === '00' ? 0 : 1);
}

function hour(value: number): string {
  return `${String(value).padStart(2, '0')}:00:00`;
}
