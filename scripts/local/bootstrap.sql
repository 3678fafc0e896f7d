-- Makes a plain database look like a fresh hosted Supabase project, before any migration. Run as supabase_admin, after
-- @supabase/lite has made the tables of schema auth.

alter schema public owner to pg_database_owner;
grant usage on schema public to postgres, anon, authenticated, service_role;

-- Hosted grants everything new in public to the API roles. The migrations must revoke this, and the tests prove it.
alter default privileges for role postgres in schema public grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on sequences to postgres, anon, authenticated, service_role;

create schema if not exists extensions authorization postgres;
grant usage on schema extensions to anon, authenticated, service_role;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;

-- The claims functions as hosted has them; the ones of @supabase/lite read only part of the settings.
create or replace function auth.uid() returns uuid language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''), (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'))::uuid
$$;
create or replace function auth.role() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''), (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'))::text
$$;
create or replace function auth.email() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.email', true), ''), (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'))::text
$$;
create or replace function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), ''))::jsonb
$$;

-- Columns and a default that hosted has and @supabase/lite lacks, so that one seed.sql fits both.
alter table auth.users add column if not exists instance_id uuid, add column if not exists is_super_admin boolean;
alter table auth.identities alter column id set default gen_random_uuid();

grant usage on schema auth to postgres, anon, authenticated, service_role, authenticator;
grant all on schema auth to supabase_auth_admin;
do $$
declare
  auth_table regclass;
begin
  for auth_table in select oid from pg_class where relnamespace = 'auth'::regnamespace and relkind = 'r' loop
    execute format('alter table %s owner to supabase_auth_admin', auth_table);
  end loop;
end
$$;
grant select, insert, update, delete, truncate, references, trigger on all tables in schema auth to postgres with grant option;
-- @supabase/lite serves sign-in and data over one connection, so the API's login role works on the auth tables directly.
grant select, insert, update, delete on all tables in schema auth to authenticator;

-- Hosted tells the API of every change of the schema; so does this database.
create function extensions.pgrst_ddl_watch() returns event_trigger language plpgsql as $$
begin
  notify pgrst, 'reload schema';
end
$$;
create event trigger pgrst_ddl_watch on ddl_command_end execute function extensions.pgrst_ddl_watch();
create event trigger pgrst_drop_watch on sql_drop execute function extensions.pgrst_ddl_watch();
