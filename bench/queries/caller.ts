import pg from 'pg';
import { claimsOf } from '../claims.ts';
import type { Person } from '../seed/seed.ts';
import type { CapturedRequest } from './capture.ts';

/** A connection that runs captured requests as somebody. */
export interface Caller {
  /** Milliseconds from the first statement sent to the last row received. */
  time(request: CapturedRequest): Promise<number>;
  close(): Promise<void>;
}

// Rows as they come over the wire: turning them into objects is not Postgres's time.
const asText = { getTypeParser: () => (value: string | Buffer) => value };

/**
 * Connects as a superuser and becomes the role, with the claims of a signed-in person set as PostgREST sets them, in
 * request.jwt.claims alone.
 */
export async function connectAs(
  adminUrl: string,
  role: 'authenticated' | 'service_role',
  person: Person,
): Promise<Caller> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query("select set_config('request.jwt.claims', $1, false)", [claimsOf(person.id, person.email)]);
  await client.query(`set role ${role}`);
  return {
    time: async ({ statements }) => {
      const started = performance.now();
      for (const { sql, parameters } of statements) {
        await client.query({ text: sql, values: parameters, rowMode: 'array', types: asText });
      }
      return performance.now() - started;
    },
    close: () => client.end(),
  };
}
