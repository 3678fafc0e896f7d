import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { databaseUrl, inTransaction, withClient } from '../../scripts/stack/database.ts';
import { readOrCreateKeys } from '../../scripts/stack/keys.ts';
import { readSettings } from '../../scripts/stack/settings.ts';
import { type Client, connect } from './connect.ts';

export type RoleKey = 'org_admin' | 'facilitator' | 'front_desk' | 'staff';

export interface Person {
  userId: string;
  fullName: string;
  email: string;
  password: string;
}

/** A person with a client of the API that the person is signed in with. */
export interface SignedIn extends Person {
  client: Client;
}

export interface Clinic {
  id: string;
  name: string;
  slug: string;
  /** IANA zone of the clinic. */
  timezone: string;
  people: Record<Exclude<RoleKey, 'org_admin'>, Person> & { org_admin: SignedIn };
}

/**
 * Somebody with an account, as a sign-up leaves it; newcomer.spec.ts goes through the form. The password is hashed with the
 * least work that bcrypt knows: the usual amount keeps the server, which everybody shares, from its other work.
 */
async function createPerson(database: pg.Client, fullName: string): Promise<Person> {
  const person = { userId: randomUUID(), fullName, email: `${randomUUID()}@example.test`, password: randomUUID() };
  await database.query(
    `with person as (
       insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
       values ($1, 'authenticated', 'authenticated', $2, extensions.crypt($3, extensions.gen_salt('bf', 4)), now(),
         '{"provider": "email", "providers": ["email"]}', jsonb_build_object('full_name', $4::text), now(), now())
       returning id, email
     )
     insert into auth.identities (user_id, provider, provider_id, identity_data, created_at, updated_at)
     select id, 'email', id::text, jsonb_build_object('sub', id, 'email', email, 'email_verified', true), now(), now() from person`,
    [person.userId, person.email, person.password, fullName],
  );
  return person;
}

/** One row that a person gets from the database, asked the way the API asks. */
async function rowAs(database: pg.Client, person: Person, sql: string, values: unknown[]): Promise<{ value: string }> {
  const claims = { sub: person.userId, role: 'authenticated', email: person.email };
  await database.query("select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)", [
    JSON.stringify(claims),
  ]);
  const { rows } = await database.query<{ value: string }>(sql, values);
  await database.query("select set_config('role', 'postgres', true)");
  if (rows[0] === undefined) throw new Error(`Nothing for ${person.fullName}: ${sql}`);
  return rows[0];
}

async function join(database: pg.Client, admin: Person, clinicId: string, roleKey: string, fullName: string) {
  const person = await createPerson(database, fullName);
  const { value: token } = await rowAs(
    database,
    admin,
    `select public.pf_create_invitation($1, $2, id) ->> 'token' as value from public.pf_roles where organization_id = $1 and key = $3`,
    [clinicId, person.email, roleKey],
  );
  await rowAs(database, person, 'select (public.pf_accept_invitation($1)).id as value', [token]);
  return person;
}

async function signIn(person: Person): Promise<SignedIn> {
  const client = await connect();
  const { error } = await client.auth.signInWithPassword({ email: person.email, password: person.password });
  if (error !== null) throw error;
  return { ...person, client };
}

/** A fresh organization with one person per role, each invited the way people are. */
export async function openClinic(timezone = 'America/New_York'): Promise<Clinic> {
  const { databasePort, dataDirectory } = readSettings();
  const { databasePassword } = await readOrCreateKeys(dataDirectory);
  const slug = `clinic-${randomUUID().slice(0, 8)}`;
  const name = `Clinic ${slug.slice(7)}`;
  const { id, admin, ...others } = await withClient(
    databaseUrl(databasePort, 'postgres', databasePassword),
    (database) =>
      inTransaction(database, async () => {
        const admin = await createPerson(database, 'Ada Admin');
        const create = 'select (public.pf_create_organization($1, $2, $3)).id as value';
        const { value: id } = await rowAs(database, admin, create, [name, slug, timezone]);
        return {
          id,
          admin,
          facilitator: await join(database, admin, id, 'facilitator', 'Fay Facilitator'),
          front_desk: await join(database, admin, id, 'front_desk', 'Fred Desk'),
          staff: await join(database, admin, id, 'staff', 'Stella Staff'),
        };
      }),
  );
  return { id, name, slug, timezone, people: { ...others, org_admin: await signIn(admin) } };
}
