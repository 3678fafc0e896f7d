-- Everything that a migration can make, a row each: what kind, which one, and its definition in full. Two databases are
-- equal if these rows are. Column order is left out: a column added later stands last.
with
namespaces as (
  -- As text: in a union, type name would cut all names at 63 characters, and two long ones would become one.
  select oid, nspname::text, nspowner, nspacl from pg_namespace
  where nspname not like 'pg\_%' and nspname not in ('information_schema', 'auth', 'extensions', 'supabase_migrations')
),
relations as (
  select c.*, format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join namespaces n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
),
functions as (
  select p.*, p.oid::regprocedure::text as name from pg_proc p join namespaces n on n.oid = p.pronamespace
  where not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
),
types as (
  select t.*, format('%I.%I', n.nspname, t.typname) as name from pg_type t join namespaces n on n.oid = t.typnamespace
  where t.typtype in ('e', 'd') or (t.typtype = 'c' and exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
),
grants (kind, name, owner, acl) as (
  select 'schema', nspname, nspowner, coalesce(nspacl, acldefault('n', nspowner)) from namespaces
  union all
  select 'relation', name, relowner, coalesce(relacl, acldefault(case relkind when 'S' then 's'::"char" else 'r'::"char" end, relowner)) from relations
  union all
  select 'column', format('%s.%I', r.name, a.attname), r.relowner, a.attacl
  from relations r join pg_attribute a on a.attrelid = r.oid where a.attacl is not null and not a.attisdropped
  union all
  select 'function', name, proowner, coalesce(proacl, acldefault('f', proowner)) from functions
  union all
  select 'type', name, typowner, coalesce(typacl, acldefault('T', typowner)) from types
  union all
  select 'default for new ' || defaclobjtype::text, coalesce(defaclnamespace::regnamespace::text, 'any schema') || ' by ' || defaclrole::regrole, defaclrole, defaclacl
  from pg_default_acl
),
comments (kind, name, comment) as (
  select 'schema', nspname, obj_description(oid, 'pg_namespace') from namespaces
  union all select 'relation', name, obj_description(oid, 'pg_class') from relations
  union all
  select 'column', format('%s.%I', r.name, a.attname), col_description(r.oid, a.attnum)
  from relations r join pg_attribute a on a.attrelid = r.oid where a.attnum > 0 and not a.attisdropped
  union all select 'function', name, obj_description(oid, 'pg_proc') from functions
  union all select 'type', name, obj_description(oid, 'pg_type') from types
  union all
  select 'constraint', format('%s.%I', r.name, k.conname), obj_description(k.oid, 'pg_constraint')
  from pg_constraint k join relations r on r.oid = k.conrelid
  union all
  select 'policy', format('%s.%I', r.name, p.polname), obj_description(p.oid, 'pg_policy')
  from pg_policy p join relations r on r.oid = p.polrelid
  union all
  select 'trigger', format('%s.%I', t.tgrelid::regclass, t.tgname), obj_description(t.oid, 'pg_trigger')
  from pg_trigger t join relations r on r.oid = t.tgrelid where not t.tgisinternal
)
select kind, name, definition
from (
  select 'owner of ' || kind as kind, name, owner::regrole::text as definition from grants where kind not in ('column')
  union all
  select 'grant on ' || g.kind, g.name || ' to ' || case x.grantee when 0 then 'public' else x.grantee::regrole::text end,
    string_agg(x.privilege_type || case when x.is_grantable then '*' else '' end, ', ' order by x.privilege_type)
  from grants g cross join lateral aclexplode(g.acl) x group by g.kind, g.name, x.grantee
  union all
  select 'comment on ' || kind, name, comment from comments where comment is not null
  union all
  select 'extension', extname, extnamespace::regnamespace::text from pg_extension
  union all
  select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, name,
    concat_ws(' ', 'kind ' || relkind::text, 'persistence ' || relpersistence::text, case when relrowsecurity then 'rls' end,
      case when relforcerowsecurity then 'force rls' end, reloptions::text, case when relkind in ('v', 'm') then pg_get_viewdef(oid) end)
  from relations
  union all
  select 'sequence settings', r.name, s.j::text
  from (select seqrelid, to_jsonb(q) - 'seqrelid' as j from pg_sequence q) s join relations r on r.oid = s.seqrelid
  union all
  select 'column', format('%s.%I', r.name, a.attname),
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
      'default ' || pg_get_expr(d.adbin, d.adrelid), 'identity ' || nullif(a.attidentity::text, ''), 'generated ' || nullif(a.attgenerated::text, ''),
      'collation ' || nullif(a.attcollation, 0)::regcollation, 'compression ' || nullif(a.attcompression::text, ''))
  from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
  where r.relkind in ('r', 'p', 'v', 'm', 'f')
  union all
  select 'constraint', format('%s.%I', coalesce(r.name, t.name), k.conname), pg_get_constraintdef(k.oid) || case when k.convalidated then '' else ' not valid' end
  from pg_constraint k left join relations r on r.oid = k.conrelid left join types t on t.oid = k.contypid
  where r.oid is not null or t.oid is not null
  union all
  select 'index', format('%s on %s', i.indexrelid::regclass, r.name), pg_get_indexdef(i.indexrelid)
  from pg_index i join relations r on r.oid = i.indrelid
  union all
  select 'statistics', stxname, pg_get_statisticsobjdef(e.oid) from pg_statistic_ext e join relations r on r.oid = e.stxrelid
  union all
  select 'policy', format('%s.%I', r.name, p.polname),
    concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end, 'for ' || p.polcmd::text,
      'to ' || (select string_agg(case o when 0 then 'public' else o::regrole::text end, ', ' order by o) from unnest(p.polroles) o),
      'using ' || pg_get_expr(p.polqual, p.polrelid), 'with check ' || pg_get_expr(p.polwithcheck, p.polrelid))
  from pg_policy p join relations r on r.oid = p.polrelid
  union all
  select 'trigger', format('%s.%I', t.tgrelid::regclass, t.tgname), pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
  from pg_trigger t where not t.tgisinternal and (t.tgrelid in (select oid from relations) or t.tgfoid in (select oid from functions))
  union all
  select 'function', name, case when prokind = 'a' then 'aggregate' else pg_get_functiondef(oid) end from functions
  union all
  select 'type', name,
    concat_ws(' ', typtype::text, (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid),
      case when typtype = 'd' then format_type(typbasetype, typtypmod) end, case when typnotnull then 'not null' end, typdefault,
      (select string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' order by attnum) from pg_attribute where attrelid = t.typrelid and attnum > 0 and not attisdropped))
  from types t
  union all
  select 'cast', format('%s to %s', castsource::regtype, casttarget::regtype), concat_ws(' ', castfunc::regprocedure, castcontext)
  from pg_cast where castfunc in (select oid from functions)
) facts
order by kind, name;
