import type { Database } from '@/platform/supabase/database.types';
import { readEnvironment } from '@/platform/supabase/environment';

type FunctionName = keyof Database['public']['Functions'];

/** A hung request on a bad connection must not keep the next one from being tried. */
const PATIENCE_MILLISECONDS = 20_000;

/** A refusal of the server, with its code as `message`; anything else that is thrown never got an answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: string;
  readonly hint: string;

  constructor(status: number, { message, code, details, hint }: Record<string, unknown>) {
    super(typeof message === 'string' ? message : '');
    this.status = status;
    this.code = typeof code === 'string' ? code : '';
    this.details = typeof details === 'string' ? details : '';
    this.hint = typeof hint === 'string' ? hint : '';
  }
}

/**
 * Calls a function as nobody: with the publishable key alone, whoever may be signed in in this browser. Without supabase-js,
 * which is more than the rest of the patient's page together, and would send a signed-in person's token.
 * Answers the parsed JSON; throws Refusal when the server says no, TypeError or DOMException when it cannot be reached.
 */
export async function publicRpc(name: FunctionName, args: object, signal?: AbortSignal): Promise<unknown> {
  const environment = readEnvironment(import.meta.env);
  // The app does not start without these two.
  if (!environment.configured) throw new Error(environment.problems.join());
  const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  const response = await fetch(`${environment.url}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { apikey: environment.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify(args),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  });
  if (response.ok) return response.json();
  // A page of a hotel's network instead of the server's JSON is no refusal of the server's.
  const problem: unknown = await response.json().catch(() => null);
  throw new Refusal(response.status, isRecord(problem) ? problem : {});
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
