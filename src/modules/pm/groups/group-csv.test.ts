import { expect, it } from 'vitest';
import { csvText } from '@/platform/csv';
import type { GroupListItem } from './api/get-groups';
import { groupCsvColumns } from './group-csv';

const GROUP: GroupListItem = {
  id: 'g',
  name: '=Anger, "calm"',
  group_code: '260301AMAN1',
  group_type: 'skills_training',
  status: 'inactive',
  facilitator_name: 'Fay Lee',
  co_facilitator_id: 'c',
  facilitator_count: 2,
  location: null,
  time_period: 'AM',
  start_date: '2026-03-01',
  end_date: null,
  max_capacity: 10,
  min_capacity: null,
  patient_count: 8,
  waitlist_count: 1,
  seats_free: 2,
  next_session_at: '2026-11-24 16:00:00+00',
};

function lines(sees: boolean): string[] {
  const columns = groupCsvColumns({
    nameMember: () => 'Coco Ray',
    timezone: 'America/Phoenix',
    seesEnrollments: sees,
    seesSchedule: sees,
  });
  return csvText(columns, [GROUP]).trim().split('\r\n');
}

it('writes a group in words and figures, times on the clock of the organization, and no formula', () => {
  expect(lines(true)).toEqual([
    'Code,Name,Type,Status,Facilitator,Co-facilitator,Facilitators,Location,Period,Start date,End date,Capacity,Minimum,Patients,Free seats,Waiting,Next session',
    `260301AMAN1,"'=Anger, ""calm""",Skills training,Inactive,Fay Lee,Coco Ray,2,,AM,2026-03-01,,10,,8,2,1,2026-11-24 09:00`,
  ]);
});

it('leaves out what the reader may not see, where a 0 would be a lie', () => {
  expect(lines(false)[0]).toMatch(/Capacity,Minimum$/);
});
