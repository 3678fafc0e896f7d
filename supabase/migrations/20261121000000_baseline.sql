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
-- Helpers that the domain files call: refusals, permission checks, time. They are plpgsql where they read tables that a
-- later file creates (plpgsql resolves names when it runs).

create function private.refuse(status text, code text, detail text, hint text default null) returns void
language plpgsql immutable
set search_path = ''
as $$
begin
  raise exception using errcode = status, message = code, detail = detail, hint = coalesce(hint, '');
end
$$;
-- Triggers that are SECURITY INVOKER refuse as the client's own role.
grant execute on function private.refuse(text, text, text, text) to authenticated, service_role;
comment on function private.refuse(text, text, text, text) is
  'Raises a refusal that PostgREST turns into an HTTP status. status: PT400, PT403, PT404 or PT409; code: a code of docs/errors.md; detail: a sentence with the figures; hint: what to do, or null.';

create function private.organizations_with(permission text) returns setof uuid
language plpgsql stable security definer rows 4
set search_path = ''
as $$
begin
  return query
    select membership.organization_id
    from public.pf_memberships membership
    join public.pf_role_permissions granted on granted.role_id = membership.role_id and granted.permission_key = permission
    join public.pf_permissions catalogue on catalogue.key = granted.permission_key and catalogue.is_active
    where membership.user_id = auth.uid() and membership.status = 'active';
end
$$;
comment on function private.organizations_with(text) is
  'The organizations in which the caller, as an active member, holds the permission key. The set that RLS policies compare organization_id with, computed once per statement.';

create function private.member_organizations() returns setof uuid
language plpgsql stable security definer rows 4
set search_path = ''
as $$
begin
  return query
    select membership.organization_id
    from public.pf_memberships membership
    where membership.user_id = auth.uid() and membership.status = 'active';
end
$$;
comment on function private.member_organizations() is 'The organizations of which the caller is an active member.';

create function private.pm_has_org_access(organization_id uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select organization_id in (select private.member_organizations())
$$;
comment on function private.pm_has_org_access(uuid) is
  'True if the caller is an active member of the organization. SECURITY DEFINER, so that policies on memberships do not recurse (PM-04 by name).';

create function private.is_service_role() returns boolean
language sql stable
set search_path = ''
as $$
  select coalesce(auth.jwt() ->> 'role', '') = 'service_role'
$$;
comment on function private.is_service_role() is 'True for a request made with the secret key (server-side integrations), which bypasses RLS by design.';

create function private.has_permission(organization_id uuid, permission text) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select coalesce(private.is_service_role() or organization_id in (select private.organizations_with(permission)), false)
$$;
comment on function private.has_permission(uuid, text) is 'True if the caller holds the permission key in the organization, or calls with the secret key.';

create function private.require_permission(organization_id uuid, permission text) returns void
language plpgsql stable security definer
set search_path = ''
as $$
begin
  if not private.has_permission(organization_id, permission) then
    perform private.refuse('PT403', 'PERMISSION_DENIED',
      format('Your role does not include the permission %s in this organization.', permission),
      'Ask an organization admin to grant it under Settings > Permissions.');
  end if;
end
$$;
comment on function private.require_permission(uuid, text) is 'Raises PERMISSION_DENIED unless the caller holds the permission key in the organization.';

create function private.can_see_organization(organization_id uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select coalesce(private.is_service_role() or private.pm_has_org_access(organization_id), false)
$$;
comment on function private.can_see_organization(uuid) is
  'True for active members and the secret key. Functions answer NOT_FOUND instead of PERMISSION_DENIED where this is false, so that ids of other tenants cannot be probed.';

create function private.organization_timezone(organization_id uuid) returns text
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return (select organization.timezone from public.pf_organizations organization
          where organization.id = organization_timezone.organization_id);
end
$$;
comment on function private.organization_timezone(uuid) is 'The IANA time zone of the organization.';

create function private.organization_today(organization_id uuid) returns date
language sql stable security definer
set search_path = ''
as $$
  select (now() at time zone private.organization_timezone(organization_id))::date
$$;
comment on function private.organization_today(uuid) is 'Today as the clinic''s wall calendar shows it: the date now in the organization''s time zone.';

create function private.changes(old_row jsonb, new_row jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(fresh.key, jsonb_build_object('from', old_row -> fresh.key, 'to', fresh.value)), '{}')
  from jsonb_each(new_row) fresh
  where fresh.value is distinct from old_row -> fresh.key and fresh.key <> 'updated_at'
$$;
comment on function private.changes(jsonb, jsonb) is 'The columns that differ between two versions of a row, as {column: {from, to}}; updated_at is left out.';

create function private.lock_organizations(scope text) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  organization_id uuid;
begin
  if auth.uid() is null then
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(scope, 0));
    return;
  end if;
  perform pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended(scope, 0));
  for organization_id in select member.id from private.member_organizations() member (id) order by member.id loop
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(scope || ':' || organization_id, 0));
  end loop;
end
$$;
comment on function private.lock_organizations(text) is
  'Until the transaction ends, one writer at a time of the scope (enrollments, schedule) in each organization of the caller; a caller without a user, such as the secret key, is alone in all. Taken before any row is locked, so that an UPDATE, which locks its rows first and the group after, cannot deadlock with a promotion, which does the reverse.';

create function private.tg__lock_organizations() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.lock_organizations(tg_argv[0]);
  return null;
end
$$;
comment on function private.tg__lock_organizations() is 'Statement trigger: takes private.lock_organizations of its argument before the first row is locked.';

create function private.tg__touch() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at := clock_timestamp();
  return new;
end
$$;
comment on function private.tg__touch() is 'Keeps updated_at.';

create function private.tg__append_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.refuse('PT403', 'PERMISSION_DENIED',
    format('%s is append-only: entries are never changed, deleted or truncated.', tg_table_name),
    'Write a further entry that corrects the first.');
  return null;
end
$$;
comment on function private.tg__append_only() is 'Refuses update, delete and truncate for everybody, the table''s owner included.';

grant execute on function
  private.organizations_with(text), private.member_organizations(), private.pm_has_org_access(uuid)
  to authenticated, service_role;
-- Organizations (tenants) and the profiles of the people who sign in.

