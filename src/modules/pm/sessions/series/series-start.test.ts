import { describe, expect, it } from 'vitest';
import type { GroupOption } from '../api/get-group-options';
import { extensionStart, newSeriesStart, type SeriesSoFar } from './series-start';

const ZONE = 'America/Phoenix';
const NOW = { date: '2026-11-21', time: '08:00' };
const OPEN = { date: '', start: '', end: '' };

const GROUP: GroupOption = {
  id: '6d4c0c2e-5b1b-4a3e-8f1c-2f4b8a1d0001',
  name: 'Grief support',
  group_code: null,
  group_type: 'support',
  facilitator_id: 'fay',
  co_facilitator_id: 'cole',
  location: 'Juniper Room',
  duration_minutes: 90,
  recurrence_rule: 'FREQ=WEEKLY;BYDAY=TU',
  time_period: 'PM',
  start_date: '2026-01-05',
  end_date: null,
  last_session: null,
};

describe('newSeriesStart', () => {
  it('begins on the group’s next day, in its half of the day, with its people and room', () => {
    expect(newSeriesStart(OPEN, GROUP, NOW, ZONE)).toMatchObject({
      session: {
        session_date: '2026-11-24',
        start_time: '13:00',
        end_time: '14:30',
        facilitator_id: 'fay',
        co_facilitator_id: 'cole',
        location: 'Juniper Room',
      },
      rule: { kind: 'WEEKLY', weekdays: ['TU'], ending: 'count', count: 10 },
    });
  });

  it('does not begin before the group does, and ends with it', () => {
    const group = { ...GROUP, start_date: '2027-01-04', end_date: '2027-06-30' };
    expect(newSeriesStart(OPEN, group, NOW, ZONE)).toMatchObject({
      session: { session_date: '2027-01-05' },
      rule: { ending: 'group' },
    });
  });

  it('goes on after the sessions that the group has, at their time', () => {
    const group = { ...GROUP, last_session: { session_date: '2027-01-12', start_time: '10:00:00' } };
    expect(newSeriesStart(OPEN, group, NOW, ZONE)).toMatchObject({
      session: { session_date: '2027-01-19', start_time: '10:00', end_time: '11:30' },
      rule: { kind: 'WEEKLY', weekdays: ['TU'] },
    });
    const everySecond = { ...group, recurrence_rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH' };
    expect(newSeriesStart(OPEN, everySecond, NOW, ZONE).session.session_date).toBe('2027-01-14');
    expect(newSeriesStart(OPEN, { ...group, recurrence_rule: null }, NOW, ZONE)).toMatchObject({
      session: { session_date: '2027-01-19' },
      rule: { weekdays: ['TU'] },
    });
  });

  it('begins today’s way again when the last session is over, or when a day was selected', () => {
    const group = { ...GROUP, last_session: { session_date: '2026-11-17', start_time: '10:00:00' } };
    expect(newSeriesStart(OPEN, group, NOW, ZONE).session.session_date).toBe('2026-11-24');
    const planned = { ...GROUP, last_session: { session_date: '2027-01-12', start_time: '10:00:00' } };
    const slot = { ...OPEN, date: '2026-11-26' };
    expect(newSeriesStart(slot, planned, NOW, ZONE).session.session_date).toBe('2026-11-26');
  });

  it('takes what was selected in the calendar', () => {
    const slot = { date: '2026-11-25', start: '10:00', end: '11:00' };
    expect(newSeriesStart(slot, { ...GROUP, recurrence_rule: null }, NOW, ZONE)).toMatchObject({
      session: { session_date: '2026-11-25', start_time: '10:00', end_time: '11:00' },
      rule: { kind: 'WEEKLY', weekdays: ['WE'], ending: 'count', count: 10 },
    });
  });

  it('shows a rule of the group that cannot be planned', () => {
    expect(newSeriesStart(OPEN, { ...GROUP, recurrence_rule: 'FREQ=HOURLY' }, NOW, ZONE)).toMatchObject({
      session: { session_date: NOW.date },
      rule: { kind: 'text', text: 'FREQ=HOURLY' },
    });
  });
});

describe('extensionStart', () => {
  const series: SeriesSoFar = {
    recurrence_rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=6',
    start_time: '09:00:00',
    end_time: '10:30:00',
    facilitator_id: null,
    co_facilitator_id: null,
    location: null,
    first_session_on: '2026-10-13',
    last_session_on: '2026-12-22',
    session_count: 5,
  };

  it('goes on in the same weeks, as many times again', () => {
    expect(extensionStart(series, GROUP, NOW.date, ZONE)).toMatchObject({
      session: { session_date: '2027-01-05', start_time: '09:00', end_time: '10:30', facilitator_id: 'fay' },
      rule: { kind: 'WEEKLY', interval: 2, weekdays: ['TU'], ending: 'count', count: 6 },
    });
  });

  it('goes on until the group ends', () => {
    expect(extensionStart(series, { ...GROUP, end_date: '2027-03-31' }, NOW.date, ZONE)).toMatchObject({
      rule: { ending: 'group' },
    });
  });

  it('proposes nothing in the past', () => {
    expect(extensionStart({ ...series, last_session_on: '2026-11-10' }, GROUP, NOW.date, ZONE)).toMatchObject({
      session: { session_date: '2026-11-24' },
    });
  });

  it('counts the sessions where the rule has no count, and goes on daily where there is none', () => {
    const endless = { ...series, recurrence_rule: 'FREQ=WEEKLY;BYDAY=TU' };
    expect(extensionStart(endless, GROUP, NOW.date, ZONE).rule).toMatchObject({ ending: 'count', count: 5 });
    expect(extensionStart({ ...series, recurrence_rule: null }, GROUP, NOW.date, ZONE)).toMatchObject({
      session: { session_date: '2026-12-23' },
      rule: { kind: 'WEEKLY', weekdays: ['WE'] },
    });
  });
});
