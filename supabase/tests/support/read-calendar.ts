import ICAL from 'ical.js';

export interface CalendarEvent {
  uid: string;
  sequence: number;
  status: string;
  summary: string;
  location: string | null;
  description: string | null;
  categories: string | null;
  transparency: string;
  /** Instants in ISO, as UTC. */
  start: string;
  end: string;
  stamp: string;
}

/** What is wrong with the lines by RFC 5545 section 3.1: ends other than CRLF, more than 75 octets, control characters. */
export function malformedLines(text: string): string[] {
  const wrong: string[] = [];
  if (!text.endsWith('\r\n')) wrong.push('the last line is not ended');
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) wrong.push(`${Buffer.byteLength(line)} octets: ${line}`);
    if (/\p{Cc}/u.test(line.replaceAll('\t', ''))) wrong.push(`control character: ${JSON.stringify(line)}`);
    if (line.includes('\ufffd')) wrong.push(`a character is cut in two: ${line}`);
  }
  return wrong;
}

function instantOf(event: ICAL.Component, name: string): string {
  const time = event.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  // A time zone that the file does not define would make a time that depends on the reader.
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error(`${name} floats: ${time.toICALString()}`);
  return new Date(time.toUnixTime() * 1000).toISOString();
}

const wordsOf = (event: ICAL.Component, name: string): string | null => {
  const value = event.getFirstPropertyValue(name);
  return value === null ? null : String(value);
};

/** Reads iCalendar text with ical.js, which knows no time zones but those that the text defines. Throws where it cannot. */
export function readCalendar(text: string) {
  const calendar = ICAL.Component.fromString(text);
  if (calendar.name !== 'vcalendar') throw new Error(`Not a calendar: ${calendar.name}`);
  const events = calendar.getAllSubcomponents('vevent').map(
    (event): CalendarEvent => ({
      uid: wordsOf(event, 'uid') ?? '',
      sequence: Number(event.getFirstPropertyValue('sequence')),
      status: wordsOf(event, 'status') ?? '',
      summary: wordsOf(event, 'summary') ?? '',
      location: wordsOf(event, 'location'),
      description: wordsOf(event, 'description'),
      categories: wordsOf(event, 'categories'),
      transparency: wordsOf(event, 'transp') ?? '',
      start: instantOf(event, 'dtstart'),
      end: instantOf(event, 'dtend'),
      stamp: instantOf(event, 'dtstamp'),
    }),
  );
  const property = (name: string) => wordsOf(calendar, name);
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => wordsOf(zone, 'tzid'));
  return { property, zones, events };
}