create table public.pf_organizations (
  id uuid not null default gen_random_uuid(),
  name text not null,
  slug text not null,
  timezone text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table public.pf_profiles (
  id uuid not null,
  full_name text not null,
  email text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

alter table public.pf_organizations
  add constraint pf_organizations_pkey primary key (id),
  add constraint pf_organizations_slug_key unique (slug),
  add constraint pf_organizations_name_length check (char_length(name) <= 100 and btrim(name) <> ''),
  add constraint pf_organizations_slug_format check (slug ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'),
  add constraint pf_organizations_settings_object check (jsonb_typeof(settings) = 'object' and pg_column_size(settings) < 65536);
alter table public.pf_profiles
  add constraint pf_profiles_pkey primary key (id),
  add constraint pf_profiles_id_fkey foreign key (id) references auth.users (id) on delete cascade,
  add constraint pf_profiles_full_name_length check (char_length(full_name) <= 200 and btrim(full_name) <> '');

alter table public.pf_organizations enable row level security;
alter table public.pf_organizations force row level security;
alter table public.pf_profiles enable row level security;
alter table public.pf_profiles force row level security;

create function private.visible_profiles() returns setof uuid
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    select auth.uid()
    union
    select fellow.user_id
    from public.pf_memberships fellow
    where fellow.organization_id in (select private.member_organizations());
end
$$;
comment on function private.visible_profiles() is 'The caller and the members of the caller''s organizations: whose name and e-mail the caller may read.';
grant execute on function private.visible_profiles() to authenticated, service_role;

create policy select_members on public.pf_organizations for select to authenticated
  using (id = any (array(select private.member_organizations())));
create policy update_editors on public.pf_organizations for update to authenticated
  using (id = any (array(select private.organizations_with('pf.organization.edit'))))
  with check (id = any (array(select private.organizations_with('pf.organization.edit'))));
create policy select_fellow_members on public.pf_profiles for select to authenticated
  using (id = any (array(select private.visible_profiles())));
create policy update_self on public.pf_profiles for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));

grant select on public.pf_organizations, public.pf_profiles to authenticated;
grant update (name, timezone, settings) on public.pf_organizations to authenticated;
grant update (full_name) on public.pf_profiles to authenticated;
grant all on public.pf_organizations, public.pf_profiles to service_role;

comment on table public.pf_organizations is 'Tenants. Organizations never see each other, and are never deleted: their logs refer to them.';
comment on column public.pf_organizations.slug is 'The organization''s name in addresses: lower-case letters, digits and hyphens, at most 50.';
comment on column public.pf_organizations.timezone is 'IANA zone of the clinic''s wall clock. Sessions keep their wall-clock time when it changes.';
comment on column public.pf_organizations.settings is 'Preferences without a rule behind them, for example idle_minutes.';
comment on table public.pf_profiles is 'A person who signs in; made by a trigger at sign-up.';
comment on policy select_members on public.pf_organizations is 'Active members see their organization.';
comment on policy update_editors on public.pf_organizations is 'Name, time zone and settings: who holds pf.organization.edit.';
comment on policy select_fellow_members on public.pf_profiles is 'People see themselves and the members of their organizations.';
comment on policy update_self on public.pf_profiles is 'A person''s name is the person''s to change.';

create function private.tg_pf_organizations__check() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if not exists (select from pg_catalog.pg_timezone_names zone where zone.name = new.timezone) then
    perform private.refuse('PT400', 'INVALID_TIMEZONE',
      format('%s is not a time zone.', quote_literal(left(new.timezone, 60))),
      'Use an IANA name such as America/New_York.');
  end if;
  new.name := btrim(new.name);
  return new;
end
$$;
comment on function private.tg_pf_organizations__check() is 'Trims the name; raises INVALID_TIMEZONE for a zone that Postgres does not know.';
create trigger _100_check before insert or update of name, timezone on public.pf_organizations
  for each row execute function private.tg_pf_organizations__check();
create trigger _900_touch before update on public.pf_organizations for each row execute function private.tg__touch();
create trigger _900_touch before update on public.pf_profiles for each row execute function private.tg__touch();

create function private.tg_users__keep_profile() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' then
    update public.pf_profiles set email = new.email where id = new.id;
    return new;
  end if;
  insert into public.pf_profiles (id, full_name, email)
  values (
    new.id,
    coalesce(nullif(btrim(left(new.raw_user_meta_data ->> 'full_name', 200)), ''), nullif(split_part(new.email, '@', 1), ''), 'Unnamed'),
    coalesce(new.email, '')
  )
  on conflict (id) do nothing;
  return new;
end
$$;
comment on function private.tg_users__keep_profile() is
  'Makes the profile at sign-up (full_name from the user''s metadata, else the part of the e-mail before @) and follows a change of e-mail.';
create trigger _100_keep_profile after insert or update of email on auth.users
  for each row execute function private.tg_users__keep_profile();
-- The catalogue of permissions, the roles of each organization and what each role may do.

create table public.pf_permissions (
  key text not null,
  module text not null,
  resource text not null,
  action text not null,
  description text not null,
  is_active boolean not null default true
);
create table public.pf_roles (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  key text not null,
  name text not null,
  is_system boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table public.pf_role_permissions (
  organization_id uuid not null,
  role_id uuid not null,
  permission_key text not null,
  created_at timestamptz not null default now()
);

alter table public.pf_permissions
  add constraint pf_permissions_pkey primary key (key),
  add constraint pf_permissions_key_form check (key = module || '.' || resource || '.' || action);
alter table public.pf_roles
  add constraint pf_roles_pkey primary key (id),
  add constraint pf_roles_organization_id_id_key unique (organization_id, id),
  add constraint pf_roles_organization_id_key_key unique (organization_id, key),
  add constraint pf_roles_organization_id_name_key unique (organization_id, name),
  add constraint pf_roles_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id) on delete cascade,
  add constraint pf_roles_key_format check (key ~ '^[a-z][a-z0-9_]{0,49}$'),
  add constraint pf_roles_name_length check (char_length(name) <= 100 and btrim(name) <> '');
alter table public.pf_role_permissions
  add constraint pf_role_permissions_pkey primary key (role_id, permission_key),
  add constraint pf_role_permissions_role_fkey foreign key (organization_id, role_id)
    references public.pf_roles (organization_id, id) on delete cascade,
  add constraint pf_role_permissions_permission_key_fkey foreign key (permission_key)
    references public.pf_permissions (key) on delete cascade on update cascade;

create index pf_role_permissions_role_idx on public.pf_role_permissions (organization_id, role_id);
create index pf_role_permissions_permission_key_idx on public.pf_role_permissions (permission_key);

alter table public.pf_permissions enable row level security;
alter table public.pf_permissions force row level security;
alter table public.pf_roles enable row level security;
alter table public.pf_roles force row level security;
alter table public.pf_role_permissions enable row level security;
alter table public.pf_role_permissions force row level security;

create policy select_signed_in on public.pf_permissions for select to authenticated using (true);
create policy select_members on public.pf_roles for select to authenticated
  using (organization_id = any (array(select private.member_organizations())));
create policy insert_managers on public.pf_roles for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pf.permissions.manage'))));
create policy update_managers on public.pf_roles for update to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.permissions.manage'))))
  with check (organization_id = any (array(select private.organizations_with('pf.permissions.manage'))));
create policy delete_managers on public.pf_roles for delete to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.permissions.manage'))));
create policy select_members on public.pf_role_permissions for select to authenticated
  using (organization_id = any (array(select private.member_organizations())));
create policy insert_managers on public.pf_role_permissions for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pf.permissions.manage'))));
create policy delete_managers on public.pf_role_permissions for delete to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.permissions.manage'))));

grant select on public.pf_permissions, public.pf_roles, public.pf_role_permissions to authenticated;
grant insert (organization_id, key, name), update (name), delete on public.pf_roles to authenticated;
grant insert (organization_id, role_id, permission_key), delete on public.pf_role_permissions to authenticated;
grant all on public.pf_permissions, public.pf_roles, public.pf_role_permissions to service_role;

comment on table public.pf_permissions is 'The catalogue: every permission key that a role can hold. The same for all organizations.';
comment on column public.pf_permissions.is_active is 'An inactive permission grants nothing, whoever holds it.';
comment on table public.pf_roles is 'Roles of an organization. org_admin and staff are system roles; others can be renamed and deleted.';
comment on table public.pf_role_permissions is 'What a role may do. A change takes effect with the next statement.';
comment on policy select_signed_in on public.pf_permissions is 'The catalogue holds no data of any organization.';
comment on policy select_members on public.pf_roles is 'Members see the roles of their organization.';
comment on policy insert_managers on public.pf_roles is 'Custom roles: pf.permissions.manage.';
comment on policy update_managers on public.pf_roles is 'Renaming a role: pf.permissions.manage.';
comment on policy delete_managers on public.pf_roles is 'Deleting a role that nobody holds: pf.permissions.manage.';
comment on policy select_members on public.pf_role_permissions is 'Members see what the roles of their organization may do.';
comment on policy insert_managers on public.pf_role_permissions is 'Granting: pf.permissions.manage.';
comment on policy delete_managers on public.pf_role_permissions is 'Revoking: pf.permissions.manage.';

create function private.tg_pf_roles__guard() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if not old.is_system then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or new.key <> old.key or not new.is_system then
    perform private.refuse('PT403', 'PERMISSION_DENIED', format('%s is a system role and stays.', old.name),
      'Make a role of your own instead.');
  end if;
  return new;
end
$$;
comment on function private.tg_pf_roles__guard() is 'System roles are neither deleted nor turned into something else.';
create trigger _100_guard before update or delete on public.pf_roles
  for each row execute function private.tg_pf_roles__guard();
create trigger _900_touch before update on public.pf_roles for each row execute function private.tg__touch();

create function private.tg_pf_role_permissions__keep_org_admin() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if exists (
    select from public.pf_roles role
    join public.pf_permissions permission on permission.key = old.permission_key and permission.is_active
    where role.id = old.role_id and role.key = 'org_admin' and role.is_system
  ) then
    perform private.refuse('PT403', 'PERMISSION_DENIED', 'The organization admin role always holds every permission.',
      'Give people another role to let them do less.');
  end if;
  return old;
end
$$;
comment on function private.tg_pf_role_permissions__keep_org_admin() is 'Refuses to take an active permission from org_admin.';
create trigger _100_keep_org_admin before delete on public.pf_role_permissions
  for each row execute function private.tg_pf_role_permissions__keep_org_admin();

-- SECURITY INVOKER on purpose: current_user tells a client's own statement from one of the engine's functions.
create function private.tg_pf_role_permissions__no_escalation() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if current_user = 'authenticated' and new.organization_id not in (select private.organizations_with(new.permission_key)) then
    perform private.refuse('PT403', 'PERMISSION_DENIED',
      format('You cannot grant %s, because you do not hold it yourself.', new.permission_key), null);
  end if;
  return new;
end
$$;
comment on function private.tg_pf_role_permissions__no_escalation() is 'Nobody grants by REST what they do not hold.';
create trigger _200_no_escalation before insert on public.pf_role_permissions
  for each row execute function private.tg_pf_role_permissions__no_escalation();

create function private.tg_pf_permissions__grant_org_admin() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if new.is_active then
    insert into public.pf_role_permissions (organization_id, role_id, permission_key)
    select role.organization_id, role.id, new.key
    from public.pf_roles role where role.key = 'org_admin' and role.is_system
    on conflict do nothing;
  end if;
  return new;
end
$$;
comment on function private.tg_pf_permissions__grant_org_admin() is 'Grants a new or re-activated permission to org_admin of every organization.';
create trigger _100_grant_org_admin after insert or update of is_active on public.pf_permissions
  for each row execute function private.tg_pf_permissions__grant_org_admin();

create function private.default_permissions(role_key text) returns setof text
language sql stable security definer
set search_path = ''
as $$
  select permission.key
  from public.pf_permissions permission
  where permission.is_active and case role_key
    when 'org_admin' then true
    when 'staff' then permission.key in (
      'pm.group_definitions.view', 'pm.group_schedule.view', 'pm.group_enrollments.view', 'pm.patients.view')
    when 'facilitator' then permission.key in (
      'pm.group_definitions.view', 'pm.group_enrollments.view', 'pm.patients.view', 'pm.question_sets.view')
      or permission.resource in ('group_schedule', 'group_attendance')
    when 'front_desk' then permission.key in (
      'pm.group_definitions.view', 'pm.group_schedule.view', 'pm.patients.view', 'pm.patients.create', 'pm.patients.edit')
      or permission.resource = 'group_enrollments'
    else false
  end
$$;
comment on function private.default_permissions(text) is
  'The permission keys with which a new organization''s role starts (PM-04, Default Role Assignments; design section 4).';

create function private.tg_pf_organizations__create_roles() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.pf_roles (organization_id, key, name, is_system)
  values
    (new.id, 'org_admin', 'Organization admin', true),
    (new.id, 'staff', 'Staff', true),
    (new.id, 'facilitator', 'Facilitator', false),
    (new.id, 'front_desk', 'Front desk', false);
  insert into public.pf_role_permissions (organization_id, role_id, permission_key)
  select role.organization_id, role.id, granted.permission_key
  from public.pf_roles role, private.default_permissions(role.key) granted (permission_key)
  where role.organization_id = new.id;
  return new;
end
$$;
comment on function private.tg_pf_organizations__create_roles() is 'Gives a new organization its four roles with their default permissions.';
create trigger _200_create_roles after insert on public.pf_organizations
  for each row execute function private.tg_pf_organizations__create_roles();

insert into public.pf_permissions (key, module, resource, action, description)
select 'pm.' || resource || '.' || action, 'pm', resource, action, description
from (values
  ('group_definitions', 'view', 'View group definition list and detail pages'),
  ('group_definitions', 'create', 'Create new group definitions'),
  ('group_definitions', 'edit', 'Edit existing group definitions'),
  ('group_definitions', 'delete', 'Soft-delete group definitions'),
  ('group_schedule', 'view', 'View schedule occurrences'),
  ('group_schedule', 'create', 'Create new session occurrences'),
  ('group_schedule', 'edit', 'Edit session occurrences'),
  ('group_schedule', 'delete', 'Cancel session occurrences'),
  ('group_enrollments', 'view', 'View enrollment list and waitlist'),
  ('group_enrollments', 'create', 'Enroll patients into groups'),
  ('group_enrollments', 'edit', 'Update enrollment status (disenroll, promote)'),
  ('group_enrollments', 'delete', 'Remove enrollment records'),
  ('patients', 'view', 'View patients'),
  ('patients', 'create', 'Create patients'),
  ('patients', 'edit', 'Edit patients'),
  ('patients', 'delete', 'Soft-delete patients'),
  ('group_attendance', 'view', 'View attendance'),
  ('group_attendance', 'edit', 'Take and correct attendance'),
  ('question_sets', 'view', 'View question sets'),
  ('question_sets', 'create', 'Create question sets'),
  ('question_sets', 'edit', 'Edit question sets'),
  ('question_sets', 'delete', 'Delete question sets'),
  ('reports', 'view', 'View reports')
) as pm (resource, action, description)
union all
select 'pf.' || resource || '.' || action, 'pf', resource, action, description
from (values
  ('members', 'view', 'View invitations and the member list of the settings'),
  ('members', 'manage', 'Invite, suspend and remove members, change their role'),
  ('permissions', 'manage', 'Change what each role may do'),
  ('organization', 'edit', 'Change the name, time zone and settings of the organization'),
  ('audit_log', 'view', 'View the audit log')
) as pf (resource, action, description);
-- Who belongs to which organization, in which role.

create table public.pf_memberships (
  organization_id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  status text not null default 'active',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

alter table public.pf_memberships
  add constraint pf_memberships_pkey primary key (organization_id, user_id),
  add constraint pf_memberships_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id) on delete cascade,
  add constraint pf_memberships_user_id_fkey foreign key (user_id) references public.pf_profiles (id) on delete cascade,
  add constraint pf_memberships_role_fkey foreign key (organization_id, role_id) references public.pf_roles (organization_id, id),
  add constraint pf_memberships_status_check check (status in ('active', 'suspended'));

create index pf_memberships_user_id_idx on public.pf_memberships (user_id, status) include (organization_id, role_id);
create index pf_memberships_role_idx on public.pf_memberships (organization_id, role_id);

alter table public.pf_memberships enable row level security;
alter table public.pf_memberships force row level security;

create policy select_members on public.pf_memberships for select to authenticated
  using (organization_id = any (array(select private.member_organizations())));
create policy update_managers on public.pf_memberships for update to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.members.manage'))))
  with check (organization_id = any (array(select private.organizations_with('pf.members.manage'))));
create policy delete_managers on public.pf_memberships for delete to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.members.manage'))));

-- insert is not granted: a membership comes from pf_create_organization or from an accepted invitation.
grant select, update (role_id, status), delete on public.pf_memberships to authenticated;
grant all on public.pf_memberships to service_role;

comment on table public.pf_memberships is 'A person in an organization, with one role. A person may belong to several organizations.';
comment on column public.pf_memberships.status is 'active or suspended; a suspended member is locked out with the next statement.';
comment on policy select_members on public.pf_memberships is 'Members see each other: sessions and groups name their facilitators.';
comment on policy update_managers on public.pf_memberships is 'Role and suspension: pf.members.manage.';
comment on policy delete_managers on public.pf_memberships is 'Removing a member: pf.members.manage.';

create function private.is_org_admin_role(role_id uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select exists (select from public.pf_roles role
                 where role.id = is_org_admin_role.role_id and role.key = 'org_admin' and role.is_system)
$$;
comment on function private.is_org_admin_role(uuid) is 'True for the system role org_admin.';

create function private.role_exceeds_caller(organization_id uuid, role_id uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select exists (
    select from public.pf_role_permissions granted
    join public.pf_permissions permission on permission.key = granted.permission_key and permission.is_active
    where granted.role_id = role_exceeds_caller.role_id
      and not private.has_permission(role_exceeds_caller.organization_id, granted.permission_key)
  )
$$;
comment on function private.role_exceeds_caller(uuid, uuid) is
  'True if the role may do something that the caller may not: such a role is not the caller''s to hand out.';

create function private.tg_pf_memberships__guard_last_admin() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if old.status = 'active' and private.is_org_admin_role(old.role_id)
     and (tg_op = 'DELETE' or new.status <> 'active' or not private.is_org_admin_role(new.role_id)) then
    -- Two admins who demote each other at once: the second waits here, then counts again.
    perform from public.pf_organizations organization where organization.id = old.organization_id for no key update;
    if found and not exists (
      select from public.pf_memberships other
      where other.organization_id = old.organization_id and other.user_id <> old.user_id
        and other.status = 'active' and private.is_org_admin_role(other.role_id)
    ) then
      perform private.refuse('PT409', 'LAST_ORG_ADMIN', 'This person is the last active organization admin.',
        'Make somebody else an organization admin first.');
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
comment on function private.tg_pf_memberships__guard_last_admin() is
  'Raises LAST_ORG_ADMIN when the last active org_admin of an organization would be removed, demoted or suspended; safe under concurrency.';
create trigger _200_guard_last_admin before update or delete on public.pf_memberships
  for each row execute function private.tg_pf_memberships__guard_last_admin();

-- SECURITY INVOKER on purpose: current_user tells a client's own statement from one of the engine's functions.
create function private.tg_pf_memberships__no_escalation() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if current_user = 'authenticated' and (
    private.role_exceeds_caller(old.organization_id, old.role_id)
    or (tg_op = 'UPDATE' and private.role_exceeds_caller(new.organization_id, new.role_id))
  ) then
    perform private.refuse('PT403', 'PERMISSION_DENIED', 'That person''s role may do more than yours.',
      'Ask an organization admin to change it.');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
comment on function private.tg_pf_memberships__no_escalation() is
  'Nobody hands out a role that may do more than they may themselves, nor suspends, demotes or removes who holds one.';
grant execute on function private.role_exceeds_caller(uuid, uuid) to authenticated;
create trigger _300_no_escalation before update or delete on public.pf_memberships
  for each row execute function private.tg_pf_memberships__no_escalation();
create trigger _900_touch before update on public.pf_memberships for each row execute function private.tg__touch();

create function private.create_organization(name text, slug text, timezone text) returns public.pf_organizations
language plpgsql security definer
set search_path = ''
as $$
declare
  created public.pf_organizations;
begin
  if auth.uid() is null then
    perform private.refuse('PT403', 'PERMISSION_DENIED', 'Only a signed-in person can create an organization.', 'Sign in first.');
  end if;
  insert into public.pf_organizations (name, slug, timezone)
  values (create_organization.name, lower(btrim(create_organization.slug)), create_organization.timezone)
  returning * into created;
  insert into public.pf_memberships (organization_id, user_id, role_id)
  select created.id, auth.uid(), role.id
  from public.pf_roles role where role.organization_id = created.id and role.key = 'org_admin';
  return created;
end
$$;
comment on function private.create_organization(text, text, text) is 'See public.pf_create_organization.';
grant execute on function private.create_organization(text, text, text) to authenticated;

create function public.pf_create_organization(name text, slug text, timezone text) returns public.pf_organizations
language sql
set search_path = ''
as $$
  select private.create_organization(name, slug, timezone)
$$;
comment on function public.pf_create_organization(text, text, text) is
  'Creates an organization with its roles; the caller becomes its org_admin. slug: for addresses, unique; timezone: IANA name. Returns the row. Raises INVALID_TIMEZONE; 23505 pf_organizations_slug_key when the slug is taken.';
grant execute on function public.pf_create_organization(text, text, text) to authenticated;

create function private.set_role_permission(role_id uuid, permission_key text, granted boolean) returns boolean
language plpgsql security definer
set search_path = ''
as $$
declare
  role public.pf_roles;
begin
  select * into role from public.pf_roles candidate where candidate.id = set_role_permission.role_id;
  if role.id is null or not private.can_see_organization(role.organization_id) then
    perform private.refuse('PT404', 'ROLE_NOT_FOUND', 'There is no such role in your organizations.', 'Reload the page.');
  end if;
  perform private.require_permission(role.organization_id, 'pf.permissions.manage');
  if not exists (select from public.pf_permissions permission where permission.key = permission_key and permission.is_active) then
    perform private.refuse('PT404', 'PERMISSION_NOT_FOUND',
      format('There is no active permission %s.', quote_literal(left(permission_key, 100))), 'Use a key of pf_permissions.');
  end if;
  if granted then
    perform private.require_permission(role.organization_id, permission_key);
    insert into public.pf_role_permissions (organization_id, role_id, permission_key)
    values (role.organization_id, role.id, set_role_permission.permission_key)
    on conflict do nothing;
  elsif granted is false then
    delete from public.pf_role_permissions held
    where held.role_id = role.id and held.permission_key = set_role_permission.permission_key;
  else
    perform private.refuse('PT400', 'INVALID_INPUT', 'granted must be true or false.', null);
  end if;
  return granted;
end
$$;
comment on function private.set_role_permission(uuid, text, boolean) is 'See public.pf_set_role_permission.';
grant execute on function private.set_role_permission(uuid, text, boolean) to authenticated, service_role;

create function public.pf_set_role_permission(role_id uuid, permission_key text, granted boolean) returns boolean
language sql
set search_path = ''
as $$
  select private.set_role_permission(role_id, permission_key, granted)
$$;
comment on function public.pf_set_role_permission(uuid, text, boolean) is
  'Grants or revokes one permission of a role; repeating it changes nothing. Returns granted. Raises ROLE_NOT_FOUND, PERMISSION_NOT_FOUND, PERMISSION_DENIED (also for taking one from org_admin, or granting what the caller lacks).';
grant execute on function public.pf_set_role_permission(uuid, text, boolean) to authenticated, service_role;
-- Invitations: a link for one e-mail address, single use. Only a hash of the token is kept.

create table public.pf_invitations (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  email text not null,
  role_id uuid not null,
  token_hash bytea not null,
  invited_by uuid,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  created_at timestamptz not null default now()
);

alter table public.pf_invitations
  add constraint pf_invitations_pkey primary key (id),
  add constraint pf_invitations_token_hash_key unique (token_hash),
  add constraint pf_invitations_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id) on delete cascade,
  add constraint pf_invitations_role_fkey foreign key (organization_id, role_id)
    references public.pf_roles (organization_id, id) on delete cascade,
  add constraint pf_invitations_invited_by_fkey foreign key (invited_by) references public.pf_profiles (id) on delete set null,
  add constraint pf_invitations_email_format check (email ~ '^[^@\s]+@[^@\s]+$' and char_length(email) <= 254 and email = lower(email));

create index pf_invitations_role_idx on public.pf_invitations (organization_id, role_id);
create index pf_invitations_invited_by_idx on public.pf_invitations (invited_by);

alter table public.pf_invitations enable row level security;
alter table public.pf_invitations force row level security;

create policy select_viewers on public.pf_invitations for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.members.view'))));
create policy delete_managers on public.pf_invitations for delete to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.members.manage'))));

grant select (id, organization_id, email, role_id, invited_by, expires_at, accepted_at, created_at), delete
  on public.pf_invitations to authenticated;
grant all on public.pf_invitations to service_role;

comment on table public.pf_invitations is 'Invitations to join an organization. Deleting one revokes it.';
comment on column public.pf_invitations.token_hash is 'SHA-256 of the token; the token itself is returned once, by pf_create_invitation.';
comment on policy select_viewers on public.pf_invitations is 'The list of invitations: pf.members.view.';
comment on policy delete_managers on public.pf_invitations is 'Revoking an invitation: pf.members.manage.';

create function private.create_invitation(organization_id uuid, email text, role_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  token text := translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
  invitation public.pf_invitations;
begin
  perform private.require_permission(organization_id, 'pf.members.manage');
  if not exists (select from public.pf_roles role
                 where role.id = create_invitation.role_id and role.organization_id = create_invitation.organization_id) then
    perform private.refuse('PT404', 'ROLE_NOT_FOUND', 'There is no such role in this organization.', 'Choose one of its roles.');
  end if;
  if private.role_exceeds_caller(organization_id, role_id) then
    perform private.refuse('PT403', 'PERMISSION_DENIED', 'That role may do more than you may.', 'Ask an organization admin to invite.');
  end if;
  if exists (
    select from public.pf_memberships membership
    join public.pf_profiles profile on profile.id = membership.user_id
    where membership.organization_id = create_invitation.organization_id and lower(profile.email) = lower(btrim(create_invitation.email))
  ) then
    perform private.refuse('PT409', 'ALREADY_A_MEMBER', 'A person with this e-mail address already belongs to the organization.',
      'Change the role in the list of members.');
  end if;
  insert into public.pf_invitations (organization_id, email, role_id, token_hash, invited_by, expires_at)
  values (create_invitation.organization_id, lower(btrim(create_invitation.email)), create_invitation.role_id,
          extensions.digest(token, 'sha256'), auth.uid(), now() + interval '7 days')
  returning * into invitation;
  return jsonb_build_object('id', invitation.id, 'token', token, 'expires_at', invitation.expires_at);
end
$$;
comment on function private.create_invitation(uuid, text, uuid) is 'See public.pf_create_invitation.';
grant execute on function private.create_invitation(uuid, text, uuid) to authenticated, service_role;

create function public.pf_create_invitation(organization_id uuid, email text, role_id uuid) returns jsonb
language sql
set search_path = ''
as $$
  select private.create_invitation(organization_id, email, role_id)
$$;
comment on function public.pf_create_invitation(uuid, text, uuid) is
  'Invites an e-mail address for seven days. Returns {id, token, expires_at}; the token is shown only here. Raises PERMISSION_DENIED, ROLE_NOT_FOUND, ALREADY_A_MEMBER; 23514 pf_invitations_email_format.';
grant execute on function public.pf_create_invitation(uuid, text, uuid) to authenticated, service_role;

create function private.accept_invitation(token text) returns public.pf_organizations
language plpgsql security definer
set search_path = ''
as $$
declare
  invitation public.pf_invitations;
  organization public.pf_organizations;
begin
  update public.pf_invitations open_invitation
  set accepted_at = clock_timestamp()
  where open_invitation.token_hash = extensions.digest(accept_invitation.token, 'sha256')
    and open_invitation.accepted_at is null and open_invitation.expires_at > now()
    -- Who may invite no more has invited nobody: a suspended or demoted inviter's links stop working.
    and (open_invitation.invited_by is null or exists (
      select from public.pf_memberships inviter
      join public.pf_role_permissions granted on granted.role_id = inviter.role_id and granted.permission_key = 'pf.members.manage'
      where inviter.organization_id = open_invitation.organization_id and inviter.user_id = open_invitation.invited_by
        and inviter.status = 'active'))
    and open_invitation.email = (select lower(profile.email) from public.pf_profiles profile where profile.id = auth.uid())
  returning * into invitation;
  if invitation.id is null or exists (
    select from public.pf_memberships membership
    where membership.organization_id = invitation.organization_id and membership.user_id = auth.uid()
  ) then
    -- One answer for used, expired, revoked, unknown and meant for another address: a token tells a stranger nothing.
    perform private.refuse('PT400', 'INVITATION_INVALID',
      'This invitation was used, has expired, was revoked, or is for another e-mail address.',
      'Sign in with the address that was invited, or ask for a new invitation.');
  end if;
  insert into public.pf_memberships (organization_id, user_id, role_id)
  values (invitation.organization_id, auth.uid(), invitation.role_id);
  -- A second link for the same address must not let the person in again after a removal.
  delete from public.pf_invitations spare
  where spare.organization_id = invitation.organization_id and spare.email = invitation.email and spare.accepted_at is null;
  select * into organization from public.pf_organizations joined where joined.id = invitation.organization_id;
  return organization;
end
$$;
comment on function private.accept_invitation(text) is 'See public.pf_accept_invitation.';
grant execute on function private.accept_invitation(text) to authenticated;

create function public.pf_accept_invitation(token text) returns public.pf_organizations
language sql
set search_path = ''
as $$
  select private.accept_invitation(token)
$$;
comment on function public.pf_accept_invitation(text) is
  'Makes the caller a member with the invited role, once, if the caller''s e-mail is the invited one. Returns the organization. Raises INVITATION_INVALID.';
grant execute on function public.pf_accept_invitation(text) to authenticated;
-- What happened: domain events for other programs, and the audit log of who changed whose rights.

create table public.pf_domain_events (
  id bigint generated always as identity,
  organization_id uuid not null,
  event_type text not null,
  payload jsonb not null,
  occurred_at timestamptz not null default clock_timestamp()
);
create table public.pf_audit_log (
  id bigint generated always as identity,
  organization_id uuid not null,
  action text not null,
  performed_by uuid,
  target_table text not null,
  target jsonb not null,
  changes jsonb not null,
  created_at timestamptz not null default clock_timestamp()
);

alter table public.pf_domain_events
  add constraint pf_domain_events_pkey primary key (id),
  add constraint pf_domain_events_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id);
-- No foreign key to the performer: the log must neither lose a name nor stand in the way when a person's account is erased.
alter table public.pf_audit_log
  add constraint pf_audit_log_pkey primary key (id),
  add constraint pf_audit_log_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id);

create index pf_domain_events_organization_id_idx on public.pf_domain_events (organization_id, id);
create index pf_audit_log_organization_id_idx on public.pf_audit_log (organization_id, created_at desc);

alter table public.pf_domain_events enable row level security;
alter table public.pf_domain_events force row level security;
alter table public.pf_audit_log enable row level security;
alter table public.pf_audit_log force row level security;

create policy select_auditors on public.pf_domain_events for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.audit_log.view'))));
create policy select_auditors on public.pf_audit_log for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.audit_log.view'))));

grant select on public.pf_domain_events, public.pf_audit_log to authenticated, service_role;

comment on table public.pf_domain_events is 'The outbox: events for other programs, written in the transaction that causes them. Read by id, at least once.';
comment on column public.pf_domain_events.payload is 'Ids and dates only, as PM-04 lists them; never a patient''s name.';
comment on table public.pf_audit_log is 'Who changed roles, permissions, members, invitations and settings. Append-only.';
comment on column public.pf_audit_log.performed_by is 'auth.users.id of the person; null when the system or an administrator in the database did it.';
comment on column public.pf_audit_log.changes is '{column: {from, to}}';
comment on policy select_auditors on public.pf_domain_events is 'Events: pf.audit_log.view (and the secret key, for integrations).';
comment on policy select_auditors on public.pf_audit_log is 'The audit log: pf.audit_log.view.';

create trigger _100_append_only before update or delete on public.pf_audit_log
  for each row execute function private.tg__append_only();
create trigger _100_append_only_truncate before truncate on public.pf_audit_log
  for each statement execute function private.tg__append_only();

create function private.tg__audit() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  -- Secrets and noise never enter the log.
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - array['token_hash', 'created_at', 'updated_at'] end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - array['token_hash', 'created_at', 'updated_at'] end;
  organization_id uuid := coalesce(after_row, before_row) ->> case tg_table_name when 'pf_organizations' then 'id' else 'organization_id' end;
  changes jsonb := case tg_op
    when 'DELETE' then (select jsonb_object_agg(gone.key, jsonb_build_object('from', gone.value, 'to', null)) from jsonb_each(before_row) gone)
    else private.changes(coalesce(before_row, '{}'), after_row) end;
begin
  if changes <> '{}' then
    insert into public.pf_audit_log (organization_id, action, performed_by, target_table, target, changes)
    values (organization_id, lower(tg_op), auth.uid(), tg_table_name,
            jsonb_strip_nulls(jsonb_build_object(
              'id', coalesce(after_row, before_row) -> 'id',
              'user_id', coalesce(after_row, before_row) -> 'user_id',
              'role_id', coalesce(after_row, before_row) -> 'role_id',
              'permission_key', coalesce(after_row, before_row) -> 'permission_key')),
            changes);
  end if;
  return null;
end
$$;
comment on function private.tg__audit() is 'Writes pf_audit_log for a change of an organization, role, role permission, membership or invitation.';

create trigger _800_audit after update on public.pf_organizations for each row execute function private.tg__audit();
create trigger _800_audit after insert or update or delete on public.pf_roles for each row execute function private.tg__audit();
create trigger _800_audit after insert or delete on public.pf_role_permissions for each row execute function private.tg__audit();
create trigger _800_audit after insert or update or delete on public.pf_memberships for each row execute function private.tg__audit();
create trigger _800_audit after insert or update or delete on public.pf_invitations for each row execute function private.tg__audit();

create function private.emit_event(organization_id uuid, event_type text, payload jsonb) returns void
language sql security definer
set search_path = ''
as $$
  insert into public.pf_domain_events (organization_id, event_type, payload) values (organization_id, event_type, payload)
$$;
comment on function private.emit_event(uuid, text, jsonb) is 'Adds a domain event in the caller''s transaction.';
-- Patients of an organization.

create table public.pm_patients (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  mrn text not null,
  first_name text not null,
  last_name text not null,
  preferred_name text,
  date_of_birth date,
  phone text,
  email text,
  status text not null default 'active',
  custom_fields jsonb not null default '{}',
  search_text text generated always as (
    lower(first_name || ' ' || last_name || ' ' || coalesce(preferred_name, '') || ' ' || mrn || ' ' || coalesce(phone, '') || ' '
      || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'))
  ) stored,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

alter table public.pm_patients
  add constraint pm_patients_pkey primary key (id),
  add constraint pm_patients_organization_id_id_key unique (organization_id, id),
  add constraint pm_patients_organization_id_mrn_key unique (organization_id, mrn),
  add constraint pm_patients_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id),
  add constraint pm_patients_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_patients_mrn_length check (char_length(mrn) <= 50 and btrim(mrn) <> ''),
  add constraint pm_patients_first_name_length check (char_length(first_name) <= 100 and btrim(first_name) <> ''),
  add constraint pm_patients_last_name_length check (char_length(last_name) <= 100 and btrim(last_name) <> ''),
  add constraint pm_patients_preferred_name_length check (char_length(preferred_name) <= 100 and btrim(preferred_name) <> ''),
  add constraint pm_patients_phone_length check (char_length(phone) <= 40 and btrim(phone) <> ''),
  add constraint pm_patients_email_format check (email ~ '^[^@\s]+@[^@\s]+$' and char_length(email) <= 254),
  add constraint pm_patients_date_of_birth_range check (date_of_birth >= '1900-01-01' and date_of_birth <= current_date + 1),
  add constraint pm_patients_status_check check (status in ('active', 'inactive')),
  add constraint pm_patients_custom_fields_object check (jsonb_typeof(custom_fields) = 'object' and pg_column_size(custom_fields) < 65536);

create index pm_patients_created_by_idx on public.pm_patients (created_by);
create index pm_patients_name_idx on public.pm_patients (organization_id, last_name, first_name, id) where deleted_at is null;
-- The organization is part of the trigram index, so that a search costs what its own organization holds.
create index pm_patients_search_idx on public.pm_patients using gin (organization_id extensions.uuid_ops, search_text extensions.gin_trgm_ops)
  where deleted_at is null;

alter table public.pm_patients enable row level security;
alter table public.pm_patients force row level security;

create policy select_viewers on public.pm_patients for select to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.patients.view'))));
create policy insert_creators on public.pm_patients for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.patients.create'))));
create policy update_editors on public.pm_patients for update to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.patients.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.patients.edit'))));

grant select on public.pm_patients to authenticated;
grant insert (organization_id, mrn, first_name, last_name, preferred_name, date_of_birth, phone, email, status, custom_fields)
  on public.pm_patients to authenticated;
grant update (mrn, first_name, last_name, preferred_name, date_of_birth, phone, email, status, custom_fields)
  on public.pm_patients to authenticated;
grant all on public.pm_patients to service_role;

comment on table public.pm_patients is 'Patients. Soft-deleted by pm_delete_patient; hidden from the API while deleted_at is set.';
comment on column public.pm_patients.mrn is 'Medical record number, unique in the organization, deleted patients included.';
comment on column public.pm_patients.search_text is 'Names, MRN and phone (as written and as digits) in lower case; what pm_search_patients searches.';
comment on policy select_viewers on public.pm_patients is 'Patients: pm.patients.view; deleted ones are hidden.';
comment on policy insert_creators on public.pm_patients is 'Creating patients: pm.patients.create.';
comment on policy update_editors on public.pm_patients is 'Editing patients: pm.patients.edit.';

create function private.tg_pm_patients__tidy() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.mrn := btrim(new.mrn);
  new.first_name := btrim(new.first_name);
  new.last_name := btrim(new.last_name);
  new.preferred_name := nullif(btrim(new.preferred_name), '');
  new.phone := nullif(btrim(new.phone), '');
  new.email := nullif(btrim(new.email), '');
  return new;
end
$$;
comment on function private.tg_pm_patients__tidy() is 'Trims text; empty optional fields become null.';
create trigger _100_tidy before insert or update on public.pm_patients
  for each row execute function private.tg_pm_patients__tidy();
create trigger _900_touch before update on public.pm_patients for each row execute function private.tg__touch();

-- SECURITY DEFINER because the search operators are not leakproof: under RLS Postgres could not use the trigram index.
create function private.search_patients(organization_id uuid, query text) returns setof public.pm_patients
language plpgsql stable security definer
set search_path = ''
as $$
declare
  wanted text := lower(btrim(regexp_replace(left(coalesce(query, ''), 100), '\s+', ' ', 'g')));
  -- The longest word first: the index looks that one up, the others are checked on what it finds.
  patterns text[] := array(
    select '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    from unnest(string_to_array(wanted, ' ')) word order by length(word) desc);
begin
  -- Not a SET clause of the function: whoever creates it would need the extension's library loaded by then.
  perform set_config('pg_trgm.word_similarity_threshold', '0.4', true);
  perform private.require_permission(organization_id, 'pm.patients.view');
  if wanted = '' then
    return query
      select patient.* from public.pm_patients patient
      where patient.organization_id = search_patients.organization_id and patient.deleted_at is null
      order by patient.last_name, patient.first_name, patient.id;
    return;
  end if;
  return query
    select patient.* from public.pm_patients patient
    where patient.organization_id = search_patients.organization_id and patient.deleted_at is null
      and ((patient.search_text like patterns[1] and patient.search_text like all (patterns))
        or wanted operator(extensions.<%) patient.search_text)
    order by
      patient.search_text like all (patterns) desc,
      extensions.word_similarity(wanted, patient.search_text) desc,
      patient.last_name, patient.first_name, patient.id;
end
$$;
comment on function private.search_patients(uuid, text) is 'See public.pm_search_patients.';
grant execute on function private.search_patients(uuid, text) to authenticated, service_role;

create function public.pm_search_patients(organization_id uuid, query text default '') returns setof public.pm_patients
language sql stable
set search_path = ''
as $$
  select * from private.search_patients(organization_id, query)
$$;
comment on function public.pm_search_patients(uuid, text) is
  'Patients whose names, MRN or phone contain every word of the query or are similar to it (typos forgiven), best first; all patients by name for an empty query. Of a query the first 100 characters count. Filters, order and range of PostgREST apply. Raises PERMISSION_DENIED.';
grant execute on function public.pm_search_patients(uuid, text) to authenticated, service_role;
-- Groups: what is offered, by whom, where, and how many seats it has.

create table public.pm_group_definitions (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  group_code text,
  name text not null,
  description text,
  group_type text not null,
  facilitator_id uuid,
  co_facilitator_id uuid,
  location text,
  max_capacity integer not null default 20,
  min_capacity integer,
  duration_minutes integer,
  recurrence_rule text,
  time_period text,
  start_date date,
  end_date date,
  status text not null default 'active',
  session_creation_permission text not null default 'all_members',
  session_approval_required boolean not null default false,
  advance_notice_hours integer not null default 0,
  allowed_time_slots jsonb not null default '[]',
  custom_fields jsonb not null default '{}',
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

alter table public.pm_group_definitions
  add constraint pm_group_definitions_pkey primary key (id),
  add constraint pm_group_definitions_organization_id_id_key unique (organization_id, id),
  add constraint pm_group_definitions_organization_id_group_code_key unique (organization_id, group_code),
  add constraint pm_group_definitions_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id),
  add constraint pm_group_definitions_facilitator_fkey foreign key (organization_id, facilitator_id)
    references public.pf_memberships (organization_id, user_id) on delete set null (facilitator_id),
  add constraint pm_group_definitions_co_facilitator_fkey foreign key (organization_id, co_facilitator_id)
    references public.pf_memberships (organization_id, user_id) on delete set null (co_facilitator_id),
  add constraint pm_group_definitions_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_group_definitions_name_length check (char_length(name) between 1 and 100 and btrim(name) <> ''),
  add constraint pm_group_definitions_description_length check (char_length(description) <= 500),
  add constraint pm_group_definitions_group_type_check check (
    group_type in ('therapy', 'psychoeducation', 'skills_training', 'support', 'iop', 'php', 'other')),
  add constraint pm_group_definitions_facilitators_differ check (co_facilitator_id <> facilitator_id),
  add constraint pm_group_definitions_location_length check (char_length(location) <= 100 and btrim(location) <> ''),
  add constraint pm_group_definitions_max_capacity_range check (max_capacity between 1 and 100),
  add constraint pm_group_definitions_min_capacity_range check (min_capacity >= 1 and min_capacity <= max_capacity),
  add constraint pm_group_definitions_duration_minutes_range check (duration_minutes between 5 and 720),
  add constraint pm_group_definitions_recurrence_rule_length check (char_length(recurrence_rule) <= 1000),
  add constraint pm_group_definitions_time_period_check check (time_period in ('AM', 'PM')),
  add constraint pm_group_definitions_start_date_range check (start_date between '1990-01-01' and '2199-12-31'),
  add constraint pm_group_definitions_end_date_range check (end_date > start_date and end_date <= '2199-12-31'),
  add constraint pm_group_definitions_status_check check (status in ('active', 'inactive', 'completed')),
  add constraint pm_group_definitions_session_creation_permission_check check (
    session_creation_permission in ('owner', 'admin', 'all_members')),
  add constraint pm_group_definitions_advance_notice_hours_range check (advance_notice_hours between 0 and 8760),
  add constraint pm_group_definitions_allowed_time_slots_array check (
    jsonb_typeof(allowed_time_slots) = 'array' and pg_column_size(allowed_time_slots) < 16384),
  add constraint pm_group_definitions_custom_fields_object check (
    jsonb_typeof(custom_fields) = 'object' and pg_column_size(custom_fields) < 65536);

create index pm_group_definitions_facilitator_idx on public.pm_group_definitions (organization_id, facilitator_id);
create index pm_group_definitions_co_facilitator_idx on public.pm_group_definitions (organization_id, co_facilitator_id);
create index pm_group_definitions_created_by_idx on public.pm_group_definitions (created_by);

alter table public.pm_group_definitions enable row level security;
alter table public.pm_group_definitions force row level security;

create policy select_viewers on public.pm_group_definitions for select to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.group_definitions.view'))));
create policy insert_creators on public.pm_group_definitions for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.group_definitions.create'))));
create policy update_editors on public.pm_group_definitions for update to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.group_definitions.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.group_definitions.edit'))));

-- delete is not granted: pm_delete_group_definition soft-deletes.
grant select on public.pm_group_definitions to authenticated;
grant insert (organization_id, name, description, group_type, facilitator_id, co_facilitator_id, location, max_capacity, min_capacity,
  duration_minutes, recurrence_rule, time_period, start_date, end_date, status, session_creation_permission,
  session_approval_required, advance_notice_hours, allowed_time_slots, custom_fields) on public.pm_group_definitions to authenticated;
grant update (name, description, group_type, facilitator_id, co_facilitator_id, location, max_capacity, min_capacity,
  duration_minutes, recurrence_rule, time_period, start_date, end_date, status, session_creation_permission,
  session_approval_required, advance_notice_hours, allowed_time_slots, custom_fields) on public.pm_group_definitions to authenticated;
grant all on public.pm_group_definitions to service_role;

comment on table public.pm_group_definitions is 'Groups (PM-04). Soft-deleted: hidden from the API while deleted_at is set; session occurrences stay.';
comment on column public.pm_group_definitions.group_code is
  'YYMMDD of the start date, AM or PM, first two letters or digits and the last of the name, upper case; -2, -3 ... on a conflict. Given once start date and period are known, then kept, since it is printed and filed.';
comment on column public.pm_group_definitions.facilitator_id is 'A member of the same organization.';
comment on column public.pm_group_definitions.max_capacity is 'Seats. Lowering it disenrolls nobody; raising it promotes from the waitlist.';
comment on column public.pm_group_definitions.min_capacity is 'Patients needed to hold a session; null for no minimum.';
comment on column public.pm_group_definitions.recurrence_rule is 'RRULE of RFC 5545, in the organization''s time zone.';
comment on column public.pm_group_definitions.allowed_time_slots is '[{days: [1..7, Monday = 1], start: ''08:00'', end: ''12:00''}]; empty for any time.';
comment on policy select_viewers on public.pm_group_definitions is 'Groups: pm.group_definitions.view; deleted ones are hidden.';
comment on policy insert_creators on public.pm_group_definitions is 'Creating groups: pm.group_definitions.create.';
comment on policy update_editors on public.pm_group_definitions is 'Editing groups: pm.group_definitions.edit.';

create function private.group_code_stem(name text, time_period text, start_date date) returns text
language sql immutable
set search_path = ''
as $$
  select to_char(start_date, 'YYMMDD') || time_period || upper(
    case when spelled = '' then 'GR' else left(spelled, 2) || right(spelled, 1) end)
  from (select regexp_replace(name, '[^[:alnum:]]', '', 'g') as spelled) letters
$$;
comment on function private.group_code_stem(text, text, date) is
  'The group code before a suffix: "Group 1" on 2026-03-01 AM -> 260301AMGR1. Spaces and signs of the name are skipped; a name without letters and digits counts as GR.';

create function private.tg_pm_group_definitions__check() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  stem text;
  suffix integer := 1;
begin
  new.name := btrim(new.name);
  new.location := nullif(btrim(new.location), '');
  new.description := nullif(btrim(new.description), '');
  new.recurrence_rule := nullif(btrim(new.recurrence_rule), '');
  if new.time_period not in ('AM', 'PM') then
    perform private.refuse('PT400', 'INVALID_TIME_PERIOD',
      format('The time period is AM or PM, not %s.', quote_literal(left(new.time_period, 20))), 'Choose AM or PM, or leave it empty.');
  end if;
  if new.end_date is not null and (new.start_date is null or new.end_date <= new.start_date) then
    perform private.refuse('PT400', 'INVALID_DATE_RANGE',
      case when new.start_date is null then format('The group ends on %s but has no start date.', new.end_date)
      else format('The end date %s is not after the start date %s.', new.end_date, new.start_date) end,
      'Choose an end date after the start date.');
  end if;
  if new.group_code is null and new.start_date is not null and new.time_period is not null then
    stem := private.group_code_stem(new.name, new.time_period, new.start_date);
    -- Two groups of the same stem at once: the second waits, then sees the first one's code. One lock an organization,
    -- not a stem, so that two inserts of several groups cannot wait for each other.
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('group_code:' || new.organization_id, 0));
    new.group_code := stem;
    while exists (select from public.pm_group_definitions other
                  where other.organization_id = new.organization_id and other.group_code = new.group_code) loop
      suffix := suffix + 1;
      new.group_code := stem || '-' || suffix;
    end loop;
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_definitions__check() is
  'Trims text, gives the group code, and raises INVALID_TIME_PERIOD and INVALID_DATE_RANGE with a sentence before the check constraints would refuse without one.';
create trigger _100_check before insert or update on public.pm_group_definitions
  for each row execute function private.tg_pm_group_definitions__check();
create trigger _900_touch before update on public.pm_group_definitions for each row execute function private.tg__touch();
-- Every change of a group, its sessions and its seats, for people to read.

create table public.pm_group_activity_log (
  id bigint generated always as identity,
  organization_id uuid not null,
  group_definition_id uuid not null,
  patient_id uuid,
  action text not null,
  performed_by uuid,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp()
);

-- performed_by has no foreign key: the log must neither lose a name nor stand in the way when an account is erased.
alter table public.pm_group_activity_log
  add constraint pm_group_activity_log_pkey primary key (id),
  add constraint pm_group_activity_log_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pm_group_activity_log_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id);

create index pm_group_activity_log_group_idx on public.pm_group_activity_log (organization_id, group_definition_id, id desc);
create index pm_group_activity_log_patient_idx on public.pm_group_activity_log (organization_id, patient_id, id desc);

alter table public.pm_group_activity_log enable row level security;
alter table public.pm_group_activity_log force row level security;

create policy select_viewers on public.pm_group_activity_log for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_enrollments.view'))));

grant select on public.pm_group_activity_log to authenticated, service_role;

comment on table public.pm_group_activity_log is 'What happened to a group, its sessions and its seats. Append-only, for the table''s owner too.';
comment on column public.pm_group_activity_log.performed_by is 'auth.users.id of the person; null when the system or an administrator in the database did it.';
comment on column public.pm_group_activity_log.metadata is 'Ids, figures and reasons; for a promotion also its cause.';
comment on policy select_viewers on public.pm_group_activity_log is 'The log names patients: pm.group_enrollments.view.';

create trigger _100_append_only before update or delete on public.pm_group_activity_log
  for each row execute function private.tg__append_only();
create trigger _100_append_only_truncate before truncate on public.pm_group_activity_log
  for each statement execute function private.tg__append_only();

create function private.log_activity(organization_id uuid, group_definition_id uuid, patient_id uuid, action text, metadata jsonb) returns void
language sql security definer
set search_path = ''
as $$
  insert into public.pm_group_activity_log (organization_id, group_definition_id, patient_id, action, performed_by, metadata)
  values (organization_id, group_definition_id, patient_id, action, auth.uid(),
    -- Facts that do not apply are left out; a column that was emptied keeps its null inside changes.
    coalesce((select jsonb_object_agg(fact.key, fact.value) from jsonb_each(metadata) fact where fact.value <> 'null'), '{}'))
$$;
comment on function private.log_activity(uuid, uuid, uuid, text, jsonb) is 'Adds an entry in the caller''s transaction. patient_id: null where no patient is concerned.';

create function private.tg_pm_group_definitions__log() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  changes jsonb := private.changes(case tg_op when 'UPDATE' then to_jsonb(old) else '{}' end, to_jsonb(new));
  action text := case
    when tg_op = 'INSERT' then 'group_created'
    when old.deleted_at is null and new.deleted_at is not null then 'group_deleted'
    when old.deleted_at is not null and new.deleted_at is null then 'group_restored'
    else 'group_updated' end;
begin
  if changes <> '{}' then
    perform private.log_activity(new.organization_id, new.id, null, action,
      case action when 'group_created' then jsonb_build_object('name', new.name, 'group_code', new.group_code)
      else jsonb_build_object('changes', changes) end);
  end if;
  return null;
end
$$;
comment on function private.tg_pm_group_definitions__log() is 'Writes the activity log for a group: group_created, group_updated, group_deleted, group_restored.';
create trigger _800_log after insert or update on public.pm_group_definitions
  for each row execute function private.tg_pm_group_definitions__log();
-- Session occurrences, and the claims that keep people and rooms from being in two places.
-- One writer of sessions an organization at a time (_000_lock): the exclusion constraint alone is correct, but two
-- overlapping writers can deadlock in it, and the look-up that names the other session would race.

create table public.pm_group_schedule (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  group_definition_id uuid not null,
  session_date date not null,
  start_time time not null,
  end_time time not null,
  -- The defaults only let an insert leave the columns out (generated types read them); the trigger always sets both.
  starts_at timestamptz not null default '-infinity',
  ends_at timestamptz not null default '-infinity',
  session_type text not null default 'scheduled',
  status text not null default 'scheduled',
  cancellation_reason text,
  facilitator_id uuid,
  co_facilitator_id uuid,
  location text,
  series_id uuid,
  approval_status text not null default 'approved',
  conflict_override boolean not null default false,
  notes text,
  share_token text not null default translate(encode(extensions.gen_random_bytes(24), 'base64'), '+/', '-_'),
  questions_data jsonb,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table private.schedule_claims (
  session_id uuid not null,
  organization_id uuid not null,
  kind text not null,
  resource text not null,
  during tstzrange not null
);

alter table public.pm_group_schedule
  add constraint pm_group_schedule_pkey primary key (id),
  add constraint pm_group_schedule_organization_id_id_key unique (organization_id, id),
  add constraint pm_group_schedule_share_token_key unique (share_token),
  add constraint pm_group_schedule_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pm_group_schedule_facilitator_fkey foreign key (organization_id, facilitator_id)
    references public.pf_memberships (organization_id, user_id),
  add constraint pm_group_schedule_co_facilitator_fkey foreign key (organization_id, co_facilitator_id)
    references public.pf_memberships (organization_id, user_id),
  add constraint pm_group_schedule_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_group_schedule_session_date_range check (session_date between '1990-01-01' and '2199-12-31'),
  add constraint pm_group_schedule_time_range check (end_time > start_time),
  add constraint pm_group_schedule_session_type_check check (session_type in ('instant', 'scheduled', 'recurring')),
  add constraint pm_group_schedule_status_check check (status in ('scheduled', 'active', 'completed', 'cancelled')),
  add constraint pm_group_schedule_cancellation_reason_check check (
    (status = 'cancelled') = (cancellation_reason is not null) and char_length(cancellation_reason) <= 500 and btrim(cancellation_reason) <> ''),
  add constraint pm_group_schedule_facilitators_differ check (co_facilitator_id <> facilitator_id),
  add constraint pm_group_schedule_location_length check (char_length(location) <= 100 and btrim(location) <> ''),
  add constraint pm_group_schedule_approval_status_check check (approval_status in ('approved', 'pending', 'rejected')),
  add constraint pm_group_schedule_notes_length check (char_length(notes) <= 4000),
  add constraint pm_group_schedule_questions_data_size check (pg_column_size(questions_data) < 262144);
alter table private.schedule_claims
  add constraint schedule_claims_pkey primary key (session_id, kind, resource),
  add constraint schedule_claims_session_id_fkey foreign key (session_id) references public.pm_group_schedule (id) on delete cascade,
  add constraint schedule_claims_kind_check check (kind in ('person', 'location')),
  add constraint schedule_claims_no_overlap exclude using gist (
    organization_id with operator(pg_catalog.=), kind with operator(pg_catalog.=), resource with operator(pg_catalog.=), during with operator(pg_catalog.&&));

create index pm_group_schedule_group_idx on public.pm_group_schedule (organization_id, group_definition_id, starts_at);
create index pm_group_schedule_starts_at_idx on public.pm_group_schedule (organization_id, starts_at);
create index pm_group_schedule_facilitator_idx on public.pm_group_schedule (organization_id, facilitator_id);
create index pm_group_schedule_co_facilitator_idx on public.pm_group_schedule (organization_id, co_facilitator_id);
create index pm_group_schedule_created_by_idx on public.pm_group_schedule (created_by);

alter table public.pm_group_schedule enable row level security;
alter table public.pm_group_schedule force row level security;
alter table private.schedule_claims enable row level security;
alter table private.schedule_claims force row level security;

create policy select_viewers on public.pm_group_schedule for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_schedule.view'))));
create policy insert_creators on public.pm_group_schedule for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.group_schedule.create'))));
create policy update_editors on public.pm_group_schedule for update to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_schedule.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.group_schedule.edit'))));

-- delete is not granted: an occurrence is cancelled, with a reason, and stays.
grant select on public.pm_group_schedule to authenticated;
grant insert (organization_id, group_definition_id, session_date, start_time, end_time, session_type, status, cancellation_reason,
  facilitator_id, co_facilitator_id, location, series_id, conflict_override, notes, questions_data) on public.pm_group_schedule to authenticated;
grant update (session_date, start_time, end_time, status, cancellation_reason, facilitator_id, co_facilitator_id, location,
  series_id, conflict_override, notes, questions_data) on public.pm_group_schedule to authenticated;
grant all on public.pm_group_schedule to service_role;

comment on table public.pm_group_schedule is 'Session occurrences (PM-04). scheduled -> active -> completed, scheduled -> completed, cancelled from scheduled or active.';
comment on column public.pm_group_schedule.session_date is 'Date on the clinic''s wall calendar.';
comment on column public.pm_group_schedule.start_time is 'Wall clock in the organization''s time zone.';
comment on column public.pm_group_schedule.end_time is 'Wall clock in the organization''s time zone, on the same day.';
comment on column public.pm_group_schedule.starts_at is 'The instant of session_date + start_time; kept by trigger.';
comment on column public.pm_group_schedule.ends_at is 'The instant of session_date + end_time; kept by trigger.';
comment on column public.pm_group_schedule.conflict_override is 'True: this session claims neither people nor room. Setting it needs pm.group_schedule.edit.';
comment on column public.pm_group_schedule.share_token is 'Secret of the link by which patients join.';
comment on policy select_viewers on public.pm_group_schedule is 'Sessions: pm.group_schedule.view.';
comment on policy insert_creators on public.pm_group_schedule is 'Creating sessions: pm.group_schedule.create.';
comment on policy update_editors on public.pm_group_schedule is 'Editing sessions: pm.group_schedule.edit; cancelling also needs pm.group_schedule.delete (trigger).';
comment on table private.schedule_claims is 'Who and which room is taken when, by sessions neither cancelled nor conflict_override. One row a person or room and session.';
comment on column private.schedule_claims.resource is 'The person''s id, or the location in lower case without spaces around it.';

create function private.claims_of(session public.pm_group_schedule) returns table (kind text, resource text)
language sql immutable
set search_path = ''
as $$
  select 'person', session.facilitator_id::text where session.facilitator_id is not null
  union
  select 'person', session.co_facilitator_id::text where session.co_facilitator_id is not null
  union
  select 'location', lower(btrim(session.location)) where btrim(session.location) <> ''
$$;
comment on function private.claims_of(public.pm_group_schedule) is 'The people and the room that a session needs.';

create function private.overlapping_sessions(
  organization_id uuid, kind text, resource text, during tstzrange, except_session_id uuid default null
) returns setof public.pm_group_schedule
language sql stable security definer
set search_path = ''
as $$
  select session.*
  from private.schedule_claims claim
  join public.pm_group_schedule session on session.id = claim.session_id
  where claim.organization_id = overlapping_sessions.organization_id and claim.kind = overlapping_sessions.kind
    and claim.resource = overlapping_sessions.resource and claim.during && overlapping_sessions.during
    and claim.session_id is distinct from except_session_id
  order by session.starts_at, session.id
$$;
comment on function private.overlapping_sessions(uuid, text, text, tstzrange, uuid) is
  'Sessions that claim the person or room at some time of the range [start, end), earliest first; except_session_id is left out.';

create function private.session_words(session public.pm_group_schedule) returns text
language sql stable security definer
set search_path = ''
as $$
  select format('"%s" on %s, %s-%s', definition.name, to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'),
    to_char(session.start_time, 'FMHH12:MI AM'), to_char(session.end_time, 'FMHH12:MI AM'))
  from public.pm_group_definitions definition where definition.id = session.group_definition_id
$$;
comment on function private.session_words(public.pm_group_schedule) is 'A session in words: group, date and wall-clock time.';

create function private.resource_words(kind text, resource text, location text) returns text
language sql stable security definer
set search_path = ''
as $$
  select case kind when 'location' then location
    else (select profile.full_name from public.pf_profiles profile where profile.id::text = resource) end
$$;
comment on function private.resource_words(text, text, text) is 'The person''s name, or the location as written.';

create trigger _000_lock before insert or update on public.pm_group_schedule
  for each statement execute function private.tg__lock_organizations('schedule');

create function private.tg_pm_group_schedule__check() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  zone text;
  -- created_by: set to null by its foreign key when the person's account is erased.
  still_open text[] := array['notes', 'questions_data', 'updated_at', 'created_by'];
begin
  new.location := nullif(btrim(new.location), '');
  new.notes := nullif(btrim(new.notes), '');
  new.cancellation_reason := nullif(btrim(new.cancellation_reason), '');

  if tg_op = 'INSERT' then
    if auth.uid() is not null and not private.can_see_organization(new.organization_id) then
      -- Not a word about ids of other tenants, and no lock on their rows: outsiders get what row level security would say.
      raise insufficient_privilege using message = 'new row violates row-level security policy for table "pm_group_schedule"';
    end if;
    select * into definition from public.pm_group_definitions candidate
    where candidate.id = new.group_definition_id and candidate.organization_id = new.organization_id and candidate.deleted_at is null;
    if definition.id is null then
      perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'It may have been deleted. Reload the page.');
    end if;
    if definition.status <> 'active' then
      perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is %s, so no sessions can be added.', definition.name, definition.status),
        'Set the group to active first.');
    end if;
    if auth.uid() is not null and new.status <> 'scheduled' and (new.status, new.session_type) <> ('active', 'instant') then
      perform private.refuse('PT409', 'INVALID_TRANSITION', format('A new %s session cannot begin as %s.', new.session_type, new.status),
        'Create it as scheduled.');
    end if;
    new.facilitator_id := coalesce(new.facilitator_id, definition.facilitator_id);
    new.co_facilitator_id := coalesce(new.co_facilitator_id, nullif(definition.co_facilitator_id, new.facilitator_id));
    new.location := coalesce(new.location, definition.location);
  elsif old.status in ('completed', 'cancelled') then
    if new.status <> old.status then
      perform private.refuse('PT409', 'INVALID_TRANSITION', format('This session is %s, and that is final.', old.status),
        'Create a new session instead.');
    elsif (to_jsonb(new) - still_open) is distinct from (to_jsonb(old) - still_open) then
      perform private.refuse('PT409', 'INVALID_TRANSITION', format('This session is %s; only its notes can be changed.', old.status), null);
    end if;
  elsif new.status = 'scheduled' and old.status = 'active' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'A session that has started cannot go back to scheduled.', 'Complete or cancel it.');
  end if;

  if new.status = 'cancelled' and (tg_op = 'INSERT' or old.status <> 'cancelled') then
    if new.cancellation_reason is null then
      perform private.refuse('PT400', 'CANCELLATION_REASON_REQUIRED', 'A session is cancelled with a reason.', 'Say why in a few words.');
    end if;
    if auth.uid() is not null then
      perform private.require_permission(new.organization_id, 'pm.group_schedule.delete');
    end if;
  end if;
  if new.conflict_override and (tg_op = 'INSERT' or not old.conflict_override) and auth.uid() is not null then
    perform private.require_permission(new.organization_id, 'pm.group_schedule.edit');
  end if;

  if new.end_time <= new.start_time then
    perform private.refuse('PT400', 'INVALID_DATE_RANGE',
      format('The session would end at %s, which is not after its start at %s.',
        to_char(new.end_time, 'FMHH12:MI AM'), to_char(new.start_time, 'FMHH12:MI AM')),
      'Choose an end after the start, on the same day.');
  end if;
  -- A session that has begun keeps its instant when the clinic's zone is changed later; only a move computes it anew.
  if tg_op = 'INSERT' or old.starts_at > now()
     or (old.session_date, old.start_time, old.end_time) is distinct from (new.session_date, new.start_time, new.end_time) then
    zone := private.organization_timezone(new.organization_id);
    new.starts_at := (new.session_date + new.start_time) at time zone zone;
    new.ends_at := (new.session_date + new.end_time) at time zone zone;
    if new.ends_at <= new.starts_at then
      perform private.refuse('PT400', 'INVALID_DATE_RANGE',
        format('The clocks go forward on %s, and the time from %s to %s does not exist that day.', new.session_date,
          to_char(new.start_time, 'FMHH12:MI AM'), to_char(new.end_time, 'FMHH12:MI AM')),
        'Choose another time.');
    end if;
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_schedule__check() is
  'Defaults from the group, instants from the wall clock, states. Raises GROUP_NOT_FOUND, GROUP_NOT_ACTIVE, INVALID_TRANSITION, CANCELLATION_REASON_REQUIRED, INVALID_DATE_RANGE, PERMISSION_DENIED.';
