import { inject } from 'vitest';
import { withClient } from '../../../../scripts/stack/database.ts';
import { joinClinic } from '../../support/clinic.ts';
import { type RawRequest, type RawResponse, rawRequest, tokenOf } from '../../support/raw-request.ts';
import { type FurnishedClinic, furnishClinic } from './furnished-clinic.ts';

/**
 * `staff` and `frontDesk` are members of the victim. `suspended` was its org_admin. `stranger` is org_admin of another
 * organization and knows every id of the victim. `anonymous` has the publishable key, as everybody has who opens the app.
 */
export const attackers = ['staff', 'frontDesk', 'suspended', 'stranger', 'anonymous'] as const;
export type Attacker = (typeof attackers)[number];

/** Who must get nothing at all of the victim's. */
export const outsiders = ['suspended', 'stranger', 'anonymous'] as const satisfies readonly Attacker[];

export interface Siege {
  victim: FurnishedClinic;
  /** The stranger's own organization. */
  own: FurnishedClinic;
  /** Access tokens; none of `anonymous`. */
  tokens: Record<Attacker, string | undefined>;
  /** Sends a request as the attacker to a path under /rest/v1/. */
  send(attacker: Attacker, path: string, request?: RawRequest): Promise<RawResponse>;
  /** A digest of every row of the victim, by table: what must be the same after the attack. */
  digest(): Promise<Record<string, string>>;
}

/** Sets the scene: a victim with rows in every table, another organization, and the five attackers. */
export async function layOutSiege(): Promise<Siege> {
  const [victim, own] = await Promise.all([furnishClinic(), furnishClinic()]);
  const [staff, frontDesk, suspended] = await Promise.all([
    joinClinic(victim.clinic, 'staff'),
    joinClinic(victim.clinic, 'front_desk'),
    joinClinic(victim.clinic, 'org_admin'),
  ]);
  await victim.clinic.admin.client
    .from('pf_memberships')
    .update({ status: 'suspended' })
    .eq('user_id', suspended.userId)
    .throwOnError();
  const tokens = {
    staff: await tokenOf(staff.client),
    frontDesk: await tokenOf(frontDesk.client),
    suspended: await tokenOf(suspended.client),
    stranger: await tokenOf(own.clinic.admin.client),
    anonymous: undefined,
  };
  return {
    ...{ victim, own, tokens },
    send: (attacker, path, request) => {
      const token = tokens[attacker];
      return rawRequest(`/rest/v1/${path}`, { ...(token === undefined ? {} : { token }), ...request });
    },
    digest: () => digestOf(victim.organization_id),
  };
}

/** Read as the database's owner, whom row level security does not bind. */
function digestOf(organizationId: string): Promise<Record<string, string>> {
  return withClient(inject('api').databaseUrl, async (client) => {
    const tables = await client.query<{ name: string; has_organization: boolean }>(
      `select relname as name, exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id'
       ) as has_organization from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const digests: Record<string, string> = {};
    for (const { name, has_organization } of tables.rows) {
      const condition =
        name === 'pf_organizations'
          ? 'where id = $1'
          : name === 'pf_profiles'
            ? 'where id in (select user_id from public.pf_memberships where organization_id = $1)'
            : has_organization
              ? 'where organization_id = $1'
              : 'where $1::uuid is not null';
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ' rows, ' || md5(string_agg(entry::text, '' order by entry::text)) as digest from public.${name} entry ${condition}`,
        [organizationId],
      );
      digests[name] = rows[0]?.digest ?? '';
    }
    return digests;
  });
}
