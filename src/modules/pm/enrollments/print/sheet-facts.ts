import type { People } from '@/modules/pm/sessions';
import { dateFormat, formatSessionTime } from '@/platform/time';
import type { SheetSession, Sheets } from './api/get-sheets';
import type { SheetFact } from './sheet-paper';

/** "Tue, Nov 24, 2026": paper is kept for years. */
const DAY = dateFormat({ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

interface Occasion {
  group: Sheets['group'];
  /** Null for the roster of a day. */
  session: SheetSession | null;
  /** `YYYY-MM-DD`, the day of a roster without a session. */
  on: string;
}

/** What stands on top of a sheet; a session's own people and room come before the group's. What is not known is left out. */
export function sheetFacts({ group, session, on }: Occasion, nameOf: People['nameOf'], timezone: string): SheetFact[] {
  const { facilitator_id, co_facilitator_id, location } = session ?? group;
  const people = [facilitator_id, co_facilitator_id].map(nameOf).filter((name) => name !== null);
  return [
    session
      ? { label: 'Session', value: formatSessionTime(session.starts_at, session.ends_at, timezone) }
      : { label: 'On', value: DAY.format(new Date(`${on}T00:00Z`)) },
    { label: 'Code', value: group.group_code ?? '' },
    { label: people.length > 1 ? 'Facilitators' : 'Facilitator', value: people.join(', ') },
    { label: 'Room', value: location ?? '' },
  ].filter(({ value }) => value !== '');
}