create trigger _100_check before insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__check();
create trigger _900_touch before update on public.pm_group_schedule for each row execute function private.tg__touch();

create function private.needs_other_claims(before public.pm_group_schedule, after public.pm_group_schedule) returns boolean
language sql immutable
set search_path = ''
as $$
  select (before.starts_at, before.ends_at, before.facilitator_id, before.co_facilitator_id, before.location, before.status = 'cancelled',
      before.conflict_override)
    is distinct from (after.starts_at, after.ends_at, after.facilitator_id, after.co_facilitator_id, after.location,
      after.status = 'cancelled', after.conflict_override)
$$;
comment on function private.needs_other_claims(public.pm_group_schedule, public.pm_group_schedule) is
  'True if a change of the session concerns whom or which room it takes, or when.';

create function private.tg_pm_group_schedule__release() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if private.needs_other_claims(old, new) then
    delete from private.schedule_claims claim where claim.session_id = new.id;
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_schedule__release() is
  'Lets go of the claims before any row of the statement claims anew, so that sessions moved together do not meet each other on the way.';
create trigger _950_release before update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__release();

create function private.tg_pm_group_schedule__claim() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  wanted record;
  other public.pm_group_schedule;
begin
  if tg_op = 'UPDATE' and not private.needs_other_claims(old, new) then
    return null;
  end if;
  if new.status = 'cancelled' or new.conflict_override then
    return null;
  end if;
  for wanted in select claim.kind, claim.resource from private.claims_of(new) claim order by claim.kind desc, claim.resource loop
    select * into other from private.overlapping_sessions(
      new.organization_id, wanted.kind, wanted.resource, tstzrange(new.starts_at, new.ends_at), new.id) limit 1;
    if other.id is not null then
      perform private.refuse('PT409', 'SCHEDULE_CONFLICT',
        format('%s is already taken by %s.', private.resource_words(wanted.kind, wanted.resource, new.location), private.session_words(other)),
        case wanted.kind when 'person' then 'Choose another time or facilitator.' else 'Choose another time or room.' end);
    end if;
    insert into private.schedule_claims (session_id, organization_id, kind, resource, during)
    values (new.id, new.organization_id, wanted.kind, wanted.resource, tstzrange(new.starts_at, new.ends_at));
  end loop;
  return null;
