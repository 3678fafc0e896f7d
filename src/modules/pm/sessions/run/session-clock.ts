import { parseTimestamp } from '@/platform/time';
import { durationText } from '../wall-clock';

interface Timed {
  status: string;
  starts_at: string;
  ends_at: string;
  started_at: string | null;
  completed_at: string | null;
}

/** Where a session is in time: "starts in 25 min", "32 min in, 58 min left", "8 min over", "took 1 h 28 min"; null for none of it. */
export function sessionClock(
  { status, starts_at, ends_at, started_at, completed_at }: Timed,
  now: Date,
): string | null {
  if (status === 'scheduled') return beforeStart(minutes(now, parseTimestamp(starts_at)));
  if (status === 'completed' && started_at && completed_at)
    return `took ${words(minutes(parseTimestamp(started_at), parseTimestamp(completed_at)))}`;
  if (status !== 'active') return null;
  const passed = minutes(parseTimestamp(started_at ?? starts_at), now);
  const left = minutes(now, parseTimestamp(ends_at));
  const end = left < 0 ? `${words(-left)} over` : `${words(left)} left`;
  return passed < 1 ? `just started, ${end}` : `${words(passed)} in, ${end}`;
}

const DAY = 24 * 60;

function beforeStart(until: number): string | null {
  if (until > DAY) return null;
  return until < 0 ? `should have started ${words(-until)} ago` : `starts in ${words(until)}`;
}

function minutes(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 60_000);
}

function words(count: number): string {
  return durationText(count) || '0 min';
}
