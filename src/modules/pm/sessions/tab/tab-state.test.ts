import { describe, expect, it } from 'vitest';
import { countFilters, isNarrowed, NO_FILTERS, stateCondition, tabStateSchema } from './tab-state';

const NONE = tabStateSchema.parse({});

describe('the filters of a group’s sessions', () => {
  it('are none at first: what is to come', () => {
    expect(NONE).toMatchObject({ when: 'upcoming', page: 1 });
    expect(isNarrowed(NONE)).toBe(false);
    expect(isNarrowed({ ...NONE, when: 'past', page: 3 })).toBe(false);
  });

  it('count dates as one', () => {
    const all = tabStateSchema.parse({
      state: 'pending,cancelled,nonsense',
      from_date: '2026-11-01',
      to_date: '2026-11-30',
      creator: '3f0c1d9e-0000-4000-8000-000000000001',
    });
    expect(all.state).toEqual(['pending', 'cancelled']);
    expect(countFilters(all)).toBe(3);
    expect(isNarrowed({ ...all, ...NO_FILTERS })).toBe(false);
  });

  it('keep what waits for approval apart from what is scheduled', () => {
    expect(stateCondition([])).toBe('');
    expect(stateCondition(['scheduled'])).toBe('and(status.eq.scheduled,approval_status.neq.pending)');
    expect(stateCondition(['pending', 'active'])).toBe(
      'and(status.eq.scheduled,approval_status.eq.pending),status.eq.active',
    );
  });
});
