import { describe, expect, it } from 'vitest';
import { readUrlState, writeUrlState } from '@/platform/query/url-state';
import { cohortAddressSchema, stepBeside } from './cohort-address';

function read(query: string) {
  return readUrlState(cohortAddressSchema, new URLSearchParams(query));
}

describe('the address of the wizard', () => {
  it('holds groups, each once, and the step', () => {
    expect(read('groups=a,b,a,,&step=dates')).toEqual({ groups: ['a', 'b'], step: 'dates' });
    expect(read('')).toEqual({ groups: [], step: 'choose' });
    expect(read('step=nowhere').step).toBe('choose');
  });

  it('keeps the filters of the list', () => {
    const next = writeUrlState(cohortAddressSchema, new URLSearchParams('search=dbt&groups=a'), { step: 'preview' });
    expect(next.toString()).toBe('search=dbt&groups=a&step=preview');
  });

  it('knows the way on and back', () => {
    expect(stepBeside('choose', -1)).toBeNull();
    expect(stepBeside('choose', 1)).toBe('dates');
    expect(stepBeside('preview', 1)).toBeNull();
  });
});
