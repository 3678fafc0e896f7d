-- What enrolling is measured against: the same row into the same table without the rule. A copy of pm_group_enrollments
-- with its rows, defaults, checks, unique constraints, indexes and foreign keys, but no trigger and no row level security.
-- Made from the catalog, so that it cannot drift from the original.

create table bench.enrollments (like public.pm_group_enrollments including defaults including constraints including indexes);
insert into bench.enrollments select * from public.pm_group_enrollments;

do $$
declare
  foreign_key record;
begin
  -- Nothing on the path: names come with their schema.
  perform set_config('search_path', '', true);
  for foreign_key in
    select conname as name, pg_catalog.pg_get_constraintdef(oid) as definition from pg_catalog.pg_constraint
    where conrelid = 'public.pm_group_enrollments'::regclass and contype = 'f'
  loop
    execute format('alter table bench.enrollments add constraint %I %s', foreign_key.name,
      replace(foreign_key.definition, 'REFERENCES public.pm_group_enrollments(', 'REFERENCES bench.enrollments('));
  end loop;
end
$$;

create function bench.lock_group(group_definition_id uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform from public.pm_group_definitions definition where definition.id = group_definition_id for no key update;
end
$$;
grant usage on schema bench to authenticated;
grant select, insert on bench.enrollments to authenticated;

-- Front desks of the measured organization, one a connection.
insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
select bench.id('desk', 1, n), 'authenticated', 'authenticated', format('desk-%s@clinic-1.test', n), '', now(),
  '{"provider": "email", "providers": ["email"]}', jsonb_build_object('full_name', 'Desk ' || n), now(), now()
from generate_series(1, current_setting('bench.desks')::integer) n;
insert into public.pf_memberships (organization_id, user_id, role_id)
select role.organization_id, bench.id('desk', 1, n), role.id
from generate_series(1, current_setting('bench.desks')::integer) n
join public.pf_roles role on role.organization_id = bench.id('organization', 1, 0) and role.key = 'front_desk';
