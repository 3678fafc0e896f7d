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
grant execute on function private.role_exceeds_caller(uuid, uuid) to authenticated, service_role;
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
