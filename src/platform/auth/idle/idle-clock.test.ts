import { describe, expect, it } from 'vitest';
import { idlePhase } from './idle-clock';

const START = 1_000_000;
const at = (seconds: number) => START + seconds * 1000;

describe('idlePhase', () => {
  it('warns one minute before the end', () => {
    expect(idlePhase(START, at(0), 15)).toEqual({ phase: 'active' });
    expect(idlePhase(START, at(14 * 60 - 1), 15)).toEqual({ phase: 'active' });
    expect(idlePhase(START, at(14 * 60), 15)).toEqual({ phase: 'warning', secondsLeft: 60 });
    expect(idlePhase(START, at(15 * 60 - 1), 15)).toEqual({ phase: 'warning', secondsLeft: 1 });
    expect(idlePhase(START, at(15 * 60), 15)).toEqual({ phase: 'over' });
  });

  it('is over when a machine wakes up hours later', () => {
    expect(idlePhase(START, at(8 * 3600), 15)).toEqual({ phase: 'over' });
  });

  it('leaves half of a short allowance free of warnings', () => {
    expect(idlePhase(START, at(29), 1)).toEqual({ phase: 'active' });
    expect(idlePhase(START, at(30), 1)).toEqual({ phase: 'warning', secondsLeft: 30 });
  });
});
