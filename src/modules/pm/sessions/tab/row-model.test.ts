import { expect, it } from 'vitest';
import type { Viewer } from '../policy/powers';
import type { Session } from '../session';
import { rowOffer } from './row-model';

const NOW = new Date('2026-11-21T12:00:00Z');
const VIEWER: Viewer = { userId: 'eva', editsGroups: true, createsSessions: true, editsSessions: true };
const SESSION: Session = {
  id: 'one',
  group_definition_id: 'group',
  session_date: '2026-11-23',
  start_time: '09:00:00',
  end_time: '10:00:00',
  starts_at: '2026-11-23T16:00:00Z',
  ends_at: '2026-11-23T17:00:00Z',
  status: 'scheduled',
  cancellation_reason: null,
  facilitator_id: 'ana',
  co_facilitator_id: null,
  location: null,
  conflict_override: false,
  approval_status: 'approved',
  series_id: null,
  group: null,
};

const offer = (changes: Partial<Session>, viewer: Partial<Viewer> = {}) =>
  rowOffer({ ...SESSION, ...changes }, { ...VIEWER, ...viewer }, NOW);

it('offers what the session’s state asks for', () => {
  expect(offer({})).toEqual({ page: 'prepare', reschedule: true, decide: false });
  expect(offer({ status: 'active' })).toEqual({ page: 'join', reschedule: true, decide: false });
  expect(offer({ status: 'completed' })).toEqual({ page: 'results', reschedule: false, decide: false });
  expect(offer({ ends_at: '2026-11-21T12:00:00Z' }).page).toBe('results');
  expect(offer({ status: 'cancelled' })).toEqual({ page: null, reschedule: false, decide: false });
  expect(offer({ approval_status: 'pending' }).decide).toBe(true);
});

it('offers nothing that the person would be refused', () => {
  expect(offer({ approval_status: 'pending' }, { editsSessions: false })).toMatchObject({
    reschedule: false,
    decide: false,
  });
  expect(offer({ approval_status: 'pending', facilitator_id: 'eva' }).decide).toBe(false);
});
