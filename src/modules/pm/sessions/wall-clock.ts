/** Minutes since midnight of a wall-clock time `HH:MM` or `HH:MM:SS`; null when it is none. */
export function clockMinutes(time: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** `HH:MM` some minutes later on the same day; 23:59 where that would pass midnight, '' when the time is none. */
export function addMinutes(time: string, minutes: number): string {
  const from = clockMinutes(time);
  if (from === null) return '';
  const at = Math.min(from + minutes, 24 * 60 - 1);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/** Minutes from one wall-clock time to another; null when one is none or the second is not later. */
export function minutesBetween(start: string, end: string): number | null {
  const from = clockMinutes(start);
  const to = clockMinutes(end);
  return from === null || to === null || to <= from ? null : to - from;
}

/**
 * Wall-clock times as people say them: "9:00–10:30 AM", "11:00 AM–12:30 PM". Takes `HH:MM` or `HH:MM:SS`.
 * Plain arithmetic: a calendar writes thousands of these, and Intl is slow and would want a zone.
 */
export function clockRange(start: string, end: string): string {
  const from = clockText(start);
  const to = clockText(end);
  return `${from.slice(-2) === to.slice(-2) ? from.slice(0, -3) : from}–${to}`;
}

/** "9:05 AM" for `09:05`; the text as it is when it is no time. */
export function clockText(time: string): string {
  const minutes = clockMinutes(time);
  if (minutes === null) return time;
  const hour = Math.floor(minutes / 60);
  return `${hour % 12 || 12}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** "1 h 30 min", "45 min", "2 h". */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return [hours > 0 && `${hours} h`, minutes % 60 > 0 && `${minutes % 60} min`].filter(Boolean).join(' ');
}
