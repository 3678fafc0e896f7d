import { describe, expect, it } from 'vitest';
import { slugFrom } from './slug';

describe('slugFrom', () => {
  it.each([
    ['Riverbend Behavioral Health', 'riverbend-behavioral-health'],
    ['  Río Claro Clinic, Inc. ', 'rio-claro-clinic-inc'],
    ['A', 'a'],
    ['--', ''],
    ['مركز', ''],
    [`${'x'.repeat(49)} yy`, 'x'.repeat(49)],
  ])('proposes for "%s"', (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });
});