end
$$;
comment on function private.tg_pm_group_schedule__claim() is
  'Claims the facilitators and the room for [starts_at, ends_at). Raises SCHEDULE_CONFLICT, naming the other session. Adjoining sessions are no conflict.';
create trigger _200_claim after insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__claim();

create function private.tg_pm_group_schedule__record() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  facts jsonb := jsonb_build_object('session_id', new.id, 'session_date', new.session_date, 'start_time', new.start_time);
  changes jsonb;
begin
  if tg_op = 'INSERT' then
    perform private.emit_event(new.organization_id, 'pm_group_session_scheduled',
      jsonb_build_object('group_id', new.group_definition_id, 'session_id', new.id, 'session_date', new.session_date));
    perform private.log_activity(new.organization_id, new.group_definition_id, null, 'session_scheduled', facts || jsonb_build_object(
      'conflict_override', case when new.conflict_override then true end));
    return null;
  end if;
  changes := private.changes(to_jsonb(old), to_jsonb(new)) - array['share_token', 'starts_at', 'ends_at'];
  if changes = '{}' then
    return null;
  end if;
  if new.status = 'cancelled' and old.status <> 'cancelled' then
    perform private.emit_event(new.organization_id, 'pm_group_session_cancelled',
      jsonb_build_object('group_id', new.group_definition_id, 'session_id', new.id, 'reason', new.cancellation_reason));
  end if;
  perform private.log_activity(new.organization_id, new.group_definition_id, null,
    case when new.status = old.status then 'session_updated'
      else 'session_' || case new.status when 'active' then 'started' else new.status end end,
    facts || jsonb_build_object('changes', changes, 'reason', new.cancellation_reason));
  return null;
