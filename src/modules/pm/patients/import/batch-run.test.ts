import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BatchProgress, batchRun } from './batch-run';

const ITEMS = Array.from({ length: 450 }, (_, at) => at);
const NO_NETWORK = new TypeError('Failed to fetch');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that takes down what it gets; `fate` says what happens to the call of a number, from 1. */
function setUp(fate: (call: number) => 'ok' | 'lost' | 'refused' = () => 'ok') {
  const taken: number[] = [];
  const told: BatchProgress[] = [];
  let calls = 0;
  const run = batchRun(
    ITEMS,
    async (batch) => {
      calls += 1;
      const what = fate(calls);
      if (what === 'lost') throw NO_NETWORK;
      if (what === 'refused') throw { code: 'PT403', message: 'PERMISSION_DENIED' };
      return () => taken.push(...batch);
    },
    (progress) => told.push(progress),
  );
  return { run, taken, told, calls: () => calls, last: () => told.at(-1) };
}

describe('batchRun', () => {
  it('sends everything once, in order, and tells how far it is', async () => {
    const { run, taken, told } = setUp();
    await Promise.all([run.go(), run.go()]);
    expect(taken).toEqual(ITEMS);
    expect(told.map(({ state, done, total }) => [state, done, total])).toEqual([
      ['running', 0, 450],
      ['running', 200, 450],
      ['running', 400, 450],
      ['running', 450, 450],
      ['done', 450, 450],
    ]);
  });

  it('is done at once where there is nothing to send', async () => {
    const told: BatchProgress[] = [];
    await batchRun(
      [],
      () => Promise.reject(NO_NETWORK),
      (progress) => told.push(progress),
    ).go();
    expect(told.at(-1)?.state).toBe('done');
  });

  it('tries a batch again that got no answer', async () => {
    const { run, taken, calls, last } = setUp((call) => (call === 2 || call === 3 ? 'lost' : 'ok'));
    const going = run.go();
    await vi.runAllTimersAsync();
    await going;
    expect(taken).toEqual(ITEMS);
    expect(calls()).toBe(5);
    expect(last()?.state).toBe('done');
  });

  it('gives up after three tries, and goes on from there when asked', async () => {
    const { run, taken, last } = setUp((call) => (call >= 2 && call <= 4 ? 'lost' : 'ok'));
    const going = run.go();
    await vi.runAllTimersAsync();
    await going;
    expect(last()).toEqual({ state: 'failed', done: 200, total: 450, error: NO_NETWORK });
    await run.go();
    expect(taken).toEqual(ITEMS);
    expect(last()).toMatchObject({ state: 'done', error: null });
  });

  it('does not repeat what was refused', async () => {
    const { run, calls, last } = setUp(() => 'refused');
    await run.go();
    expect(calls()).toBe(1);
    expect(last()).toMatchObject({ state: 'failed', done: 0 });
    run.stop();
    expect(last()).toMatchObject({ state: 'stopped', done: 0 });
  });

  it('stops between batches, and goes on', async () => {
    const { run, taken, told, last } = setUp();
    const going = run.go();
    run.stop();
    await going;
    expect(told.map(({ state }) => state)).toEqual(['running', 'stopping', 'stopping', 'stopped']);
    expect(taken).toHaveLength(200);
    await run.go();
    expect(taken).toEqual(ITEMS);
    expect(last()?.state).toBe('done');
  });

  it('says and takes down nothing more once it is left', async () => {
    const { run, taken, told } = setUp();
    const going = run.go();
    run.leave();
    await going;
    expect(taken).toEqual([]);
    expect(told).toHaveLength(1);
  });
});
