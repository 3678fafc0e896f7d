import pg from 'pg';
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
 * Connects as a superuser and becomes the role, with the claims of a signed-in person set as PostgREST sets them: in
 * request.jwt.claims alone, and as long as those of Supabase Auth are.
 */
export async function connectAs(
  adminUrl: string,
  role: 'authenticated' | 'service_role',
  userId: string,
): Promise<Caller> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const claims = {
    iss: 'https://abcdefghijklmnopqrst.supabase.co/auth/v1',
    sub: userId,
    aud: 'authenticated',
    exp: 4102444800,
    iat: 1767225600,
    email: 'person-1@clinic-1.test',
    phone: '',
    app_metadata: { provider: 'email', providers: ['email'] },
    user_metadata: { email: 'person-1@clinic-1.test', email_verified: true, full_name: 'Dunmore Hollis' },
    role: 'authenticated',
    aal: 'aal1',
    amr: [{ method: 'password', timestamp: 1767225600 }],
    session_id: userId,
    is_anonymous: false,
  };
  await client.query("select set_config('request.jwt.claims', $1, false)", [JSON.stringify(claims)]);
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
