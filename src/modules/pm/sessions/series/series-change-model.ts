import { readRule } from '@/platform/recurrence/read-rule';
import { writeRule } from '@/platform/recurrence/rule';
import { shiftedRule } from '@/platform/recurrence/rule-form';
import { parseTimestamp } from '@/platform/time';
import { daysBetween } from '@/platform/time/calendar-days';
import type { SessionFormValues } from '../session-form.schema';
import type { SeriesChanges, SeriesScope } from './api/change-series';
import type { SeriesSession } from './api/get-series-sessions';

/** The sessions that a scope means, of those still scheduled; the database decides it again when it is saved. */
export function sessionsInScope(
  sessions: readonly SeriesSession[],
  chosen: { id: string; starts_at: string },
  scope: SeriesScope,
  now: Date,
): SeriesSession[] {
  const from = parseTimestamp(chosen.starts_at);
  return sessions.filter(({ id, starts_at }) => {
    const begin = parseTimestamp(starts_at);
    return id === chosen.id || (scope === 'following' ? begin >= from : begin > now);
  });
}

/**
 * What the form of one session means for the others: its date as a shift in days, all else that differs as it is. A shift
 * moves the weekdays of the series' rule along, where a rule can say that.
 */
export function seriesChanges(before: SessionFormValues, after: SessionFormValues, rule: string | null): SeriesChanges {
  const days = daysBetween(before.session_date, after.session_date);
  const location = after.location.trim();
  const notes = after.notes.trim();
  const shifted = days !== 0 && rule ? movedRule(rule, days) : null;
  return {
    ...(days !== 0 && { days }),
    ...(after.start_time !== before.start_time && { start_time: after.start_time }),
    ...(after.end_time !== before.end_time && { end_time: after.end_time }),
    ...(after.facilitator_id !== before.facilitator_id && { facilitator_id: after.facilitator_id }),
    ...(after.co_facilitator_id !== before.co_facilitator_id && { co_facilitator_id: after.co_facilitator_id }),
    ...(location !== before.location.trim() && { location: location || null }),
    ...(notes !== before.notes.trim() && { notes: notes || null }),
    ...(shifted && { recurrence_rule: shifted }),
  };
}

const WHEN = ['days', 'start_time', 'end_time'] as const;
const ELSE = ['facilitator_id', 'co_facilitator_id', 'location', 'notes'] as const;

/**
 * How many of the sessions really become different. One that keeps its own stays as it is when only one thing changes; of
 * several things it may take some.
 */
export function changingCount(changes: SeriesChanges, all: number, kept: number): number {
  const things = [WHEN.some((key) => key in changes), ...ELSE.map((key) => key in changes)].filter(Boolean).length;
  return things === 1 ? all - kept : all;
}

function movedRule(rule: string, days: number): string | null {
  const reading = readRule(rule, { timezone: 'UTC', startTime: '00:00' });
  const moved = 'problem' in reading ? null : shiftedRule(reading.rule, days);
  return moved && writeRule(moved);
}
