import { expect, it } from 'vitest';
import { readAll } from './api/read-all';
import { AUDIT_KINDS, KIND_MEANINGS, kindLabel } from './audit-kinds';
import { performerField, periodStart } from './audit-view';

it('counts a period back from now', () => {
  expect(periodStart('7', Date.UTC(2026, 10, 21))).toBe('2026-11-14T00:00:00.000Z');
  expect(periodStart('all')).toBeNull();
});

it('takes a person, nobody or anybody', () => {
  expect(performerField.parse(undefined)).toBe('');
  expect(performerField.parse('system')).toBe('system');
  expect(performerField.safeParse('somebody').success).toBe(false);
});

it('has one kind for each action on each table', () => {
  const places = AUDIT_KINDS.map((kind) => `${KIND_MEANINGS[kind].table} ${KIND_MEANINGS[kind].action}`);
  expect(new Set(places).size).toBe(AUDIT_KINDS.length);
  expect(kindLabel({ action: 'open', target_table: 'pm_patients' })).toBe('Patient record opened');
  expect(kindLabel({ action: 'repair', target_table: 'pf_roles' })).toBe('Integrity repaired');
  expect(kindLabel({ action: 'merge', target_table: 'x' })).toBe('x merge');
});

it('reads a log step by step, each entry once, also where the server gives fewer than asked for', async () => {
  const rows = Array.from({ length: 7 }, (_, index) => ({ id: 7 - index }));
  const steps: [number, number][] = [];
  const read = await readAll(
    async ({ before }) => ({
      data: rows.filter(({ id }) => before === null || id < before).slice(0, 3),
      count: before === null ? rows.length : null,
    }),
    { signal: new AbortController().signal, onProgress: (done, total) => steps.push([done, total]) },
  );
  expect(read).toEqual(rows);
  expect(steps).toEqual([
    [3, 7],
    [6, 7],
  ]);
});
