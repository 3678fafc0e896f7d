import * as z from 'zod';
import { supabase } from '@/platform/supabase/client';

const deletedRole = z.object({
  target: z.object({ id: z.string() }),
  changes: z.object({ name: z.object({ from: z.string() }) }),
});

/** What entries about roles are told with: the roles' names by id, deleted ones too, and what permissions allow by key. */
export async function readRoleWords(organizationId: string) {
  const [roles, gone, permissions] = await Promise.all([
    supabase.from('pf_roles').select('id, name').eq('organization_id', organizationId).throwOnError(),
    // A role that was deleted has its name in the entry of its deletion.
    supabase
      .from('pf_audit_log')
      .select('target, changes')
      .eq('organization_id', organizationId)
      .eq('target_table', 'pf_roles')
      .eq('action', 'delete')
      .throwOnError(),
    supabase.from('pf_permissions').select('key, description').throwOnError(),
  ]);
  const deleted = gone.data.flatMap((entry) => deletedRole.safeParse(entry).data ?? []);
  return {
    roles: new Map([
      ...deleted.map(({ target, changes }) => [target.id, `${changes.name.from} (deleted role)`] as const),
      ...roles.data.map(({ id, name }) => [id, name] as const),
    ]),
    permissions: new Map(permissions.data.map(({ key, description }) => [key, description])),
  };
}

export type RoleWords = Awaited<ReturnType<typeof readRoleWords>>;
