import { inject } from 'vitest';
import { withClient } from '../../../../scripts/stack/database.ts';

export interface Relation {
  name: string;
  kind: 'table' | 'view';
  columns: string[];
  /** What signed-in people may write with an insert. */
  insertable: string[];
  updatable: string[];
  /** What nobody may read by the API. */
  unreadable: string[];
  /** The columns of type text. */
  texts: string[];
  /** What Postgres makes itself and takes from nobody. */
  generated: string[];
  primaryKey: string[];
}

export interface ApiFunction {
  name: string;
  parameters: { name: string; type: string; required: boolean }[];
}

export interface Reference {
  from: string;
  to: string;
}

/** Tables and views that the API serves, from the database's own catalog: a new one is attacked at once. */
export function readRelations(): Promise<Relation[]> {
  return withClient(inject('api').databaseUrl, async (client) => {
    const { rows } = await client.query<Relation>(`
      select c.relname as name, case c.relkind when 'r' then 'table' else 'view' end as kind,
        array_agg(a.attname::text order by a.attnum) as columns,
        coalesce(array_agg(a.attname::text) filter (where c.relkind = 'r' and has_column_privilege('authenticated', c.oid, a.attnum, 'insert')), '{}') as insertable,
        coalesce(array_agg(a.attname::text) filter (where c.relkind = 'r' and has_column_privilege('authenticated', c.oid, a.attnum, 'update')), '{}') as updatable,
        coalesce(array_agg(a.attname::text) filter (where not has_column_privilege('authenticated', c.oid, a.attnum, 'select')), '{}') as unreadable,
        coalesce(array_agg(a.attname::text) filter (where a.atttypid::regtype::text in ('text', 'citext', 'extensions.citext', 'character varying')), '{}') as texts,
        coalesce(array_agg(a.attname::text) filter (where a.attgenerated <> '' or a.attidentity = 'a'), '{}') as generated,
        coalesce(array_agg(a.attname::text) filter (where exists (
          select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)
        )), '{}') as "primaryKey"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'f', 'p')
      group by c.oid, c.relname, c.relkind order by c.relname`);
    return rows;
  });
}

/** Functions that the API serves. */
export function readFunctions(): Promise<ApiFunction[]> {
  return withClient(inject('api').databaseUrl, async (client) => {
    const { rows } = await client.query<ApiFunction>(`
      select p.proname as name, coalesce(jsonb_agg(jsonb_build_object(
          'name', p.proargnames[place], 'type', format_type(p.proargtypes[place - 1], null),
          'required', place <= p.pronargs - p.pronargdefaults
        ) order by place) filter (where place is not null), '[]') as parameters
      from pg_proc p left join generate_series(1, p.pronargs) place on true
      where p.pronamespace = 'public'::regnamespace
      group by p.oid, p.proname order by p.proname`);
    return rows;
  });
}

/** Which table refers to which: the ways along which rows can be embedded. */
export function readReferences(): Promise<Reference[]> {
  return withClient(inject('api').databaseUrl, async (client) => {
    const { rows } = await client.query<Reference>(`
      select distinct r.conrelid::regclass::text as from, r.confrelid::regclass::text as to from pg_constraint r
      where r.contype = 'f' and r.connamespace = 'public'::regnamespace`);
    return rows.map(({ from, to }) => ({ from: from.replace(/^public\./, ''), to: to.replace(/^public\./, '') }));
  });
}

/** A row of the relation that belongs to the organization, as the database's owner reads it. */
export function readRowOf(relation: Relation, organizationId: string): Promise<Record<string, unknown>> {
  const column = relation.name === 'pf_organizations' ? 'id' : 'organization_id';
  const condition = relation.columns.includes(column)
    ? `${column} = $1`
    : relation.name === 'pf_profiles'
      ? 'exists (select from public.pf_memberships m where m.user_id = entry.id and m.organization_id = $1)'
      : '$1::uuid is not null';
  return withClient(inject('api').databaseUrl, async (client) => {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(entry) as row from public.${relation.name} entry where ${condition}
       order by to_jsonb(entry) ->> 'deleted_at' nulls first limit 1`,
      [organizationId],
    );
    const [found] = rows;
    if (found === undefined) throw new Error(`furnished-clinic.ts puts no row into ${relation.name}: add one`);
    return found.row;
  });
}
