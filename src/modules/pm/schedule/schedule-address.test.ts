import { describe, expect, it, vi } from 'vitest';
import { readUrlState, writeUrlState } from '@/platform/query/url-state';
import { scheduleAddressSchema } from './schedule-address';

// The sessions' index brings the connection along, which wants an address; nothing is asked of it here.
vi.hoisted(() => {
  vi.stubEnv('VITE_SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_unused');
});

const PERSON = '3f0c1d9e-0000-4000-8000-000000000001';

function read(query: string) {
  return readUrlState(scheduleAddressSchema, new URLSearchParams(query));
}

describe('the calendar in the address', () => {
  it('reads date, view and filters', () => {
    expect(
      read(`date=2026-11-24&view=month&facilitator=${PERSON}&type=iop,php&location=Juniper Room&state=active&mine=yes`),
    ).toEqual({
      date: '2026-11-24',
      view: 'month',
      facilitator: [PERSON],
      type: ['iop', 'php'],
      location: 'Juniper Room',
      state: ['active'],
      mine: 'yes',
    });
  });

  it.each([
    'date=2026-02-30',
    'date=1900-01-01',
    'date=9999-01-01',
    'date=today',
    'view=year',
    'mine=no',
    'type=choir',
  ])('takes %s as absent', (query) => {
    expect(read(query)).toEqual(read(''));
  });

  it('drops only what does not fit from a list', () => {
    expect(read(`type=iop,choir&state=gone,cancelled&facilitator=1,${PERSON}`)).toMatchObject({
      type: ['iop'],
      state: ['cancelled'],
      facilitator: [PERSON],
    });
  });

  it('leaves defaults out and other parameters alone', () => {
    const next = writeUrlState(scheduleAddressSchema, new URLSearchParams('session=x&date=2026-11-24&type=iop'), {
      date: '',
      type: [],
      view: 'day',
    });
    expect(next.toString()).toBe('session=x&view=day');
  });
});
