import { useEffect, useState } from 'react';
import { wallClock } from '@/platform/time';
import { minutesOf } from './day-times';

/** Minutes since midnight on a zone's clock, kept up to date; null when the date is not today there. */
export function useNow(date: string, timezone: string): number | null {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const clock = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(clock);
  }, []);
  const wall = wallClock(now, timezone);
  return wall.date === date ? minutesOf(wall.time) : null;
}
