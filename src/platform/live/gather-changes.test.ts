import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherChanges } from './gather-changes';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('gatherChanges', () => {
  it('reads a burst once, within a fifth of a second', async () => {
    const read = vi.fn(async () => {});
    const changes = gatherChanges(read, () => false);
    for (let count = 0; count < 40; count += 1) changes.add('pm_group_enrollments');
    changes.add('pm_group_definitions');
    expect(read).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(read.mock.calls).toEqual([[new Set(['pm_group_enrollments', 'pm_group_definitions'])]]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('never interrupts a reading, and reads again what changed meanwhile', async () => {
    let settle = () => {};
    const read = vi.fn((_tables: ReadonlySet<string>) => new Promise<void>((resolve) => (settle = resolve)));
    const changes = gatherChanges(read, () => false);
    changes.add('first');
    await vi.advanceTimersByTimeAsync(200);
    changes.add('second');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(read).toHaveBeenCalledTimes(1);
    settle();
    await vi.advanceTimersByTimeAsync(200);
    expect(read.mock.calls[1]).toEqual([new Set(['second'])]);
  });

  it('waits while somebody has something in hand', async () => {
    const read = vi.fn(async () => {});
    let inHand = true;
    const changes = gatherChanges(read, () => inHand);
    changes.add('first');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(read).not.toHaveBeenCalled();
    inHand = false;
    await vi.advanceTimersByTimeAsync(200);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('goes on after a reading that hangs', async () => {
    const read = vi.fn((_tables: ReadonlySet<string>) => new Promise<void>(() => {}));
    const changes = gatherChanges(read, () => false);
    changes.add('first');
    await vi.advanceTimersByTimeAsync(200);
    changes.add('second');
    await vi.advanceTimersByTimeAsync(2_200);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads nothing once it is stopped', async () => {
    const read = vi.fn(async () => {});
    const changes = gatherChanges(read, () => false);
    changes.add('first');
    changes.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(read).not.toHaveBeenCalled();
  });
});
