-- Organizations with their people, through the ordinary triggers: roles, permissions and profiles come by themselves.
-- bench.organizations: how many. Of each kind of row the n-th has a name that tells it, so that every run is the same.

create schema bench;
create function bench.id(kind text, organization integer, number integer) returns uuid language sql immutable as $$
  select overlay(overlay(md5(format('quorum-bench/%s/%s/%s', kind, organization, number)) placing '8' from 13) placing 'a' from 17)::uuid
$$;
-- The seed asks for them all the time, and rows that a text search would find must differ.
create function bench.word(number integer) returns text language sql immutable as $$
  select (array['Abara','Bennett','Castillo','Dunmore','Eriksen','Fontaine','Gallardo','Hollis','Ibarra','Jansen','Kimura','Lindqvist',
    'Marchetti','Novak','Okafor','Petrova','Quispe','Ramirez','Sullivan','Tanaka','Ulrich','Vasquez','Whitfield','Yamada','Zielinski',
    'Anders','Brightwater','Cordova','Delacroix','Ellsworth'])[number % 30 + 1]
$$;

insert into public.pf_organizations (id, name, slug, timezone)
select bench.id('organization', o, 0), 'Clinic ' || o, 'clinic-' || o,
  (array['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'])[o % 5 + 1]
from generate_series(1, current_setting('bench.organizations')::integer) o;

-- Person 0 is the admin, 1 to 5 facilitate, 6 to 10 are their co-facilitators, 11 is the front desk, 12 staff.
insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
select bench.id('person', o, p), 'authenticated', 'authenticated', format('person-%s@clinic-%s.test', p, o),
  -- Only the measured organization's people sign in; hashing takes its time.
  case when o = 1 then extensions.crypt(current_setting('bench.password'), extensions.gen_salt('bf', 6)) else '' end,
  now(), '{"provider": "email", "providers": ["email"]}', jsonb_build_object('full_name', bench.word(o * 7 + p) || ' ' || bench.word(p * 11 + o)), now(), now()
from generate_series(1, current_setting('bench.organizations')::integer) o, generate_series(0, 12) p;
insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
select u.id::text, u.id, jsonb_build_object('sub', u.id, 'email', u.email, 'email_verified', true), 'email', now(), now(), now()
from auth.users u;

insert into public.pf_memberships (organization_id, user_id, role_id)
select role.organization_id, bench.id('person', o, p), role.id
from generate_series(1, current_setting('bench.organizations')::integer) o, generate_series(0, 12) p
join public.pf_roles role on role.key = case when p = 0 then 'org_admin' when p < 11 then 'facilitator' when p = 11 then 'front_desk' else 'staff' end
where role.organization_id = bench.id('organization', o, 0);
