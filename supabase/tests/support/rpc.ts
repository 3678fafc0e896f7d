import type pg from 'pg';

/** Calls a function of schema public with named arguments and returns its rows. */
export async function rpcRows<Row extends pg.QueryResultRow>(
  client: pg.Pool | pg.ClientBase,
  name: string,
  values: Record<string, unknown>,
): Promise<Row[]> {
  const names = Object.keys(values);
  const list = names.map((argument, index) => `${argument} => $${index + 1}`).join(', ');
  return (await client.query<Row>(`select * from public.${name}(${list})`, Object.values(values))).rows;
}

/** Calls a function that returns one row (or one value, in a column named after the function). */
export async function rpc<Row extends pg.QueryResultRow>(
  client: pg.Pool | pg.ClientBase,
  name: string,
  values: Record<string, unknown>,
): Promise<Row> {
  const [row] = await rpcRows<Row>(client, name, values);
  if (row === undefined) throw new Error(`${name} returned no row`);
  return row;
}

/** The only value of the only row of a query. Throws when there is no row. */
export async function value<T>(client: pg.Pool | pg.ClientBase, sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await client.query<{ value: T }>(`select (${sql}) as value`, values);
  const [row] = rows;
  if (row === undefined) throw new Error('The query returned no row');
  return row.value;
}
