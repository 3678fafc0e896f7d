-- Helpers that the domain files call: refusals, permission checks, time. They are plpgsql where they read tables that a
-- later file creates (plpgsql resolves names when it runs), and where they run once a row: Postgres plans the body of an SQL
-- function that it cannot inline (SECURITY DEFINER, SET) anew in every statement, that of a plpgsql function once a connection.

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
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return exists (
    select from public.pf_memberships membership
    where membership.user_id = auth.uid() and membership.status = 'active' and membership.organization_id = pm_has_org_access.organization_id);
end
$$;
comment on function private.pm_has_org_access(uuid) is
  'True if the caller is an active member of the organization. SECURITY DEFINER, so that policies on memberships do not recurse (PM-04 by name).';

create function private.is_service_role() returns boolean
language plpgsql stable
set search_path = ''
as $$
begin
  return coalesce(auth.jwt() ->> 'role', '') = 'service_role';
end
$$;
comment on function private.is_service_role() is 'True for a request made with the secret key (server-side integrations), which bypasses RLS by design.';

create function private.has_permission(organization_id uuid, permission text) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return coalesce(organization_id in (select private.organizations_with(permission)), false) or private.is_service_role();
end
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
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return coalesce(private.pm_has_org_access(organization_id), false) or private.is_service_role();
end
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
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return (now() at time zone private.organization_timezone(organization_id))::date;
end
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
