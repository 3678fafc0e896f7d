import { describe, expect, it, vi } from 'vitest';
import type { Clone } from './clone-answer.schema';
import { cloneDifferences } from './clone-differences';
import { countMadeBefore, mending } from './clone-warnings';
import { patientWords, seatsWords, sessionsWords, skippedWhen } from './clone-words';

// The sessions' index brings the connection along, which wants an address; nothing is asked of it here.
vi.hoisted(() => {
  vi.stubEnv('VITE_SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_unused');
});

function seat(patient_id: string, waitlist_position: number | null = null) {
  return {
    patient_id,
    was: 'enrolled',
    status: waitlist_position === null ? 'enrolled' : 'waitlisted',
    waitlist_position,
  };
}

function clone(change: Partial<Clone> = {}): Clone {
  return {
    source_id: 's',
    group: {
      id: 'g',
      name: 'Walk',
      group_code: '261214AMWAK',
      time_period: 'AM',
      start_date: '2026-12-14',
      end_date: null,
      max_capacity: 2,
    },
    patients: [seat('a'), seat('b'), seat('c', 1)],
    cloned_patients: 2,
    waitlisted_patients: 1,
    cloned_facilitators: 0,
    sessions: { created: 0, first_date: null, last_date: null, skipped: [] },
    warnings: [],
    ...change,
  };
}

describe('a clone in words', () => {
  it('tells seats and waitlist before and after', () => {
    expect(seatsWords(clone(), false)).toBe('2 patients get a seat (2 of 2), 1 would wait.');
    expect(seatsWords(clone(), true)).toBe('2 patients got a seat (2 of 2), 1 waits.');
    const one = clone({ patients: [seat('a')], cloned_patients: 1, waitlisted_patients: 0 });
    expect(seatsWords(one, false)).toBe('1 patient gets a seat (1 of 2).');
    expect(seatsWords(clone({ patients: [] }), false)).toBeNull();
  });

  it('tells what becomes of a patient', () => {
    expect(patientWords(seat('a'))).toBe('seat');
    expect(patientWords(seat('a', 2))).toBe('waits, place 2 (has a seat now)');
    expect(patientWords({ ...seat('a', 3), was: 'waitlisted' })).toBe('waits, place 3');
    expect(patientWords({ ...seat('a'), was: 'waitlisted' })).toBe('seat (was waiting)');
  });

  it('tells sessions, made and left out', () => {
    const sessions = { created: 24, first_date: '2026-12-15', last_date: '2027-03-09', skipped: [] };
    expect(sessionsWords(clone({ sessions }))).toBe('24 sessions, Dec 15, 2026 to Mar 9, 2027');
    expect(sessionsWords(clone({ sessions: { ...sessions, created: 1, last_date: '2026-12-15' } }))).toBe(
      '1 session, Dec 15, 2026',
    );
    expect(sessionsWords(clone())).toBeNull();
    expect(skippedWhen({ session_date: '2026-12-25', start_time: '09:00:00', error: 'CLOSED_DAY' })).toBe(
      'Dec 25, 2026, 9:00 AM',
    );
  });
});

describe('what was made against what was shown', () => {
  it('is silent when it is the same', () => {
    expect(cloneDifferences([clone()], [clone({ group: { ...clone().group, id: 'other' } })])).toEqual([]);
  });

  it('names figures that differ, and a code', () => {
    const made = clone({
      cloned_patients: 1,
      waitlisted_patients: 2,
      group: { ...clone().group, group_code: '261214AMWAK-2' },
    });
    expect(cloneDifferences([clone()], [made])).toEqual([
      'Walk: 1 with a seat instead of 2, 2 on the waitlist instead of 1 and code 261214AMWAK-2 instead of 261214AMWAK.',
    ]);
  });

  it('names other patients in the same number of seats', () => {
    const made = clone({ patients: [seat('a'), seat('c'), seat('b', 1)] });
    expect(cloneDifferences([clone()], [made])).toEqual(['Walk: other patients got the seats.']);
  });
});

describe('warnings', () => {
  it('lead to the step that mends them; unknown ones are told all the same', () => {
    expect(mending({ kind: 'two_places', detail: '' })?.step).toBe('dates');
    expect(mending({ kind: 'waitlisted', detail: '' })?.step).toBe('details');
    expect(mending({ kind: 'new_kind', detail: '' })).toBeNull();
  });

  it('count groups that seem to be there, each once', () => {
    const warning = { kind: 'same_name', detail: '' };
    expect(countMadeBefore([clone({ warnings: [warning, warning] }), clone()])).toBe(1);
  });
});
