-- Takes Quorum out of a project: back to before the baseline migration. ALL OF QUORUM'S DATA GOES WITH IT: make a backup first.
-- People's accounts (auth.users) stay, and so do the extensions, which others may use.
--
--   psql "$DATABASE_URL" --single-transaction --set ON_ERROR_STOP=1 --file supabase/rollback/20261121000000_baseline.sql
--
-- Later migrations have no script of their own: what they change is undone by a further migration, forwards.

drop policy if exists select_own_topics on realtime.messages;
-- With its functions go the triggers on auth.users, a table whose triggers only its owner may drop by name.
drop schema private cascade;

do $$
declare
  gone record;
begin
  -- Views first: what is left of them would hold on to the tables.
  for gone in
    select format('drop %s public.%I cascade', case relkind when 'v' then 'view' else 'table' end, relname) as statement
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'r') and relname ~ '^(pf|pm)_'
    order by relkind = 'r'
  loop
    execute gone.statement;
  end loop;
  for gone in
    select format('drop function %s', oid::regprocedure) as statement
    from pg_proc where pronamespace = 'public'::regnamespace and proname ~ '^(pf|pm)_'
  loop
    execute gone.statement;
  end loop;
  for gone in
    select format('drop type public.%I', typname) as statement
    from pg_type where typnamespace = 'public'::regnamespace and typrelid <> 0 and typname ~ '^(pf|pm)_'
  loop
    execute gone.statement;
  end loop;
end
$$;
drop domain if exists public."*/*";

-- The default privileges of a hosted project, which the baseline took away.
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
alter default privileges grant execute on functions to public;

do $$
begin
  if to_regclass('supabase_migrations.schema_migrations') is not null then
    delete from supabase_migrations.schema_migrations where version >= '20261121000000';
  end if;
  -- The local stack's note that the demo was seeded.
  if to_regclass('supabase_migrations.seed_files') is not null then
    delete from supabase_migrations.seed_files;
  end if;
end
$$;
