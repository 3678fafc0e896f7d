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
  add constraint pf_roles_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id) on delete cascade,
  add constraint pf_roles_key_format check (key ~ '^[a-z][a-z0-9_]{0,49}$'),
  add constraint pf_roles_name_length check (char_length(name) <= 100 and btrim(name) <> '');
alter table public.pf_role_permissions
  add constraint pf_role_permissions_pkey primary key (role_id, permission_key),
  add constraint pf_role_permissions_role_fkey foreign key (organization_id, role_id)
    references public.pf_roles (organization_id, id) on delete cascade,
  add constraint pf_role_permissions_permission_key_fkey foreign key (permission_key)
    references public.pf_permissions (key) on delete cascade on update cascade;

-- Names that differ only in case cannot be told apart in a list.
-- As one expression: the local API reads a unique index by its plain columns, and would take a role for the only one of its organization.
create unique index pf_roles_organization_id_name_key on public.pf_roles ((organization_id::text || ':' || lower(name)));
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
declare
  holders integer;
begin
  if tg_op = 'DELETE' then
    select count(*) into holders from public.pf_memberships membership
    where membership.organization_id = old.organization_id and membership.role_id = old.id;
    if holders > 0 and not old.is_system then
      perform private.refuse('PT409', 'ROLE_IN_USE',
        format('%s the role "%s".', case holders when 1 then 'One person holds' else holders || ' people hold' end, old.name),
        'Give them another role first.');
    end if;
  end if;
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
comment on function private.tg_pf_roles__guard() is 'System roles are neither deleted nor turned into something else; a role that somebody holds is not deleted (ROLE_IN_USE).';
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
