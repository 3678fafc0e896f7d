import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { mondayFrom, plusDays } from './report-desk.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

interface Week {
  week: string;
  waiting: number;
  promoted: number;
  median_wait_days: number | null;
}

/** Rewrites when things happened, as the database's owner: days after the Monday, at noon on the clinic's wall clock. */
async function happened(desk: Desk, enrollment: string, monday: string, days: Record<string, number>) {
  for (const [column, day] of Object.entries(days)) {
    await desk.pool.query(
      `update public.pm_group_enrollments set ${column} = ($2::date + $3::integer + time '12:00') at time zone $4 where id = $1`,
      [enrollment, monday, day, desk.clinic.timezone],
    );
  }
}

test('week by week: who waits at its end, who was promoted in it, and how long they had waited', async () => {
  const desk = await openDesk(database);
  const monday = await mondayFrom(desk, -3);
  const group = await desk.group(1, { facilitator_id: desk.clinic.people.facilitator });
  const enrollments = await desk.enroll(group, await desk.patients(5));
  const [seated, one, two, three, deleted] = [0, 1, 2, 3, 4].map((place) => at(enrollments, place));
  if (!seated || !one || !two || !three || !deleted) throw new Error('No enrollments');
  await desk.pool.query('update public.pm_group_definitions set max_capacity = 3 where id = $1', [group]);
  // one waits 2 days and two 9, both promoted in the second week; three waits from the third week on.
  await happened(desk, one, monday, { waitlisted_at: 5, enrolled_at: 7 });
  await happened(desk, two, monday, { waitlisted_at: 0, enrolled_at: 9 });
  await happened(desk, three, monday, { waitlisted_at: 15 });
  await desk.ask('pm_delete_enrollment', { enrollment_id: deleted });
  await happened(desk, deleted, monday, { waitlisted_at: 1, deleted_at: 8 });
  const report = (values: Record<string, unknown> = {}) =>
    desk.list<Week>('pm_report_waitlist', {
      ...{ organization_id: desk.clinic.id, from_date: monday, to_date: plusDays(monday, 60), ...values },
    });
  const weeks = [
    { week: monday, waiting: 3, promoted: 0, median_wait_days: null },
    { week: plusDays(monday, 7), waiting: 0, promoted: 2, median_wait_days: 5.5 },
    { week: plusDays(monday, 14), waiting: 1, promoted: 0, median_wait_days: null },
    { week: plusDays(monday, 21), waiting: 1, promoted: 0, median_wait_days: null },
  ];
  expect(await report()).toEqual(weeks);
  expect(await report({ group_definition_id: group })).toEqual(weeks);
  expect(await report({ facilitator_id: desk.clinic.people.facilitator })).toEqual(weeks);
  expect(await report({ group_type: 'iop', to_date: monday })).toEqual([{ ...weeks[0], waiting: 0 }]);
  // Days outside the range are not counted, even in a week of which a part is.
  expect(await report({ from_date: plusDays(monday, 8), to_date: plusDays(monday, 10) })).toEqual([
    { ...weeks[1], promoted: 1, median_wait_days: 9 },
  ]);
});
