import type { Clinic, RoleKey } from './clinic.ts';

/** One toggle of the permission matrix, by the clinic's admin. */
export async function setPermission(clinic: Clinic, roleKey: RoleKey, key: string, granted: boolean): Promise<void> {
  const { client } = clinic.people.org_admin;
  const { data: role } = await client
    .from('pf_roles')
    .select('id')
    .eq('organization_id', clinic.id)
    .eq('key', roleKey)
    .single()
    .throwOnError();
  await client.rpc('pf_set_role_permission', { role_id: role.id, permission_key: key, granted }).throwOnError();
}
