import pg from 'pg';
import { type Actor, actors, type Command, commands, type Outcome, type RowKind } from './matrix-actors.ts';
import { expectedOutcome, matrix } from './matrix-expectations.ts';
import { statementFor } from './matrix-statements.ts';
import { estateOf, type World } from './matrix-world.ts';

/** A relation of schema public as the catalogue has it. */
export interface Relation {
  name: string;
  hasDeletedAt: boolean;
}

/** All tables and views of schema public. */
export async function readRelations(client: pg.Pool | pg.ClientBase): Promise<Relation[]> {
  const { rows } = await client.query<Relation>(`
    select relname as name, exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'deleted_at' and not attisdropped
    ) as "hasDeletedAt"
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname
  `);
  return rows;
}

async function tryAs(
  client: pg.ClientBase,
  actor: Actor,
  userId: string,
  statement: string,
): Promise<Outcome | string> {
  const role = actor === 'anon' || actor === 'service_role' ? actor : 'authenticated';
  const claims = pg.escapeLiteral(JSON.stringify(role === 'authenticated' ? { role, sub: userId } : { role }));
  await client.query(
    `savepoint cell; select set_config('role', '${role}', true), set_config('request.jwt.claims', ${claims}, true)`,
  );
  try {
    const { rowCount } = await client.query(statement);
    return (rowCount ?? 0) > 0 ? 'allowed' : 'hidden';
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code ?? error.message;
    throw error;
  } finally {
    await client.query('rollback to savepoint cell');
  }
}

/** Relations in which a row is a person's own. */
const personal = new Set(['pf_profiles', 'pf_notifications', 'pf_notification_settings', 'pm_calendar_feeds']);

function rowKinds(relation: Relation, command: Command, actor: Actor): RowKind[] {
  const kinds: RowKind[] = ['own', 'other'];
  if (relation.hasDeletedAt && command !== 'insert') kinds.push('deleted');
  if (personal.has(relation.name) && actor !== 'anon' && actor !== 'service_role') kinds.push('self');
  return kinds;
}

/**
 * Tries every cell of one relation, each in a savepoint of the caller's transaction, and returns those that differ from
 * the expectation, in words. The secret key is tried for reading only: it bypasses row level security by design.
 */
export async function wrongCells(
  client: pg.ClientBase,
  world: World,
  relation: Relation,
  only: readonly Command[] = commands,
): Promise<string[]> {
  const expectations = matrix[relation.name];
  if (expectations === undefined) throw new Error(`matrix-expectations.ts does not know ${relation.name}`);
  const wrong: string[] = [];
  for (const command of only) {
    for (const actor of actors) {
      if (actor === 'service_role' && command !== 'select') continue;
      const userId = actor === 'anon' || actor === 'service_role' ? '' : world.users[actor];
      for (const row of rowKinds(relation, command, actor)) {
        const statement = statementFor(relation.name, command, estateOf(world, actor, row), row, userId);
        const expected = expectedOutcome(expectations[command], actor, row);
        const met = await tryAs(client, actor, userId, statement);
        if (met !== expected) {
          wrong.push(`${relation.name}: ${command} of ${row} row by ${actor}: expected ${expected}, met ${met}`);
        }
      }
    }
  }
  return wrong;
}
