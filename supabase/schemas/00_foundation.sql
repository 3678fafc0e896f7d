-- What everything else stands on: schemas, extensions, and closed doors.
--
-- `public` is the API (exposed by PostgREST), `private` is the engine (never exposed). Supabase opens every new object of
-- `public` to the API roles by default privileges; we close that first and then grant by name, table by table. The secret
-- key is no exception: it may read the logs, not write them.

create schema if not exists extensions;
create schema if not exists private;

create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gist with schema extensions;
create extension if not exists btree_gin with schema extensions;
create extension if not exists pgcrypto with schema extensions;

alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;
-- Execute for PUBLIC is a global default of Postgres; a per-schema revoke could not take it away.
alter default privileges revoke execute on functions from public;

revoke all on schema private from public;
-- Policies and the SECURITY INVOKER functions of `public` call into the engine by name.
grant usage on schema private to authenticated, service_role;
-- Operator classes and functions of the extensions (similarity search) resolve there.
grant usage on schema extensions to authenticated, service_role;

comment on schema private is 'The engine: SECURITY DEFINER functions, trigger functions and internal tables. Not exposed by the API.';
