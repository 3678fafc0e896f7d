import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import ICAL from 'ical.js';

/** A session as another program finds it in an iCalendar file. */
export interface CalendarEntry {
  uid: string;
  summary: string;
  location: string | null;
  /** `YYYY-MM-DDTHH:MM:SS` on the wall clock of `zone`. */
  start: string;
  end: string;
  zone: string;
  status: string;
}

/** Reads an iCalendar text with a parser that is not ours; throws where it is not valid. */
export function readCalendar(text: string): CalendarEntry[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      location: event.location,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      zone: event.startDate.zone.tzid,
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

/** The entries of a file that the browser saved. */
export async function readDownload(download: Download): Promise<CalendarEntry[]> {
  return readCalendar(await readFile(await download.path(), 'utf8'));
}
