import { isPassing, refusalCode } from '../api/failure';
import { Refusal } from '../api/public-rpc';

/** What a patient reads about a code that was not accepted. The attempts are counted for all who join the session. */
export function wrongCodeWords(attemptsLeft: number): string {
  const left = attemptsLeft === 1 ? '1 more try is left' : `${attemptsLeft} more tries are left`;
  return `We do not know this code for today’s group. Check it and type it again: ${left}.`;
}

const REFUSALS: Readonly<Record<string, string>> = {
  SESSION_LINK_INVALID: 'This link does not work any more. Scan the code in the room again.',
  SESSION_NOT_OPEN: 'The session is not open now. Ask your facilitator.',
  TOO_MANY_GUESTS: 'Too many guests have joined already. Use your personal code, or ask your facilitator.',
};

/** What a patient reads when joining did not work. */
export function joinProblem(error: unknown): string {
  if (isPassing(error)) return 'No connection to the clinic. Check that your phone is online and try again.';
  const known = REFUSALS[refusalCode(error) ?? ''];
  if (known !== undefined) return known;
  return error instanceof Refusal && error.details !== '' && refusalCode(error) === 'INVALID_INPUT'
    ? error.details
    : 'That did not work. Try again, or ask your facilitator.';
}