end
$$;
comment on function private.tg_pm_group_schedule__record() is
  'Writes the activity log (session_scheduled, _updated, _started, _completed, _cancelled) and PM-04''s domain events with exactly its payloads.';
create trigger _800_record after insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__record();

create function private.tg_pf_organizations__keep_wall_clock() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Sessions that are being made with the old zone are waited for; later ones read the new zone.
  perform private.lock_organizations('schedule');
  update public.pm_group_schedule session set start_time = session.start_time
  where session.organization_id = new.id and session.status in ('scheduled', 'active') and session.starts_at > now();
  return null;
end
$$;
comment on function private.tg_pf_organizations__keep_wall_clock() is
  'When the clinic''s time zone changes, sessions still to come keep their wall-clock time and get new instants.';
create trigger _300_keep_wall_clock after update of timezone on public.pf_organizations
  for each row when (old.timezone is distinct from new.timezone)
  execute function private.tg_pf_organizations__keep_wall_clock();

create function private.change_session_status(session_id uuid, new_status text, reason text, permission text) returns public.pm_group_schedule
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
begin
  select * into session from public.pm_group_schedule candidate where candidate.id = session_id;
  if session.id is null or not private.can_see_organization(session.organization_id) then
    perform private.refuse('PT404', 'SESSION_NOT_FOUND', 'There is no such session in your organizations.', 'Reload the calendar.');
  end if;
  perform private.require_permission(session.organization_id, permission);
  -- Two people at once: the second waits here, then is judged by the state that the first left.
  perform private.lock_organizations('schedule');
  select * into session from public.pm_group_schedule candidate where candidate.id = session_id for no key update;
  if session.status = new_status or (new_status = 'active' and session.status <> 'scheduled') then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('This session is %s already.', session.status), 'Reload the calendar.');
  end if;
  update public.pm_group_schedule changed
  set status = new_status, cancellation_reason = reason
  where changed.id = session_id returning * into session;
  return session;
