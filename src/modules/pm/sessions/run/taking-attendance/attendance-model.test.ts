import { describe, expect, it } from 'vitest';
import type { Attendee } from '../api/get-attendance';
import { guid, tap } from '../queue/tap.fixture';
import { attendanceCounts, isTooEarly, listPeople, minutesNow, unrecorded } from './attendance-model';

const maria: Attendee = {
  participant_id: null,
  patient_id: guid(1),
  guest_name: null,
  is_drop_in: false,
  joined_at: null,
  has_answered: false,
  is_flagged: false,
  attendance_status: null,
  minutes: null,
  recorded_by: null,
  recorded_at: null,
  first_name: 'Maria',
  last_name: 'Lopez',
  preferred_name: 'Mia',
  mrn: '1',
  missed_in_a_row: 0,
};

describe('the list', () => {
  it('shows what was tapped at once, and what the server has where that is newer', () => {
    const late = tap({ status: 'late', at: '2026-11-21T10:00:00.000Z' });
    expect(listPeople([maria], [late])).toMatchObject([{ name: 'Maria Lopez (Mia)', status: 'late', isKept: true }]);
    const recorded: Attendee = { ...maria, attendance_status: 'absent', recorded_at: '2026-11-21 10:00:01.5+00' };
    expect(listPeople([recorded], [late])).toMatchObject([{ status: 'absent', isKept: false }]);
  });

  it('a refused tap changes nothing, and is told beside what holds', () => {
    const refused = tap({ status: 'late', refusal: 'ATTENDANCE_TOO_EARLY' });
    expect(listPeople([maria], [refused])).toMatchObject([
      { status: null, isKept: false, refused: { status: 'late' } },
    ]);
  });

  it('names guests, and those whose names are hidden by their place', () => {
    const guest = { ...maria, patient_id: null, participant_id: guid(2), guest_name: 'Ann', first_name: null };
    const hidden = { ...maria, first_name: null, last_name: null };
    expect(listPeople([guest, hidden], []).map(({ name }) => name)).toEqual(['Ann', 'Patient 2']);
  });

  it('counts, and tells who is left', () => {
    const people = listPeople([maria, { ...maria, patient_id: guid(2) }], [tap({ person: 2, status: 'absent' })]);
    expect(attendanceCounts(people)).toEqual([{ status: 'absent', count: 1 }]);
    expect(unrecorded(people).map(({ key }) => key)).toEqual([guid(1)]);
  });
});

describe('the moment', () => {
  const session = { status: 'active', starts_at: '2026-11-21T10:00:00Z', ends_at: '2026-11-21T11:30:00Z' };
  const at = (time: string) => new Date(`2026-11-21T${time}:00Z`);

  it('tells how long who comes late or leaves takes part', () => {
    expect(minutesNow('late', session, at('10:20'))).toBe(70);
    expect(minutesNow('left_early', session, at('10:50'))).toBe(50);
    expect(minutesNow('present', session, at('10:20'))).toBeNull();
  });

  it('tells nothing long after the start, before, after the end, or of a session that does not run', () => {
    expect(minutesNow('late', session, at('11:10'))).toBeNull();
    expect(minutesNow('late', session, at('09:55'))).toBeNull();
    expect(minutesNow('left_early', session, at('11:40'))).toBeNull();
    expect(minutesNow('late', { ...session, status: 'completed' }, at('10:20'))).toBeNull();
  });

  it('is too early for attendance until half an hour before a scheduled session', () => {
    const scheduled = { ...session, status: 'scheduled' };
    expect(isTooEarly(scheduled, at('09:29'))).toBe(true);
    expect(isTooEarly(scheduled, at('09:30'))).toBe(false);
    expect(isTooEarly(session, at('09:00'))).toBe(false);
  });
});
