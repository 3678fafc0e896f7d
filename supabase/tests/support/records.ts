import { randomUUID } from 'node:crypto';
import type pg from 'pg';

type Columns = Record<string, unknown>;

/** Inserts a row by the columns given and returns its id. */
export async function insertRow(client: pg.Pool | pg.ClientBase, table: string, columns: Columns): Promise<string> {
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`);
  const { rows } = await client.query<{ id: string }>(
    `insert into public.${table} (${names.join(', ')}) values (${places.join(', ')}) returning id`,
    Object.values(columns),
  );
  return rows[0]?.id ?? '';
}

/** A patient of the organization. Returns the id. */
export function createPatient(client: pg.Pool | pg.ClientBase, organizationId: string, columns: Columns = {}) {
  return insertRow(client, 'pm_patients', {
    organization_id: organizationId,
    mrn: randomUUID().slice(0, 18),
    first_name: 'Pat',
    last_name: 'Example',
    ...columns,
  });
}

/** So many patients at once. Returns their ids. */
export async function createPatients(pool: pg.Pool, organizationId: string, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into public.pm_patients (organization_id, mrn, first_name, last_name)
     select $1, gen_random_uuid(), 'Pat', 'Example ' || number from generate_series(1, $2) number returning id`,
    [organizationId, count],
  );
  return rows.map((row) => row.id);
}

/** A therapy group of the organization. Returns the id. */
export function createGroup(client: pg.Pool | pg.ClientBase, organizationId: string, columns: Columns = {}) {
  return insertRow(client, 'pm_group_definitions', {
    organization_id: organizationId,
    name: 'Group',
    group_type: 'therapy',
    ...columns,
  });
}

/** A session of the group, 2026-03-02 from 9 to 10 on the clinic's wall clock unless told otherwise. Returns the id. */
export function createSession(
  client: pg.Pool | pg.ClientBase,
  organizationId: string,
  groupId: string,
  columns: Columns = {},
) {
  return insertRow(client, 'pm_group_schedule', {
    organization_id: organizationId,
    group_definition_id: groupId,
    session_date: '2026-03-02',
    start_time: '09:00',
    end_time: '10:00',
    ...columns,
  });
}
