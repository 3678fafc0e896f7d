/** How long before the end the person is warned. */
export const WARNING_MILLISECONDS = 60_000;

export type IdlePhase = { phase: 'active' } | { phase: 'warning'; secondsLeft: number } | { phase: 'over' };

/** Takes the last sign of life and the present (epoch milliseconds) and the allowed minutes; answers what is due. */
export function idlePhase(lastActivity: number, now: number, minutes: number): IdlePhase {
  const left = lastActivity + minutes * 60_000 - now;
  if (left <= 0) return { phase: 'over' };
  // With an allowance of a minute or two, half of it must still be free of warnings.
  const warning = Math.min(WARNING_MILLISECONDS, minutes * 30_000);
  return left <= warning ? { phase: 'warning', secondsLeft: Math.ceil(left / 1000) } : { phase: 'active' };
}
