import pg from 'pg';
import { claimsOf } from '../claims.ts';
import type { Person } from '../seed/seed.ts';

/** A statement that all desks send again and again, prepared once a connection as PostgREST does. */
export interface Statement {
  name: string;
  text: string;
  values: (string | number | null)[];
}

/** What the server said to one statement: its one row, or the refusal's code. */
export type Answer<Row> = { row: Row; refusal?: undefined } | { row?: undefined; refusal: string };

/** Connections of signed-in people who all work at once. */
export interface Desks {
  /** Sends all statements, each in a transaction of its own, whoever is free taking the next one. Answers in the order given. */
  send<Row extends pg.QueryResultRow>(
    statements: readonly Statement[],
  ): Promise<{ answers: Answer<Row>[]; milliseconds: number }>;
  close(): Promise<void>;
}

/** The transaction that PostgREST makes of a request: role and claims are set in it and gone with it. */
async function transact<Row extends pg.QueryResultRow>(client: pg.Client, claims: string, statement: Statement) {
  await client.query('begin isolation level read committed read write');
  try {
    await client.query({
      name: 'settings',
      text: "select set_config('search_path', $1, true), set_config('role', $2, true), set_config('request.jwt.claims', $3, true)",
      values: ['"public", "extensions"', 'authenticated', claims],
    });
    const { rows } = await client.query<Row>(statement);
    await client.query('commit');
    return rows[0];
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function answer<Row extends pg.QueryResultRow>(client: pg.Client, claims: string, statement: Statement) {
  try {
    const row = await transact<Row>(client, claims, statement);
    if (row === undefined) throw new Error(`${statement.name} answered nothing.`);
    return { row };
  } catch (error) {
    // The rule's own refusals (PT409 and so on) are answers; whatever else happens ends the bench.
    if (error instanceof pg.DatabaseError && error.code?.startsWith('PT')) return { refusal: error.message };
    throw error;
  }
}

/** Opens a connection for each of the people. Call `close`. */
export async function openDesks(adminUrl: string, people: readonly Person[]): Promise<Desks> {
  const desks = people.map((person) => ({
    client: new pg.Client({ connectionString: adminUrl }),
    claims: claimsOf(person.id, person.email),
  }));
  await Promise.all(desks.map(({ client }) => client.connect()));
  return {
    async send<Row extends pg.QueryResultRow>(statements: readonly Statement[]) {
      const answers: Answer<Row>[] = [];
      const waiting = statements.entries();
      const started = performance.now();
      await Promise.all(
        desks.map(async ({ client, claims }) => {
          for (const [index, statement] of waiting) answers[index] = await answer<Row>(client, claims, statement);
        }),
      );
      return { answers, milliseconds: performance.now() - started };
    },
    close: async () => {
      await Promise.all(desks.map(({ client }) => client.end()));
    },
  };
}
