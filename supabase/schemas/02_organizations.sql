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
