import { expect, it } from 'vitest';
import { rosterOf } from './roster.fixture';
import { csvFileName, rosterCsv, waitlistCsv } from './roster-csv';

it('writes who has a seat', () => {
  const roster = rosterOf({ taken: 1, capacity: 2 });
  const enrolled = roster.enrolled.map((entry) => ({ ...entry, enrolled_at: '2026-11-21 06:30:00+00' }));
  expect(rosterCsv({ ...roster, enrolled }, 'America/Phoenix')).toBe(
    'Last name,First name,Preferred name,MRN,Phone,Starts on,Enrolled at\r\nIto0,Ben,,1,,2026-11-01,2026-11-20 23:30\r\n',
  );
});

it('writes who waits, in order of place, with the hold', () => {
  const lines = waitlistCsv(rosterOf({ taken: 0, waiting: 2, held: [1], capacity: 2 }), 'UTC').split('\r\n');
  expect(lines[0]).toBe(
    'Place,Last name,First name,Preferred name,MRN,Phone,Waiting since,Held back,Held until,Hold reason',
  );
  expect(lines.slice(1)).toEqual(['1,Ito0,Ben,,1,,,no,,', '2,Ito1,Ben,,1,,,yes,,', '']);
});

it('names the file after group and day', () => {
  expect(csvFileName('roster', 'Anger & Calm: "Núñez"', '2026-11-21')).toBe('roster-anger-calm-núñez-2026-11-21.csv');
  expect(csvFileName('waitlist', '***', '2026-11-21')).toBe('waitlist-2026-11-21.csv');
});
