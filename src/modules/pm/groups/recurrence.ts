/** The parts that a recurrence rule of RFC 5545 may have. */
const PARTS = new Set(
  'FREQ UNTIL COUNT INTERVAL BYSECOND BYMINUTE BYHOUR BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS WKST'.split(
    ' ',
  ),
);

const FREQUENCIES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  DAILY: ['day', 'days'],
  WEEKLY: ['week', 'weeks'],
  MONTHLY: ['month', 'months'],
  YEARLY: ['year', 'years'],
};

const DAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** The parts of a rule by name; null when it is not written as a rule at all. */
function partsOf(rule: string): Map<string, string> | null {
  const pairs = rule
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')
    .map((part) => part.split('='));
  if (pairs.some(([name, value, more]) => !name || !value || more !== undefined || !PARTS.has(name))) return null;
  const parts = new Map(pairs.map(([name = '', value = '']) => [name, value]));
  return parts.size === pairs.length ? parts : null;
}

/** Whether the text is written as a recurrence rule; the dates that it makes are judged when sessions are planned. */
export function looksLikeRecurrence(rule: string): boolean {
  const frequency = partsOf(rule)?.get('FREQ');
  return frequency !== undefined && Object.hasOwn(FREQUENCIES, frequency);
}

/** A plain rule in words, "Every week on Tuesday and Thursday"; null for one that takes more words than this knows. */
export function recurrenceWords(rule: string): string | null {
  const parts = partsOf(rule);
  if (!parts || [...parts.keys()].some((name) => !['FREQ', 'INTERVAL', 'BYDAY', 'COUNT', 'WKST'].includes(name))) {
    return null;
  }
  const unit = FREQUENCIES[parts.get('FREQ') ?? ''];
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const days = (parts.get('BYDAY')?.split(',') ?? []).map((day) => DAYS[day]);
  if (!unit || !Number.isInteger(interval) || interval < 1 || days.includes(undefined)) return null;
  const every = interval === 1 ? `Every ${unit[0]}` : `Every ${interval} ${unit[1]}`;
  const on = days.length > 0 ? ` on ${listWords(days.filter((day) => day !== undefined))}` : '';
  const times = parts.has('COUNT') ? `, ${parts.get('COUNT')} times` : '';
  return every + on + times;
}

/** "Ben", "Ben and Ana", "Ben, Ana and Olu". */
export function listWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