end
$$;
comment on function private.change_session_status(uuid, text, text, text) is
  'Moves a session to another state after checking the permission. reason: null but for cancelled. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION, CANCELLATION_REASON_REQUIRED.';

create function private.cancel_session(session_id uuid, reason text) returns public.pm_group_schedule
language sql security definer
set search_path = ''
as $$
  select private.change_session_status(session_id, 'cancelled', reason, 'pm.group_schedule.delete')
$$;
comment on function private.cancel_session(uuid, text) is 'See public.pm_cancel_session.';
create function private.start_session(session_id uuid) returns public.pm_group_schedule
language sql security definer
set search_path = ''
as $$
  select private.change_session_status(session_id, 'active', null, 'pm.group_schedule.edit')
$$;
comment on function private.start_session(uuid) is 'See public.pm_start_session.';
create function private.complete_session(session_id uuid) returns public.pm_group_schedule
language sql security definer
set search_path = ''
as $$
  select private.change_session_status(session_id, 'completed', null, 'pm.group_schedule.edit')
$$;
comment on function private.complete_session(uuid) is 'See public.pm_complete_session.';
-- Erasing or removing a person touches sessions and seats: the locks before the first row, as everywhere.
create function private.tg_pf_memberships__lock() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.lock_organizations('enrollments');
  perform private.lock_organizations('schedule');
  return null;
end
$$;
comment on function private.tg_pf_memberships__lock() is
  'Statement trigger of removals: takes the locks of seats and sessions, in this order, so that a removal cannot deadlock with a session that names the member.';
create trigger _000_lock before delete on public.pf_memberships
  for each statement execute function private.tg_pf_memberships__lock();

create function private.tg_pf_memberships__keep_history() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  sessions integer := (
    select count(*) from public.pm_group_schedule session
    where session.organization_id = old.organization_id and old.user_id in (session.facilitator_id, session.co_facilitator_id));
begin
  if sessions > 0 then
    perform private.refuse('PT409', 'MEMBER_HAS_SESSIONS',
      format('This person leads or led %s sessions, and the record of who led a session stays.', sessions),
      'Suspend the person instead, and give sessions still to come to somebody else.');
  end if;
  return old;
end
$$;
comment on function private.tg_pf_memberships__keep_history() is
  'Raises MEMBER_HAS_SESSIONS when a member who is named on sessions would be removed (the foreign keys would refuse too, without words).';
create trigger _400_keep_history before delete on public.pf_memberships
  for each row execute function private.tg_pf_memberships__keep_history();

grant execute on function private.cancel_session(uuid, text), private.start_session(uuid), private.complete_session(uuid)
  to authenticated, service_role;

create function public.pm_cancel_session(session_id uuid, reason text) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.cancel_session(session_id, reason)
$$;
comment on function public.pm_cancel_session(uuid, text) is
  'Cancels a scheduled or active session (pm.group_schedule.delete). reason: required words, at most 500 characters. Returns the session. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, CANCELLATION_REASON_REQUIRED, INVALID_TRANSITION.';
create function public.pm_start_session(session_id uuid) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.start_session(session_id)
$$;
comment on function public.pm_start_session(uuid) is
  'Starts a scheduled session (pm.group_schedule.edit). Returns the session. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';
create function public.pm_complete_session(session_id uuid) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.complete_session(session_id)
$$;
comment on function public.pm_complete_session(uuid) is
  'Completes a scheduled or active session (pm.group_schedule.edit). Returns the session. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';
grant execute on function public.pm_cancel_session(uuid, text), public.pm_start_session(uuid), public.pm_complete_session(uuid)
  to authenticated, service_role;
-- Seats and the waitlist. Order of locks everywhere: the organization (see private.lock_organizations), the
-- patient's row (who enters), the group's row, then enrollments. Whoever counts seats holds the group's row and counts in a statement after the lock.

create table public.pm_group_enrollments (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  group_definition_id uuid not null,
  patient_id uuid not null,
  status text not null default 'enrolled',
  -- The default only lets an insert leave the column out (generated types read it); the trigger replaces it.
  starts_on date not null default '-infinity',
  waitlist_position integer,
  enrolled_at timestamptz,
  waitlisted_at timestamptz,
  disenrolled_at timestamptz,
  disenroll_reason text,
  notes text,
  custom_fields jsonb not null default '{}',
  created_by uuid default auth.uid(),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

alter table public.pm_group_enrollments
  add constraint pm_group_enrollments_pkey primary key (id),
  add constraint pm_group_enrollments_organization_id_id_key unique (organization_id, id),
  add constraint pm_group_enrollments_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pm_group_enrollments_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id),
  add constraint pm_group_enrollments_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_group_enrollments_status_check check (status in ('enrolled', 'waitlisted', 'disenrolled')),
  add constraint pm_group_enrollments_waitlist_position_check check (
    (status = 'waitlisted' and deleted_at is null) = (waitlist_position is not null) and waitlist_position > 0),
  -- Deferrable, so that one UPDATE may exchange places.
  add constraint pm_group_enrollments_waitlist_position_key unique (group_definition_id, waitlist_position) deferrable initially immediate,
  add constraint pm_group_enrollments_starts_on_range check (starts_on between '1990-01-01' and '2199-12-31'),
  add constraint pm_group_enrollments_disenroll_reason_length check (char_length(disenroll_reason) <= 500),
  add constraint pm_group_enrollments_notes_length check (char_length(notes) <= 4000),
  add constraint pm_group_enrollments_custom_fields_object check (
    jsonb_typeof(custom_fields) = 'object' and pg_column_size(custom_fields) < 65536);

create unique index pm_group_enrollments_live_key on public.pm_group_enrollments (group_definition_id, patient_id)
  where status <> 'disenrolled' and deleted_at is null;
create index pm_group_enrollments_group_idx on public.pm_group_enrollments (organization_id, group_definition_id, status);
create index pm_group_enrollments_seats_idx on public.pm_group_enrollments (group_definition_id)
  where status = 'enrolled' and deleted_at is null;
create index pm_group_enrollments_patient_idx on public.pm_group_enrollments (organization_id, patient_id);
create index pm_group_enrollments_created_by_idx on public.pm_group_enrollments (created_by);

alter table public.pm_group_enrollments enable row level security;
alter table public.pm_group_enrollments force row level security;

create policy select_viewers on public.pm_group_enrollments for select to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.group_enrollments.view'))));
create policy insert_creators on public.pm_group_enrollments for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.group_enrollments.create'))));
create policy update_editors on public.pm_group_enrollments for update to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.group_enrollments.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.group_enrollments.edit'))));

-- Positions and timestamps are nobody's to write; organization, group and patient of a row never change; delete is a function.
grant select on public.pm_group_enrollments to authenticated;
grant insert (organization_id, group_definition_id, patient_id, status, starts_on, notes, custom_fields)
  on public.pm_group_enrollments to authenticated;
grant update (status, starts_on, disenroll_reason, notes, custom_fields) on public.pm_group_enrollments to authenticated;
grant all on public.pm_group_enrollments to service_role;

comment on table public.pm_group_enrollments is
  'A patient in a group (PM-04): one live row (enrolled or waitlisted) per patient and group, history as further rows. Soft-deleted by pm_delete_enrollment.';
comment on column public.pm_group_enrollments.status is 'On insert the server decides between enrolled and waitlisted; disenrolled is final.';
comment on column public.pm_group_enrollments.starts_on is 'First day on the rosters of sessions; the seat counts from now. By default the organization''s today.';
comment on column public.pm_group_enrollments.waitlist_position is 'Order on the waitlist, lowest first; gaps are normal. Null unless waiting.';
comment on column public.pm_group_enrollments.waitlisted_at is 'Since when the patient waits or waited; kept after a promotion.';
comment on policy select_viewers on public.pm_group_enrollments is 'Enrollments and waitlist: pm.group_enrollments.view; deleted ones are hidden.';
comment on policy insert_creators on public.pm_group_enrollments is 'Enrolling: pm.group_enrollments.create.';
comment on policy update_editors on public.pm_group_enrollments is 'Disenrolling, promoting, notes: pm.group_enrollments.edit.';

create function private.lock_group(organization_id uuid, group_definition_id uuid) returns public.pm_group_definitions
language sql security definer
set search_path = ''
as $$
  -- NO KEY: sessions and enrollments that merely refer to the group need not wait.
  select definition.* from public.pm_group_definitions definition
  where definition.id = group_definition_id and definition.organization_id = lock_group.organization_id
  for no key update
$$;
comment on function private.lock_group(uuid, uuid) is 'Locks the group''s row until the transaction ends and returns it, deleted or not; null if the organization has no such group.';

create function private.seats_taken(group_definition_id uuid) returns integer
language sql volatile security definer
set search_path = ''
as $$
  select count(*)::integer from public.pm_group_enrollments enrollment
  where enrollment.group_definition_id = seats_taken.group_definition_id and enrollment.status = 'enrolled' and enrollment.deleted_at is null
$$;
comment on function private.seats_taken(uuid) is
  'How many patients hold a seat. Volatile on purpose: a new snapshot, so that it counts what was committed while the caller waited for the group''s lock.';

create function private.promote_waiting(definition public.pm_group_definitions, most integer, cause jsonb) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  next_enrollment_id uuid;
  promoted integer := 0;
begin
  if definition.status <> 'active' or definition.deleted_at is not null then
    return 0;
  end if;
  perform set_config('quorum.promotion_cause', cause::text, true);
  while promoted < most and private.seats_taken(definition.id) < definition.max_capacity loop
    select waiting.id into next_enrollment_id from public.pm_group_enrollments waiting
    where waiting.group_definition_id = definition.id and waiting.status = 'waitlisted' and waiting.deleted_at is null
    order by waiting.waitlist_position limit 1;
    exit when next_enrollment_id is null;
    update public.pm_group_enrollments seat set status = 'enrolled' where seat.id = next_enrollment_id;
    perform set_config('quorum.promoted_enrollment', next_enrollment_id::text, true);
    promoted := promoted + 1;
  end loop;
  perform set_config('quorum.promotion_cause', '', true);
  return promoted;
end
$$;
comment on function private.promote_waiting(public.pm_group_definitions, integer, jsonb) is
  'Gives free seats to those who wait, lowest position first, at most so many, if the group is active. The caller holds the group''s lock. cause: for the log. Returns how many were promoted; the last one''s id is left in quorum.promoted_enrollment.';

create function private.tg_pm_group_enrollments__seat() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  taken integer;
  enters boolean;
  patient_exists boolean;
  live_status text;
begin
  new.notes := nullif(btrim(new.notes), '');
  new.disenroll_reason := nullif(btrim(new.disenroll_reason), '');
  if tg_op = 'INSERT' and auth.uid() is not null and not private.can_see_organization(new.organization_id) then
    -- Not a word about ids of other tenants, and no lock on their rows: outsiders get what row level security would say.
    raise insufficient_privilege using message = 'new row violates row-level security policy for table "pm_group_enrollments"';
  end if;
  enters := tg_op = 'INSERT' or (old.deleted_at is not null and new.deleted_at is null and new.status <> 'disenrolled');
  if enters then
    -- Locked like the foreign key would, but earlier: who is being deleted just now is waited for, then not found.
    perform from public.pm_patients patient
    where patient.id = new.patient_id and patient.organization_id = new.organization_id and patient.deleted_at is null
    for key share;
    patient_exists := found;
  end if;
  definition := private.lock_group(new.organization_id, new.group_definition_id);

  if enters then
    if definition.id is null or definition.deleted_at is not null then
      perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'It may have been deleted. Reload the page.');
    end if;
    if not patient_exists then
      perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in this organization.', 'The record may have been deleted. Search again.');
    end if;
  end if;
  if tg_op = 'INSERT' then
    if definition.status <> 'active' then
      perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is %s and takes no patients.', definition.name, definition.status),
        'Set the group to active first.');
    end if;
    new.starts_on := coalesce(nullif(new.starts_on, '-infinity'), private.organization_today(new.organization_id));
    new.disenrolled_at := null;
  end if;

  if enters then
    select live.status into live_status from public.pm_group_enrollments live
    where live.group_definition_id = new.group_definition_id and live.patient_id = new.patient_id
      and live.status <> 'disenrolled' and live.deleted_at is null and live.id <> new.id;
    if found then
      perform private.refuse('PT409', 'PATIENT_ALREADY_ENROLLED',
        format('The patient is already %s "%s".', case live_status when 'enrolled' then 'enrolled in' else 'on the waitlist of' end, definition.name),
        'Look at the roster and the waitlist of the group.');
    end if;
    taken := private.seats_taken(new.group_definition_id);
    if taken < definition.max_capacity and definition.status = 'active' then
      if tg_op = 'UPDATE' and new.status = 'waitlisted' then
        new.starts_on := greatest(new.starts_on, private.organization_today(new.organization_id));
      end if;
      new.status := 'enrolled';
      new.waitlist_position := null;
      new.enrolled_at := clock_timestamp();
    else
      if tg_op = 'INSERT' and current_setting('quorum.on_full', true) = 'reject' then
        perform private.refuse('PT409', 'GROUP_AT_CAPACITY', format('"%s" is full: %s of %s seats are taken.', definition.name, taken, definition.max_capacity),
          'Enroll with the waitlist, or choose another group.');
      end if;
      new.status := 'waitlisted';
      new.enrolled_at := null;
      new.waitlisted_at := clock_timestamp();
      select coalesce(max(waiting.waitlist_position), 0) + 1 into new.waitlist_position
      from public.pm_group_enrollments waiting where waiting.group_definition_id = new.group_definition_id;
    end if;
    return new;
  end if;

  if old.status = 'disenrolled' and old.deleted_at is not distinct from new.deleted_at
     and (old.starts_on, old.disenroll_reason) is distinct from (new.starts_on, new.disenroll_reason) then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'This enrollment has ended; only its notes can be changed.',
      'Enroll the patient again.');
  end if;
  if new.status is distinct from old.status then
    if old.status = 'disenrolled' or (old.status = 'enrolled' and new.status = 'waitlisted') or new.status not in ('enrolled', 'disenrolled') then
      perform private.refuse('PT409', 'INVALID_TRANSITION',
        format('An enrollment cannot go from %s to %s.', old.status, left(coalesce(new.status, 'nothing'), 40)),
        case old.status when 'disenrolled' then 'Enroll the patient again.' else 'Disenroll the patient, or leave the seat.' end);
    end if;
    if new.status = 'enrolled' then
      taken := private.seats_taken(new.group_definition_id);
      if definition.status <> 'active' or definition.deleted_at is not null then
        perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is not active and takes no patients.', definition.name),
          'Set the group to active first.');
      end if;
      if taken >= definition.max_capacity then
        perform private.refuse('PT409', 'GROUP_AT_CAPACITY', format('"%s" is full: %s of %s seats are taken.', definition.name, taken, definition.max_capacity),
          'Raise the capacity, or wait until a seat is free.');
      end if;
      new.enrolled_at := clock_timestamp();
      -- Not on the rosters of sessions held while the patient was waiting.
      new.starts_on := greatest(new.starts_on, private.organization_today(new.organization_id));
    else
      new.disenrolled_at := clock_timestamp();
    end if;
    new.waitlist_position := null;
  end if;
  if new.deleted_at is not null then
    new.waitlist_position := null;
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_enrollments__seat() is
  'Locks the group, then decides seat or waitlist (insert, restore) and judges changes of status. Raises GROUP_NOT_FOUND, PATIENT_NOT_FOUND, GROUP_NOT_ACTIVE, PATIENT_ALREADY_ENROLLED, GROUP_AT_CAPACITY, INVALID_TRANSITION. A status sent with an insert is ignored (PM-04, Automatic Capacity Enforcement).';
create function private.tg_pm_group_enrollments__lock_insert() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if coalesce(current_setting('quorum.on_full', true), '') = '' then
    perform private.lock_organizations('enrollments');
  end if;
  return null;
