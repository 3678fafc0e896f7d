import { randomUUID } from 'node:crypto';
import { type SignedIn, signUp } from './api.ts';

/** An organization made through the API alone, with real people in it. */
export interface Clinic {
  id: string;
  slug: string;
  /** Role ids by key. */
  roles: Map<string, string>;
  admin: SignedIn;
}

/** Signs a person up and lets that person create an organization, as the app does. */
export async function createClinic(): Promise<Clinic> {
  const admin = await signUp(undefined, 'The Admin');
  const slug = `clinic-${randomUUID().slice(0, 13)}`;
  const created = await admin.client
    .rpc('pf_create_organization', { name: 'API Clinic', slug, timezone: 'America/Phoenix' })
    .throwOnError();
  const { id } = created.data;
  const { data: roles } = await admin.client
    .from('pf_roles')
    .select('key, id')
    .eq('organization_id', id)
    .throwOnError();
  return { id, slug, roles: new Map(roles.map((role) => [role.key, role.id])), admin };
}

/** A new person who was invited with this role and has accepted. */
export async function joinClinic(clinic: Clinic, roleKey: string): Promise<SignedIn> {
  const person = await signUp(undefined, `The ${roleKey}`);
  const { data } = await clinic.admin.client
    .rpc('pf_create_invitation', {
      organization_id: clinic.id,
      email: person.email,
      role_id: clinic.roles.get(roleKey) ?? '',
    })
    .throwOnError();
  if (data === null || typeof data !== 'object' || !('token' in data)) throw new Error('No token');
  await person.client.rpc('pf_accept_invitation', { token: String(data.token) }).throwOnError();
  return person;
}

/** So many patients of the clinic. Returns their ids. */
export async function addPatients(clinic: Clinic, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    organization_id: clinic.id,
    mrn: randomUUID().slice(0, 18),
    first_name: 'Pat',
    last_name: `Example ${index + 1}`,
  }));
  const { data } = await clinic.admin.client.from('pm_patients').insert(rows).select('id').throwOnError();
  return data.map((row) => row.id);
}

/** A group of the clinic. Returns its id. */
export async function addGroup(clinic: Clinic, maxCapacity: number): Promise<string> {
  const { data } = await clinic.admin.client
    .from('pm_group_definitions')
    .insert({ organization_id: clinic.id, name: 'Morning Group', group_type: 'therapy', max_capacity: maxCapacity })
    .select('id')
    .single()
    .throwOnError();
  return data.id;
}
