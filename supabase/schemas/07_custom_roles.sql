-- Roles of an organization's own, and the names behind the ids in its logs.

create function private.create_role(organization_id uuid, name text, copied_role_id uuid) returns public.pf_roles
language plpgsql security definer
set search_path = ''
as $$
declare
  role public.pf_roles;
  stem text;
  suffix integer := 1;
begin
  perform private.require_permission(organization_id, 'pf.permissions.manage');
  if copied_role_id is not null then
    if not exists (select from public.pf_roles copied where copied.id = copied_role_id and copied.organization_id = create_role.organization_id) then
      perform private.refuse('PT404', 'ROLE_NOT_FOUND', 'There is no such role in this organization.', 'Choose one of its roles.');
    end if;
    if private.role_exceeds_caller(organization_id, copied_role_id) then
      perform private.refuse('PT403', 'PERMISSION_DENIED', 'That role may do more than you may, so it is not yours to copy.', 'Ask an organization admin.');
    end if;
  end if;
  stem := left(btrim(regexp_replace(private.search_form(create_role.name), '[^a-z0-9]+', '_', 'g'), '_'), 40);
  stem := case when stem ~ '^[a-z]' then stem when stem = '' or stem is null then 'role' else 'role_' || stem end;
  -- Two roles of the same name at once: the second waits, then sees the first one's key.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('role_key:' || organization_id, 0));
  while exists (select from public.pf_roles other where other.organization_id = create_role.organization_id
                and other.key = stem || case when suffix > 1 then '_' || suffix else '' end) loop
    suffix := suffix + 1;
  end loop;
  insert into public.pf_roles (organization_id, key, name)
  values (create_role.organization_id, stem || case when suffix > 1 then '_' || suffix else '' end, private.trimmed(create_role.name))
  returning * into role;
  insert into public.pf_role_permissions (organization_id, role_id, permission_key)
  select role.organization_id, role.id, held.permission_key from public.pf_role_permissions held
  join public.pf_permissions permission on permission.key = held.permission_key and permission.is_active
  where held.role_id = copied_role_id;
  return role;
end
$$;
comment on function private.create_role(uuid, text, uuid) is 'See public.pf_create_role.';

create function public.pf_create_role(organization_id uuid, name text, copied_role_id uuid default null) returns public.pf_roles
language sql
set search_path = ''
as $$
  select private.create_role(organization_id, name, copied_role_id)
$$;
comment on function public.pf_create_role(uuid, text, uuid) is
  'Makes a role of the organization''s own, without permissions or with those of another of its roles. The key is made from the name. Needs pf.permissions.manage. Returns the row. Raises PERMISSION_DENIED (also for a role that may do more than the caller), ROLE_NOT_FOUND; 23505 pf_roles_organization_id_name_key when the name is taken, 23514 pf_roles_name_length.';

create function private.names_of_people(organization_id uuid, user_ids uuid[]) returns table (user_id uuid, full_name text, is_member boolean)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  if not private.can_see_organization(organization_id) then
    perform private.require_permission(organization_id, 'pf.audit_log.view');
  end if;
  return query
    select profile.id, profile.full_name, membership.user_id is not null
    from public.pf_profiles profile
    left join public.pf_memberships membership on membership.user_id = profile.id and membership.organization_id = names_of_people.organization_id
    where profile.id = any (user_ids[:500]) and (membership.user_id is not null
      or exists (select from public.pf_audit_log entry
                 where entry.organization_id = names_of_people.organization_id and entry.performed_by = profile.id)
      or exists (select from public.pm_group_activity_log entry
                 where entry.organization_id = names_of_people.organization_id and entry.performed_by = profile.id));
end
$$;
comment on function private.names_of_people(uuid, uuid[]) is 'See public.pf_names_of_people.';

create function public.pf_names_of_people(organization_id uuid, user_ids uuid[]) returns table (user_id uuid, full_name text, is_member boolean)
language sql stable
set search_path = ''
as $$
  select * from private.names_of_people(organization_id, user_ids)
$$;
comment on function public.pf_names_of_people(uuid, uuid[]) is
  'The names of people, at most 500, who belong to the organization or once did something in it that its logs tell; others are left out. is_member: belongs to it now, suspended or not. For members. Raises PERMISSION_DENIED.';

grant execute on function
  private.create_role(uuid, text, uuid), private.names_of_people(uuid, uuid[]),
  public.pf_create_role(uuid, text, uuid), public.pf_names_of_people(uuid, uuid[])
  to authenticated, service_role;