end
$$;
comment on function private.tg_pm_group_enrollments__lock_insert() is
  'A plain insert may name several groups in any order, so it comes alone in its organization. The enrolling functions (they set quorum.on_full) touch one group and need only its row.';
create trigger _000_lock_insert before insert on public.pm_group_enrollments
  for each statement execute function private.tg_pm_group_enrollments__lock_insert();
create trigger _000_lock before update on public.pm_group_enrollments
  for each statement execute function private.tg__lock_organizations('enrollments');
create trigger _100_seat before insert or update on public.pm_group_enrollments
  for each row execute function private.tg_pm_group_enrollments__seat();
create trigger _900_touch before update on public.pm_group_enrollments for each row execute function private.tg__touch();

create function private.tg_pm_group_enrollments__record() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  facts jsonb := jsonb_build_object('enrollment_id', new.id, 'waitlist_position', new.waitlist_position);
  action text;
begin
  if tg_op = 'INSERT' then
    action := case new.status when 'enrolled' then 'patient_enrolled' else 'patient_waitlisted' end;
    facts := facts || jsonb_build_object('starts_on', new.starts_on);
  elsif old.deleted_at is null and new.deleted_at is not null then
    action := 'enrollment_deleted';
    facts := facts || jsonb_build_object('status', old.status);
  elsif old.deleted_at is not null and new.deleted_at is null then
    action := 'enrollment_restored';
    facts := facts || jsonb_build_object('status', new.status);
  elsif old.status <> new.status and new.status = 'enrolled' then
    action := 'patient_promoted';
    facts := facts || jsonb_build_object('from_position', old.waitlist_position, 'waiting_since', old.waitlisted_at,
      'cause', coalesce(nullif(current_setting('quorum.promotion_cause', true), '')::jsonb, '{"rule": "by_hand"}'));
  elsif old.status <> new.status then
    action := 'patient_disenrolled';
    facts := facts || jsonb_build_object('reason', new.disenroll_reason, 'from_status', old.status);
  elsif (to_jsonb(old) - array['updated_at', 'waitlist_position']) is distinct from (to_jsonb(new) - array['updated_at', 'waitlist_position']) then
    -- A changed place alone is logged by pm_move_on_waitlist, once for all whom it moves.
    action := 'enrollment_updated';
    facts := facts || jsonb_build_object('changes', private.changes(to_jsonb(old), to_jsonb(new)));
  end if;
  if action is not null then
    perform private.log_activity(new.organization_id, new.group_definition_id, new.patient_id, action, facts);
  end if;
  return null;
end
$$;
comment on function private.tg_pm_group_enrollments__record() is
  'Writes the activity log: patient_enrolled, patient_waitlisted, patient_promoted (with its cause), patient_disenrolled, enrollment_updated, _deleted, _restored.';
create trigger _200_record after insert or update on public.pm_group_enrollments
  for each row execute function private.tg_pm_group_enrollments__record();

create function private.tg_pm_group_enrollments__promote() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.promote_waiting(
    private.lock_group(new.organization_id, new.group_definition_id), 1,
    jsonb_build_object('rule', 'seat_freed', 'by_enrollment_id', new.id));
  return null;
end
$$;
comment on function private.tg_pm_group_enrollments__promote() is
  'A seat was given up (disenrolled or soft-deleted): the lowest place on the waitlist gets it, if a seat is free then (PM-04, Waitlist Auto-Promotion).';
create trigger _800_promote after update on public.pm_group_enrollments
  for each row when (old.status = 'enrolled' and old.deleted_at is null and (new.status <> 'enrolled' or new.deleted_at is not null))
  execute function private.tg_pm_group_enrollments__promote();

create trigger _000_lock before update on public.pm_group_definitions
  for each statement execute function private.tg__lock_organizations('enrollments');
create function private.tg_pm_group_definitions__promote() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.promote_waiting(new, new.max_capacity, jsonb_build_object(
    'rule', 'capacity_raised', 'from', old.max_capacity, 'to', new.max_capacity));
  return null;
end
$$;
comment on function private.tg_pm_group_definitions__promote() is 'Raising max_capacity promotes as many as fit. Lowering it disenrolls nobody (PM-04, Manual Override).';
create trigger _850_promote after update on public.pm_group_definitions
  for each row when (new.max_capacity > old.max_capacity)
  execute function private.tg_pm_group_definitions__promote();
-- What front desks do with seats, as functions: each checks the caller's permission, then lets the triggers decide.

create function private.require_group(group_definition_id uuid, permission text) returns public.pm_group_definitions
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
begin
  select * into definition from public.pm_group_definitions candidate
  where candidate.id = group_definition_id and candidate.deleted_at is null;
  if definition.id is null or not private.can_see_organization(definition.organization_id) then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in your organizations.', 'It may have been deleted. Reload the page.');
  end if;
  perform private.require_permission(definition.organization_id, permission);
  return definition;
end
$$;
comment on function private.require_group(uuid, text) is 'The group, if the caller may use the permission on it. Raises GROUP_NOT_FOUND (also for deleted groups and other tenants'') and PERMISSION_DENIED.';

create function private.require_enrollment(enrollment_id uuid, permission text, deleted boolean default false) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
begin
  select * into enrollment from public.pm_group_enrollments candidate where candidate.id = enrollment_id;
  if enrollment.id is null or not private.can_see_organization(enrollment.organization_id) then
    perform private.refuse('PT404', 'ENROLLMENT_NOT_FOUND', 'There is no such enrollment in your organizations.', 'It may have been deleted. Reload the page.');
  end if;
  perform private.require_permission(enrollment.organization_id, permission);
  perform private.lock_organizations('enrollments');
  perform private.lock_group(enrollment.organization_id, enrollment.group_definition_id);
  -- Again, in a statement after the locks: somebody may have changed it while we waited.
  select * into enrollment from public.pm_group_enrollments candidate where candidate.id = enrollment_id;
  if (enrollment.deleted_at is not null) <> deleted then
    perform private.refuse('PT404', 'ENROLLMENT_NOT_FOUND',
      case when deleted then 'This enrollment is not deleted.' else 'This enrollment was deleted.' end, 'Reload the page.');
  end if;
  return enrollment;
end
$$;
comment on function private.require_enrollment(uuid, text, boolean) is
  'The enrollment with its group locked, if the caller may use the permission on it. deleted: whether a soft-deleted one is wanted. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED.';

create function private.enroll_patient(group_definition_id uuid, patient_id uuid, on_full text) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  enrollment public.pm_group_enrollments;
begin
  definition := private.require_group(group_definition_id, 'pm.group_enrollments.create');
  if on_full is null or on_full not in ('waitlist', 'reject') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'on_full is ''waitlist'' or ''reject''.', null);
  end if;
  perform set_config('quorum.on_full', on_full, true);
  insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id)
  values (definition.organization_id, definition.id, enroll_patient.patient_id)
  returning * into enrollment;
  perform set_config('quorum.on_full', '', true);
  return enrollment;
end
$$;
comment on function private.enroll_patient(uuid, uuid, text) is 'See public.pm_enroll_patient.';

create function public.pm_enroll_patient(group_definition_id uuid, patient_id uuid, on_full text default 'waitlist')
returns public.pm_group_enrollments
language sql
set search_path = ''
as $$
  select private.enroll_patient(group_definition_id, patient_id, on_full)
$$;
comment on function public.pm_enroll_patient(uuid, uuid, text) is
  'Enrolls a patient, or puts the patient on the waitlist when the group is full (on_full ''reject'': refuses then). Needs pm.group_enrollments.create. Returns the enrollment. Raises GROUP_NOT_FOUND, PATIENT_NOT_FOUND, PERMISSION_DENIED, GROUP_NOT_ACTIVE, PATIENT_ALREADY_ENROLLED, GROUP_AT_CAPACITY, INVALID_INPUT.';

create function private.bulk_enroll_patients(group_definition_id uuid, patient_ids uuid[], on_full text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  wanted uuid;
  enrollment public.pm_group_enrollments;
  results jsonb := '[]';
begin
  definition := private.require_group(group_definition_id, 'pm.group_enrollments.create');
  if coalesce(cardinality(patient_ids), 0) not between 1 and 100 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('1 to 100 patients at a time, not %s.', coalesce(cardinality(patient_ids), 0)),
      'Enroll them in several steps.');
  end if;
  -- Once for all, so that nobody else takes a seat between two of them; the patients first, as everywhere.
  perform from public.pm_patients patient
  where patient.id = any (patient_ids) and patient.organization_id = definition.organization_id for key share;
  perform private.lock_group(definition.organization_id, definition.id);
  foreach wanted in array patient_ids loop
    begin
      enrollment := private.enroll_patient(group_definition_id, wanted, on_full);
      results := results || jsonb_build_object('patient_id', wanted, 'status', enrollment.status,
        'waitlist_position', enrollment.waitlist_position, 'error', null);
    exception when sqlstate 'PT404' or sqlstate 'PT409' then
      results := results || jsonb_build_object('patient_id', wanted, 'status', 'failed', 'waitlist_position', null, 'error', sqlerrm);
    end;
  end loop;
  return jsonb_build_object(
    'assigned', (select count(*) from jsonb_array_elements(results) result where result ->> 'status' = 'enrolled'),
    'waitlisted', (select count(*) from jsonb_array_elements(results) result where result ->> 'status' = 'waitlisted'),
    'failed', (select count(*) from jsonb_array_elements(results) result where result ->> 'status' = 'failed'),
    'results', results);
end
$$;
comment on function private.bulk_enroll_patients(uuid, uuid[], text) is 'See public.pm_bulk_enroll_patients.';

create function public.pm_bulk_enroll_patients(group_definition_id uuid, patient_ids uuid[], on_full text default 'waitlist') returns jsonb
language sql
set search_path = ''
as $$
  select private.bulk_enroll_patients(group_definition_id, patient_ids, on_full)
$$;
comment on function public.pm_bulk_enroll_patients(uuid, uuid[], text) is
  'Enrolls 1 to 100 patients in the given order; one failure does not undo the others. Needs pm.group_enrollments.create. Returns {assigned, waitlisted, failed, results: [{patient_id, status: enrolled | waitlisted | failed, waitlist_position, error: code or null}]}. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT.';

create function private.disenroll_patient(enrollment_id uuid, reason text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
  promoted public.pm_group_enrollments;
begin
  perform private.require_enrollment(enrollment_id, 'pm.group_enrollments.edit');
  perform set_config('quorum.promoted_enrollment', '', true);
  update public.pm_group_enrollments seat set status = 'disenrolled', disenroll_reason = reason
  where seat.id = enrollment_id and seat.status <> 'disenrolled' returning * into enrollment;
  if enrollment.id is null then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'The patient is disenrolled already.', 'Reload the page.');
  end if;
  select * into promoted from public.pm_group_enrollments seat
  where seat.id = nullif(current_setting('quorum.promoted_enrollment', true), '')::uuid;
  return jsonb_build_object('disenrolled', to_jsonb(enrollment),
    'promoted', case when promoted.id is null then null else to_jsonb(promoted) end);
end
$$;
comment on function private.disenroll_patient(uuid, text) is 'See public.pm_disenroll_patient.';

create function public.pm_disenroll_patient(enrollment_id uuid, reason text default null) returns jsonb
language sql
set search_path = ''
as $$
  select private.disenroll_patient(enrollment_id, reason)
$$;
comment on function public.pm_disenroll_patient(uuid, text) is
  'Takes a patient off the roster or the waitlist; a freed seat goes to the lowest place waiting. Needs pm.group_enrollments.edit. Returns {disenrolled: row, promoted: row or null}. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';

create function private.promote_enrollment(enrollment_id uuid) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
begin
  enrollment := private.require_enrollment(enrollment_id, 'pm.group_enrollments.edit');
  if enrollment.status <> 'waitlisted' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('The patient is %s, not waiting.', enrollment.status), 'Reload the page.');
  end if;
  update public.pm_group_enrollments seat set status = 'enrolled' where seat.id = enrollment_id returning * into enrollment;
  return enrollment;
end
$$;
comment on function private.promote_enrollment(uuid) is 'See public.pm_promote_enrollment.';

create function public.pm_promote_enrollment(enrollment_id uuid) returns public.pm_group_enrollments
language sql
set search_path = ''
as $$
  select private.promote_enrollment(enrollment_id)
$$;
comment on function public.pm_promote_enrollment(uuid) is
  'Gives a free seat to somebody who waits, out of turn if need be. Needs pm.group_enrollments.edit. Returns the enrollment. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION, GROUP_AT_CAPACITY, GROUP_NOT_ACTIVE.';

create function private.move_on_waitlist(enrollment_id uuid, rank integer) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
  waiting uuid[];
  positions integer[];
  old_rank integer;
begin
  enrollment := private.require_enrollment(enrollment_id, 'pm.group_enrollments.edit');
  if enrollment.status <> 'waitlisted' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('The patient is %s, not waiting.', enrollment.status), 'Reload the page.');
  end if;
  select array_agg(queued.id order by queued.waitlist_position), array_agg(queued.waitlist_position order by queued.waitlist_position)
  into waiting, positions
  from public.pm_group_enrollments queued
  where queued.group_definition_id = enrollment.group_definition_id and queued.status = 'waitlisted' and queued.deleted_at is null;
  if rank is null or rank not between 1 and cardinality(waiting) then
    perform private.refuse('PT400', 'INVALID_INPUT', format('The waitlist has places 1 to %s.', cardinality(waiting)), 'Choose one of them.');
  end if;
  old_rank := array_position(waiting, enrollment_id);
  if old_rank <> rank then
    waiting := array_remove(waiting, enrollment_id);
    waiting := waiting[:rank - 1] || enrollment_id || waiting[rank:];
    update public.pm_group_enrollments queued
    set waitlist_position = fresh.position
    from (select unnest(waiting) as id, unnest(positions) as position) fresh
    where queued.id = fresh.id and queued.waitlist_position <> fresh.position;
    perform private.log_activity(enrollment.organization_id, enrollment.group_definition_id, enrollment.patient_id, 'waitlist_moved',
      jsonb_build_object('enrollment_id', enrollment_id, 'from_place', old_rank, 'to_place', rank));
  end if;
  select * into enrollment from public.pm_group_enrollments queued where queued.id = enrollment_id;
  return enrollment;
end
$$;
comment on function private.move_on_waitlist(uuid, integer) is 'See public.pm_move_on_waitlist.';

create function public.pm_move_on_waitlist(enrollment_id uuid, rank integer) returns public.pm_group_enrollments
language sql
set search_path = ''
as $$
  select private.move_on_waitlist(enrollment_id, rank)
$$;
comment on function public.pm_move_on_waitlist(uuid, integer) is
  'Moves somebody who waits to a place (rank, 1 = next); the others keep their order. Needs pm.group_enrollments.edit. Returns the enrollment. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION, INVALID_INPUT.';

