import { Refusal } from './public-rpc';

/**
 * Whether a request may succeed unchanged later: it got no answer, or one that is about the server's state (busy, restarting)
 * and not about what was asked.
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Refusal)) return true;
  return error.status >= 500 || error.status === 429 || error.status === 408;
}

/** Quorum's code of a refusal; null for everything else. */
export function refusalCode(error: unknown): string | null {
  return error instanceof Refusal && /^[A-Z][A-Z_]+$/.test(error.message) ? error.message : null;
}
