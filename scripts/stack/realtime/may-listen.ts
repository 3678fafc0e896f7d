import type { Sql } from 'postgres';
import type { Identity } from './identity.ts';

/**
 * True if the policies of realtime.messages let this identity read what is sent to the topic. Asked as hosted Realtime asks: a
 * message is put in, read in the role and with the claims of the listener, and taken back.
 */
export async function mayListen(sql: Sql, topic: string, { role, claims }: Identity): Promise<boolean> {
  const connection = await sql.reserve();
  try {
    await connection`begin`;
    const [probe] = await connection<{ id: string }[]>`
      insert into realtime.messages (topic, extension, private) values (${topic}, 'broadcast', true) returning id`;
    await connection`
      select set_config('role', ${role}, true), set_config('realtime.topic', ${topic}, true),
        set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
    const seen = await connection`select from realtime.messages where topic = ${topic} and id = ${probe?.id ?? null}`;
    return seen.length === 1;
  } finally {
    await connection`rollback`.catch(() => undefined);
    connection.release();
  }
}