create function private.delete_enrollment(enrollment_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
  promoted public.pm_group_enrollments;
begin
  perform private.require_enrollment(enrollment_id, 'pm.group_enrollments.delete');
  perform set_config('quorum.promoted_enrollment', '', true);
  update public.pm_group_enrollments seat set deleted_at = clock_timestamp() where seat.id = enrollment_id returning * into enrollment;
  select * into promoted from public.pm_group_enrollments seat
  where seat.id = nullif(current_setting('quorum.promoted_enrollment', true), '')::uuid;
  return jsonb_build_object('deleted', to_jsonb(enrollment),
    'promoted', case when promoted.id is null then null else to_jsonb(promoted) end);
end
$$;
comment on function private.delete_enrollment(uuid) is 'See public.pm_delete_enrollment.';

create function public.pm_delete_enrollment(enrollment_id uuid) returns jsonb
language sql
set search_path = ''
as $$
  select private.delete_enrollment(enrollment_id)
$$;
comment on function public.pm_delete_enrollment(uuid) is
  'Soft-deletes an enrollment made by mistake; a freed seat goes to the lowest place waiting. Needs pm.group_enrollments.delete. Returns {deleted: row, promoted: row or null}. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED.';

create function private.restore_enrollment(enrollment_id uuid) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
begin
  perform private.require_enrollment(enrollment_id, 'pm.group_enrollments.delete', deleted => true);
  update public.pm_group_enrollments seat set deleted_at = null where seat.id = enrollment_id returning * into enrollment;
  return enrollment;
end
$$;
comment on function private.restore_enrollment(uuid) is 'See public.pm_restore_enrollment.';

create function public.pm_restore_enrollment(enrollment_id uuid) returns public.pm_group_enrollments
language sql
set search_path = ''
as $$
  select private.restore_enrollment(enrollment_id)
$$;
comment on function public.pm_restore_enrollment(uuid) is
  'Brings back a soft-deleted enrollment: to a free seat, else to the end of the waitlist. Needs pm.group_enrollments.delete. Returns the enrollment. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, PATIENT_ALREADY_ENROLLED, GROUP_NOT_FOUND, PATIENT_NOT_FOUND.';

grant execute on function
  private.enroll_patient(uuid, uuid, text), private.bulk_enroll_patients(uuid, uuid[], text), private.disenroll_patient(uuid, text),
  private.promote_enrollment(uuid), private.move_on_waitlist(uuid, integer), private.delete_enrollment(uuid), private.restore_enrollment(uuid),
  public.pm_enroll_patient(uuid, uuid, text), public.pm_bulk_enroll_patients(uuid, uuid[], text), public.pm_disenroll_patient(uuid, text),
  public.pm_promote_enrollment(uuid), public.pm_move_on_waitlist(uuid, integer), public.pm_delete_enrollment(uuid),
  public.pm_restore_enrollment(uuid)
  to authenticated, service_role;
-- Groups at large: the overview that lists and cards read, statistics, soft delete, and conflicts seen before they happen.

create view public.pm_group_overview with (security_invoker = true) as
select
  definition.*,
  seats.patient_count,
  seats.waitlist_count,
  (definition.facilitator_id is not null)::integer + (definition.co_facilitator_id is not null)::integer as facilitator_count,
  greatest(definition.max_capacity - seats.patient_count, 0) as seats_free,
  seats.patient_count > definition.max_capacity as is_over_capacity,
  coalesce(seats.patient_count < definition.min_capacity, false) as is_under_minimum,
  facilitator.full_name as facilitator_name,
  upcoming.starts_at as next_session_at
from public.pm_group_definitions definition
cross join lateral (
  select
    count(*) filter (where enrollment.status = 'enrolled')::integer as patient_count,
    count(*) filter (where enrollment.status = 'waitlisted')::integer as waitlist_count
  from public.pm_group_enrollments enrollment
  where enrollment.organization_id = definition.organization_id and enrollment.group_definition_id = definition.id
    and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null
) seats
left join public.pf_profiles facilitator on facilitator.id = definition.facilitator_id
left join lateral (
  select session.starts_at
  from public.pm_group_schedule session
  where session.organization_id = definition.organization_id and session.group_definition_id = definition.id
    and session.status in ('scheduled', 'active') and session.ends_at > now()
  order by session.starts_at limit 1
) upcoming on true
where definition.deleted_at is null;
comment on view public.pm_group_overview is
  'Groups with their figures: seats taken and free, patients waiting, facilitators, next session. Rows and counts are what the caller may see.';
grant select on public.pm_group_overview to authenticated, service_role;

create function private.group_statistics(
  organization_id uuid, out total integer, out active integer, out total_patients integer, out average_size numeric,
  out waitlisted integer, out seats_free integer
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.group_definitions.view');
  with groups as (
    select definition.id, definition.status = 'active' as is_active, definition.max_capacity,
      count(*) filter (where enrollment.status = 'enrolled') as taken,
      count(*) filter (where enrollment.status = 'waitlisted') as waiting
    from public.pm_group_definitions definition
    left join public.pm_group_enrollments enrollment
      on enrollment.organization_id = definition.organization_id and enrollment.group_definition_id = definition.id
      and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null
    where definition.organization_id = group_statistics.organization_id and definition.deleted_at is null
    group by definition.id
  )
  select count(*), count(*) filter (where groups.is_active),
    coalesce(round(avg(groups.taken) filter (where groups.is_active), 1), 0), coalesce(sum(groups.waiting), 0),
    coalesce(sum(greatest(groups.max_capacity - groups.taken, 0)) filter (where groups.is_active), 0)
  into total, active, average_size, waitlisted, seats_free
  from groups;
  select count(distinct enrollment.patient_id) into total_patients
  from public.pm_group_enrollments enrollment
  join public.pm_group_definitions definition on definition.id = enrollment.group_definition_id and definition.deleted_at is null
  where enrollment.organization_id = group_statistics.organization_id and enrollment.status = 'enrolled' and enrollment.deleted_at is null;
end
$$;
comment on function private.group_statistics(uuid) is 'See public.pm_group_statistics.';

create function public.pm_group_statistics(
  organization_id uuid, out total integer, out active integer, out total_patients integer, out average_size numeric,
  out waitlisted integer, out seats_free integer
)
language sql stable
set search_path = ''
as $$
  select * from private.group_statistics(organization_id)
$$;
comment on function public.pm_group_statistics(uuid) is
  'Figures of an organization: total groups, active ones, patients with a seat (each counted once), average_size (seats taken per active group, one decimal), waitlisted, seats_free in active groups. Needs pm.group_definitions.view. Raises PERMISSION_DENIED.';

create function private.delete_group_definition(group_definition_id uuid) returns public.pm_group_definitions
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
begin
  definition := private.require_group(group_definition_id, 'pm.group_definitions.delete');
  perform private.lock_organizations('enrollments');
  update public.pm_group_definitions gone set deleted_at = clock_timestamp()
  where gone.id = definition.id and gone.deleted_at is null returning * into definition;
  if definition.id is null then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'The group was deleted just now.', 'Reload the page.');
  end if;
  return definition;
end
$$;
comment on function private.delete_group_definition(uuid) is 'See public.pm_delete_group_definition.';

create function public.pm_delete_group_definition(group_definition_id uuid) returns public.pm_group_definitions
language sql
set search_path = ''
as $$
  select private.delete_group_definition(group_definition_id)
$$;
comment on function public.pm_delete_group_definition(uuid) is
  'Soft-deletes a group; its enrollments and session occurrences stay as they are, and nobody is promoted any more. Needs pm.group_definitions.delete. Returns the group. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

create function private.restore_group_definition(group_definition_id uuid) returns public.pm_group_definitions
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
begin
  select * into definition from public.pm_group_definitions gone where gone.id = group_definition_id;
  if definition.id is null or not private.can_see_organization(definition.organization_id) then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in your organizations.', null);
  end if;
  perform private.require_permission(definition.organization_id, 'pm.group_definitions.delete');
  perform private.lock_organizations('enrollments');
  update public.pm_group_definitions restored set deleted_at = null
  where restored.id = group_definition_id and restored.deleted_at is not null returning * into definition;
  if definition.id is null then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'This group is not deleted.', 'Reload the page.');
  end if;
  return definition;
end
$$;
comment on function private.restore_group_definition(uuid) is 'See public.pm_restore_group_definition.';

create function public.pm_restore_group_definition(group_definition_id uuid) returns public.pm_group_definitions
language sql
set search_path = ''
as $$
  select private.restore_group_definition(group_definition_id)
$$;
comment on function public.pm_restore_group_definition(uuid) is
  'Brings back a soft-deleted group as it was. Needs pm.group_definitions.delete. Returns the group. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

create function private.deleted_group_definitions(organization_id uuid) returns setof public.pm_group_definitions
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.group_definitions.delete');
  return query
    select definition.* from public.pm_group_definitions definition
    where definition.organization_id = deleted_group_definitions.organization_id and definition.deleted_at is not null
    order by definition.deleted_at desc, definition.id;
end
$$;
comment on function private.deleted_group_definitions(uuid) is 'See public.pm_deleted_group_definitions.';

create function public.pm_deleted_group_definitions(organization_id uuid) returns setof public.pm_group_definitions
language sql stable
set search_path = ''
as $$
  select * from private.deleted_group_definitions(organization_id)
$$;
comment on function public.pm_deleted_group_definitions(uuid) is
  'The soft-deleted groups of an organization, latest first. Needs pm.group_definitions.delete. Raises PERMISSION_DENIED.';

create function private.schedule_conflicts(
  group_definition_id uuid, session_dates date[], start_time time, end_time time, facilitator_id uuid, location text, except_session_id uuid
) returns table (
  session_date date, kind text, resource text, session_id uuid, other_group_definition_id uuid, group_name text,
  starts_at timestamptz, ends_at timestamptz, detail text
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  planned public.pm_group_schedule;
  zone text;
  wanted record;
begin
  definition := private.require_group(group_definition_id, 'pm.group_schedule.view');
  if coalesce(cardinality(session_dates), 0) not between 1 and 1000 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('1 to 1000 dates at a time, not %s.', coalesce(cardinality(session_dates), 0)), null);
  end if;
  if exists (select from unnest(session_dates) planned_date where planned_date not between '1990-01-01' and '2199-12-31') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'A date is before 1990 or after 2199.', null);
  end if;
  if start_time is null or end_time is null or end_time <= start_time then
    perform private.refuse('PT400', 'INVALID_DATE_RANGE', 'The session has to end after it starts, on the same day.', null);
  end if;
  zone := private.organization_timezone(definition.organization_id);
  planned.facilitator_id := coalesce(schedule_conflicts.facilitator_id, definition.facilitator_id);
  planned.co_facilitator_id := nullif(definition.co_facilitator_id, planned.facilitator_id);
  planned.location := coalesce(nullif(btrim(schedule_conflicts.location), ''), definition.location);
  for wanted in
    select planned_date.value as date, claim.kind, claim.resource
    from (select distinct unnest(session_dates) as value) planned_date, private.claims_of(planned) claim
    where planned_date.value is not null
    order by 1, 2 desc, 3
  loop
    return query
      select wanted.date, wanted.kind, private.resource_words(wanted.kind, wanted.resource, planned.location),
        other.id, other.group_definition_id,
        (select named.name from public.pm_group_definitions named where named.id = other.group_definition_id),
        other.starts_at, other.ends_at,
        format('%s is already taken by %s.', private.resource_words(wanted.kind, wanted.resource, planned.location), private.session_words(other))
      from private.overlapping_sessions(
        definition.organization_id, wanted.kind, wanted.resource,
        tstzrange(least((wanted.date + start_time) at time zone zone, (wanted.date + end_time) at time zone zone),
                  (wanted.date + end_time) at time zone zone),
        except_session_id) other;
  end loop;
end
$$;
comment on function private.schedule_conflicts(uuid, date[], time, time, uuid, text, uuid) is 'See public.pm_schedule_conflicts.';

create function public.pm_schedule_conflicts(
  group_definition_id uuid, session_dates date[], start_time time, end_time time, facilitator_id uuid default null,
  location text default null, except_session_id uuid default null
) returns table (
  session_date date, kind text, resource text, session_id uuid, other_group_definition_id uuid, group_name text,
  starts_at timestamptz, ends_at timestamptz, detail text
)
language sql stable
set search_path = ''
as $$
  select * from private.schedule_conflicts(group_definition_id, session_dates, start_time, end_time, facilitator_id, location, except_session_id)
$$;
comment on function public.pm_schedule_conflicts(uuid, date[], time, time, uuid, text, uuid) is
  'What would stand in the way of sessions on these dates (1 to 1000, wall clock of the organization): one row a date, person (kind person) or room (kind location) and other session; none when all is free. facilitator_id and location: null for the group''s; the group''s co-facilitator is checked too. except_session_id: a session that is being moved. Needs pm.group_schedule.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_DATE_RANGE.';

create function private.delete_patient(patient_id uuid) returns public.pm_patients
language plpgsql security definer
set search_path = ''
as $$
declare
  patient public.pm_patients;
begin
  select * into patient from public.pm_patients gone where gone.id = patient_id and gone.deleted_at is null;
  if patient.id is null or not private.can_see_organization(patient.organization_id) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Search again.');
  end if;
  perform private.require_permission(patient.organization_id, 'pm.patients.delete');
  perform private.lock_organizations('enrollments');
  -- Waits for those who are enrolling the patient, and makes later ones wait; then two deletions are told apart.
  perform from public.pm_patients gone where gone.id = delete_patient.patient_id and gone.deleted_at is null for update;
  if not found then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'The patient was deleted just now.', 'Search again.');
  end if;
  -- Groups in one order, so that two deletions cannot wait for each other.
  perform private.lock_group(live.organization_id, live.group_definition_id)
  from (select distinct enrollment.organization_id, enrollment.group_definition_id from public.pm_group_enrollments enrollment
        where enrollment.organization_id = patient.organization_id and enrollment.patient_id = delete_patient.patient_id
          and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null
        order by enrollment.group_definition_id) live;
  update public.pm_group_enrollments enrollment set status = 'disenrolled', disenroll_reason = 'Patient record deleted'
  where enrollment.organization_id = patient.organization_id and enrollment.patient_id = delete_patient.patient_id
    and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null;
  update public.pm_patients gone set deleted_at = clock_timestamp() where gone.id = delete_patient.patient_id returning * into patient;
  return patient;
end
$$;
comment on function private.delete_patient(uuid) is 'See public.pm_delete_patient.';

create function public.pm_delete_patient(patient_id uuid) returns public.pm_patients
language sql
set search_path = ''
as $$
  select private.delete_patient(patient_id)
$$;
comment on function public.pm_delete_patient(uuid) is
  'Soft-deletes a patient after disenrolling the patient everywhere (freed seats go to those who wait). Needs pm.patients.delete. Returns the patient. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';

create function private.restore_patient(patient_id uuid) returns public.pm_patients
language plpgsql security definer
set search_path = ''
as $$
declare
  patient public.pm_patients;
begin
  select * into patient from public.pm_patients gone where gone.id = patient_id and gone.deleted_at is not null;
  if patient.id is null or not private.can_see_organization(patient.organization_id) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such deleted patient in your organizations.', null);
  end if;
  perform private.require_permission(patient.organization_id, 'pm.patients.delete');
  update public.pm_patients restored set deleted_at = null where restored.id = restore_patient.patient_id returning * into patient;
  return patient;
end
$$;
comment on function private.restore_patient(uuid) is 'See public.pm_restore_patient.';

create function public.pm_restore_patient(patient_id uuid) returns public.pm_patients
language sql
set search_path = ''
as $$
  select private.restore_patient(patient_id)
$$;
comment on function public.pm_restore_patient(uuid) is
  'Brings back a soft-deleted patient; enrollments that ended stay ended. Needs pm.patients.delete. Returns the patient. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function
  private.group_statistics(uuid), private.delete_group_definition(uuid), private.restore_group_definition(uuid),
  private.deleted_group_definitions(uuid), private.schedule_conflicts(uuid, date[], time, time, uuid, text, uuid),
  private.delete_patient(uuid), private.restore_patient(uuid),
  public.pm_group_statistics(uuid), public.pm_delete_group_definition(uuid), public.pm_restore_group_definition(uuid),
  public.pm_deleted_group_definitions(uuid), public.pm_schedule_conflicts(uuid, date[], time, time, uuid, text, uuid),
  public.pm_delete_patient(uuid), public.pm_restore_patient(uuid)
  to authenticated, service_role;
