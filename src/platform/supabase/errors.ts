import { CONSTRAINT_ERRORS } from './constraint-messages';
import { API_ERRORS, AUTH_ERRORS, type ErrorMessage, QUORUM_ERRORS, SQLSTATE_ERRORS } from './error-messages';
import { type ErrorParts, readErrorParts } from './error-shape';

export interface ErrorDescription {
  code: string | null;
  message: string;
  hint: string | null;
  field: string | null;
}

const UNKNOWN: ErrorDescription = {
  code: null,
  message: 'Something went wrong.',
  hint: 'Try again. If it keeps happening, tell your administrator.',
  field: null,
};

/**
 * Turns whatever a request threw into words.
 * Takes the error as caught; answers Quorum's code, SQLSTATE, auth code or NETWORK (null when unknown), a sentence, what to
 * do about it, and the form field it belongs to. Text that the database wrote for programmers is never passed on.
 */
export function describeError(error: unknown): ErrorDescription {
  const parts = readErrorParts(error);
  const quorum = lookUp(QUORUM_ERRORS, parts.message);
  if (quorum) {
    return {
      code: parts.message,
      message: parts.details || quorum.message,
      hint: parts.hint || quorum.hint,
      field: quorum.field,
    };
  }
  if (isNetworkFailure(error)) return withCode('NETWORK', lookUp(API_ERRORS, 'NETWORK'));
  const constraint = lookUp(CONSTRAINT_ERRORS, constraintOf(parts));
  if (constraint) return withCode(parts.code, constraint);
  const known = [SQLSTATE_ERRORS, API_ERRORS, AUTH_ERRORS].map((map) => lookUp(map, parts.code)).find(Boolean);
  if (!known) return UNKNOWN;
  return { ...withCode(parts.code, known), field: known.field ?? columnOf(parts) };
}

/** Whether the request never got an answer: only these are worth repeating unchanged. */
export function isNetworkFailure(error: unknown): boolean {
  const { name, code, message, status } = readErrorParts(error);
  if (name === 'AuthRetryableFetchError') return true;
  if (code !== '' || (status !== null && status !== 0)) return false;
  return /failed to fetch|fetch failed|networkerror|network request failed|load failed/i.test(message);
}

/** Whether the server no longer accepts the session (expired, revoked or unknown). */
export function isSessionRefused(error: unknown): boolean {
  const { code, status } = readErrorParts(error);
  return (
    /^PGRST30[123]$/.test(code) ||
    ['bad_jwt', 'no_authorization', 'session_expired', 'session_not_found', 'user_not_found'].includes(code) ||
    (status === 401 && code === '')
  );
}

// What a server sends must not find the properties that every object has, such as "constructor".
function lookUp(map: Readonly<Record<string, ErrorMessage>>, key: string | null): ErrorMessage | undefined {
  return key !== null && Object.hasOwn(map, key) ? map[key] : undefined;
}

function withCode(code: string, known: ErrorMessage | undefined): ErrorDescription {
  return known ? { code, ...known } : UNKNOWN;
}

function constraintOf({ message }: ErrorParts): string | null {
  return /constraint "([^"]+)"/.exec(message)?.[1] ?? null;
}

function columnOf({ code, message }: ErrorParts): string | null {
  return code === '23502' ? (/column "([^"]+)"/.exec(message)?.[1] ?? null) : null;
}
