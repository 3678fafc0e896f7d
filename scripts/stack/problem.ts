const sentences: Record<string, string> = {
  ENOSPC: 'The disk is full: free some space and start again.',
  EDQUOT: 'The disk quota is used up: free some space and start again.',
  EROFS: 'The disk is read-only: set QUORUM_DATA_DIR to a folder that can be written.',
};

/** Something that the person at the keyboard can put right. The message is one sentence that says how; no stack trace is shown. */
export class Problem extends Error {}

/** The `code` of a Node or Postgres error ("ENOSPC", "53100"), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What to tell a person about any error: the sentence for what is known, else the message and where details are. */
export function describeError(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM') {
    const file = error instanceof Error && 'path' in error ? String(error.path) : 'a file';
    return `Not allowed to use ${file}: check who owns it, or set QUORUM_DATA_DIR to a folder of your own.`;
  }
  const sentence = code === undefined ? undefined : sentences[code];
  if (sentence !== undefined) return sentence;
  if (code === '53100' || /no space left on device|check free disk space/i.test(String(error)))
    return sentences.ENOSPC ?? '';
  return error instanceof Error ? error.message : String(error);
}

/** Runs a command to its end; a failure prints one sentence and makes the exit code 1. QUORUM_DEBUG=1 adds the stack trace. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(`\n  ${describeError(error)}\n`);
    if (process.env.QUORUM_DEBUG === '1') console.error(error);
    process.exitCode = 1;
  }
}
