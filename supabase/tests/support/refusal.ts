import pg from 'pg';

export interface Refusal {
  /** Quorum's code (message of a PT error), else the SQLSTATE. */
  code: string;
  sqlstate: string;
  message: string;
  detail: string | undefined;
  hint: string | undefined;
  constraint: string | undefined;
}

/** A Postgres error in the terms of docs/errors.md. Throws what is no Postgres error. */
export function toRefusal(error: unknown): Refusal {
  if (!(error instanceof pg.DatabaseError)) throw error;
  const sqlstate = error.code ?? '';
  return {
    code: sqlstate.startsWith('PT') ? error.message : sqlstate,
    sqlstate,
    message: error.message,
    detail: error.detail,
    hint: error.hint,
    constraint: error.constraint,
  };
}

/** The refusal with which `work` ends. Throws if it succeeds or fails by anything but Postgres. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  let result: unknown;
  try {
    result = await work;
  } catch (error) {
    return toRefusal(error);
  }
  throw new Error(`Expected a refusal, got ${JSON.stringify(result)}`);
}

/** Just the code of the refusal with which `work` ends. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => (await refusalOf(work)).code;
