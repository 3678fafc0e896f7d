import { randomUUID } from 'node:crypto';
import { type Client, connect } from './connect.ts';

export type RoleKey = 'org_admin' | 'facilitator' | 'front_desk' | 'staff';

export interface Person {
  client: Client;
  userId: string;
  fullName: string;
  email: string;
  password: string;
}

export interface Clinic {
  id: string;
  name: string;
  slug: string;
  /** IANA zone of the clinic. */
  timezone: string;
  people: Record<RoleKey, Person>;
}

async function signUp(fullName: string): Promise<Person> {
  const client = await connect();
  const email = `${randomUUID()}@example.test`;
  const password = randomUUID();
  const { data, error } = await client.auth.signUp({ email, password, options: { data: { full_name: fullName } } });
  if (error !== null) throw error;
  if (data.user === null) throw new Error(`Sign-up of ${email} gave no user.`);
  return { client, userId: data.user.id, fullName, email, password };
}

async function join(admin: Person, organizationId: string, roleKey: RoleKey, fullName: string): Promise<Person> {
  const person = await signUp(fullName);
  const { data: role } = await admin.client
    .from('pf_roles')
    .select('id')
    .eq('organization_id', organizationId)
    .eq('key', roleKey)
    .single()
    .throwOnError();
  const { data: invitation } = await admin.client
    .rpc('pf_create_invitation', { organization_id: organizationId, email: person.email, role_id: role.id })
    .throwOnError();
  if (typeof invitation !== 'object' || invitation === null || !('token' in invitation)) throw new Error('No token.');
  await person.client.rpc('pf_accept_invitation', { token: String(invitation.token) }).throwOnError();
  return person;
}

/** A fresh organization with one person per role, each signed up and invited the way people are. */
export async function openClinic(timezone = 'America/New_York'): Promise<Clinic> {
  const admin = await signUp('Ada Admin');
  const slug = `clinic-${randomUUID().slice(0, 8)}`;
  const name = `Clinic ${slug.slice(7)}`;
  const { data: organization } = await admin.client
    .rpc('pf_create_organization', { name, slug, timezone })
    .throwOnError();
  const [facilitator, frontDesk, staff] = await Promise.all([
    join(admin, organization.id, 'facilitator', 'Fay Facilitator'),
    join(admin, organization.id, 'front_desk', 'Fred Desk'),
    join(admin, organization.id, 'staff', 'Stella Staff'),
  ]);
  return {
    id: organization.id,
    name,
    slug,
    timezone,
    people: { org_admin: admin, facilitator, front_desk: frontDesk, staff },
  };
}
