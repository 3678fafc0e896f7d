-- The demo: two clinics, the same on every machine, with six weeks behind them and eight weeks ahead of today.
--
-- Nothing here goes around the rules. History is replayed in the order of time, each step by the person who would take it
-- (request.jwt.claims, as the API sets it), and the triggers decide seats, waitlist, promotion, conflicts and states. The
-- one liberty is the clock: what happened weeks ago is dated so. Everything happens in the last statement: all or nothing,
-- and nothing if the demo is there.
--
-- All people sign in with the password quorum-demo. A database that real people use should not be seeded with it.

-- Ids by formula: the same on every machine, and well-formed (version 8 of RFC 9562: made up by the application).
create or replace function pg_temp.demo_id(name text) returns uuid language sql immutable as $$
  select overlay(overlay(md5('quorum-demo/' || name) placing '8' from 13) placing 'a' from 17)::uuid
$$;

-- admin, facilitator ... of an organization; the one who floats has one address in both. Null for nobody.
create or replace function pg_temp.demo_email(person text, slug text) returns text language sql immutable as $$
  select case person when 'float' then 'float@riverbend.test' else person || '@' || slug || '.test' end
$$;

-- From here on the caller is this person, and what is recorded happens at this moment.
create or replace function pg_temp.act_as(person text, at timestamptz) returns void language sql as $$
  select set_config('quorum.demo_time', at::text, true), set_config('request.jwt.claims', jsonb_build_object(
    'sub', pg_temp.demo_id('user/' || person), 'role', 'authenticated', 'email', person)::text, true)
$$;

create or replace function pg_temp.demo_organizations() returns table (slug text, name text, timezone text, area_code text, mrn_letter text)
language sql immutable as $$
  values
    ('riverbend', 'Riverbend Behavioral Health', 'America/Phoenix', '480', 'R'),
    ('harbor', 'Harbor Recovery Center', 'America/New_York', '617', 'H')
$$;

create or replace function pg_temp.demo_people() returns table (email text, full_name text, slug text, role_key text)
language sql immutable as $$
  values
    ('admin@riverbend.test', 'Ruth Castellanos', 'riverbend', 'org_admin'),
    ('facilitator@riverbend.test', 'Daniel Okafor', 'riverbend', 'facilitator'),
    ('cofacilitator@riverbend.test', 'Hannah Lindqvist', 'riverbend', 'facilitator'),
    ('frontdesk@riverbend.test', 'Marcus Bell', 'riverbend', 'front_desk'),
    ('staff@riverbend.test', 'Yuki Tanabe', 'riverbend', 'staff'),
    ('admin@harbor.test', 'Theresa Quinn', 'harbor', 'org_admin'),
    ('facilitator@harbor.test', 'Amara Diallo', 'harbor', 'facilitator'),
    ('cofacilitator@harbor.test', 'Joel Feinberg', 'harbor', 'facilitator'),
    ('frontdesk@harbor.test', 'Nadia Petrova', 'harbor', 'front_desk'),
    ('staff@harbor.test', 'Owen Gallagher', 'harbor', 'staff'),
    ('float@riverbend.test', 'Sofía Marchetti', 'riverbend', 'facilitator'),
    ('float@riverbend.test', 'Sofía Marchetti', 'harbor', 'facilitator')
$$;

-- Sixty names an organization: first, last and, for some, preferred name.
create or replace function pg_temp.demo_names(slug text) returns setof text language sql immutable as $$
  select regexp_split_to_table(case slug when 'riverbend' then
'María José|Hernández Núñez|Majo,Wei|Zhang,Björn|Åkesson,Aisha|Al-Farsi,Siobhán|O’Connor|Shiv,Nguyễn Thị|Hạnh,Dmitri|Волков,Fatima|Zahra El Idrissi,小林|健太|Kenta,James|Whitfield|Jim,Łukasz|Wiśniewski,Chloé|Bélanger,Óscar|Muñoz Ibáñez,Tomasz|Zieliński,Noor|Haddad,Zoë|van den Berg,Kwame|Asante,Ingrid|Sørensen,김|민지|Minji,Elena|Popescu,Robert|Yazzie|Bobby,Leilani|Kahananui,Jürgen|Weiß,Priya|Raghunathan,Ahmed|عبد الله,Nia|Thompson,Željko|Marković,Thandiwe|Nkosi,Anaïs|Lefèvre,Carlos|Begay,Mary Ann|Two Bulls,Σοφία|Παπαδοπούλου|Sofia,Samuel|Adeyemi|Sam,Ayşe|Yıldız,Guðrún|Jónsdóttir,D’Angelo|Brooks,Renée|Saint-Pierre,Mateo|Quispe Huamán,Hyeon-woo|Park,Lakshmi|Venkataraman,Patrick|McAllister|Pat,Oksana|Шевченко,Jonathan|Tsosie|Jon,Beatriz|Gonçalves,Émile|Durand,Rivka|רוזן,Travis|Holloway,Mei-Ling|Chen,Ángela|Peña,Kofi|Mensah,Alexandria-Josephine|Featherstonehaugh-Cholmondeley|Lexi,Jesús|Ortiz,Saoirse|Ní Bhriain,Đorđe|Đukić,Imani|Washington,Henrik|Nygård,Guadalupe|Ramírez|Lupe,Vihaan|देसाई,Tyrone|Jefferson,Xóchitl|Cuauhtémoc'
  else
'John|Abernathy|Jack,Inês|Figueiredo,Võ Minh|Đức,Caoimhe|Ó Súilleabháin,Jamal|Robinson,Agnieszka|Dąbrowska|Aga,Luis Ángel|Báez,Hana|山田,Mohammed|Al-Rashid|Mo,Brianna|DeSantos,Stanisław|Król,Françoise|Thibault,Kai|Nakamura,Svetlana|Иванова,Andre|Baptiste,Müge|Öztürk,Declan|Fitzgerald,Chinonso|Eze,Nora|Ødegård,William|Pemberton|Will,Zainab|حسين,Antônio|da Silva,Keisha|Monroe,Pål|Bjørnstad,Rosa|Estévez,Ji-ho|최|Leo,Theodora|Αντωνίου,Michael|Sullivan|Mickey,Ljubica|Petković,Ravi|Krishnamurthy,Ewa|Jabłońska,Tremaine|Gordon,Léa|Moreau,Ousmane|Ndiaye,Catherine|Doyle|Cate,Iñaki|Etxeberria,Grace|Liu,Dušan|Kovač,Shanice|Edwards,Arturo|Peñaloza,Halyna|Бондаренко,Ethan|Kowalczyk,Maëlle|Rousseau,Tadhg|Byrne,Parisa|رضایی,Gabriel|Araújo,Linh|Trần,Dorothy|Vandermeer|Dot,Emeka|Okonkwo,Sinéad|Murphy,Yosef|לוי,Valentina|Núñez,Curtis|Freeman,Åsa|Lindström,Min-jun|Kang,Rebecca|Goldstein|Becca,Tariq|Mahmood,Şebnem|Aydın,Nathaniel|Baker|Nate,Mercedes|Villaseñor'
  end, ',')
$$;

-- Twelve groups an organization. slots: ISO weekday (1 = Monday) and start; seats, waits: patients by number, in order of
-- entry; began: weeks before this one. Whoever facilitates in both clinics does so on different days.
create or replace function pg_temp.demo_groups() returns table (
  slug text, number integer, name text, group_type text, description text, facilitator text, co_facilitator text, location text,
  max_capacity integer, min_capacity integer, duration_minutes integer, slots text[], began integer, seats integer[], waits integer[]
) language sql immutable as $$
  values
    ('riverbend', 1, 'IOP Core Skills', 'iop', 'Three mornings a week, nine hours: coping skills, relapse prevention and process.', 'facilitator', 'cofacilitator', 'Sycamore Room', 12, 6, 180, '{1 09:00,3 09:00,5 09:00}'::text[], 7, '{1,2,3,4,5,6,7,8,9}'::integer[], '{}'::integer[]),
    ('riverbend', 2, 'PHP Day Program', 'php', 'Twenty hours a week, Monday to Friday, with lunch afterwards.', 'admin', null, 'Day Hospital', 14, 6, 240, '{1 09:00,2 09:00,3 09:00,4 09:00,5 09:00}', 9, '{10,11,12,13,14,15,16,17,18,19}', '{}'),
    ('riverbend', 3, 'DBT Skills Training', 'skills_training', 'Mindfulness, distress tolerance, emotion regulation, interpersonal effectiveness. Bring the binder.', 'facilitator', 'cofacilitator', 'Juniper Room', 10, 5, 90, '{2 10:00,4 10:00}', 8, '{54,20,21,22,23,24,25,26,27,28}', '{29,30,31,32}'),
    ('riverbend', 4, 'Anxiety & Mood Process Group', 'therapy', 'Open process group for adults.', 'facilitator', 'float', 'Juniper Room', 10, 4, 90, '{1 13:00,3 13:00}', 7, '{1,2,3,4,33,34,35,36,37,38}', '{}'),
    ('riverbend', 5, 'Understanding Depression', 'psychoeducation', 'Eight topics, join at any time. Family members are welcome at the last one.', 'cofacilitator', null, 'Sycamore Room', 15, 4, 60, '{2 13:00}', 6, '{20,21,22,23,39,40,41}', '{}'),
    ('riverbend', 6, 'Relapse Prevention', 'skills_training', 'Triggers, cravings, and a plan for the bad days.', 'cofacilitator', null, 'Sycamore Room', 12, 5, 90, '{2 15:00,4 15:00}', 7, '{55,5,6,7,8,9,42,43,44,45}', '{}'),
    ('riverbend', 7, 'Family Support Circle', 'support', 'For the people around our patients, and patients with them.', 'float', null, 'Community Room', 11, 5, 90, '{3 17:30,6 10:00,7 14:00}', 10, '{46,47,48,49,50,51,52,53,54,55,56}', '{15,59}'),
    ('riverbend', 8, 'Trauma Recovery', 'therapy', 'Closed group, present-focused. New members after an individual interview.', 'float', null, 'Juniper Room', 8, 4, 90, '{1 10:00,3 10:00}', 6, '{24,25,26,57,58,59}', '{}'),
    ('riverbend', 9, 'Grief & Loss', 'support', 'After the death of someone close.', 'facilitator', null, 'Juniper Room', 10, 5, 90, '{4 13:00}', 3, '{27,39,60}', '{}'),
    ('riverbend', 10, 'Gentle Yoga & Breathing', 'other', 'No experience needed, chairs and mats are there.', 'cofacilitator', null, 'Community Room', 20, null, 60, '{5 13:00,6 08:30,7 16:00}', 6, '{10,11,12,13,28,29,35,36,46,47,57,58}', '{}'),
    ('riverbend', 11, 'Young Adults Evening IOP', 'iop', 'Three evenings a week, ages 18 to 26.', 'facilitator', null, 'Sycamore Room', 12, 6, 180, '{1 17:00,2 17:00,4 17:00}', 6, '{40,41,42,43,44,45,49,50}', '{}'),
    ('riverbend', 12, 'Anger Management', 'psychoeducation', 'Ten sessions; paused until a new facilitator is found.', 'cofacilitator', null, 'Community Room', 12, null, 60, '{5 15:00}', 7, '{17,18,51,52,53}', '{}'),
    ('harbor', 1, 'IOP Foundations', 'iop', 'Nine hours a week: skills, education and process for early recovery.', 'facilitator', 'cofacilitator', 'Lighthouse Room', 12, 6, 180, '{1 09:00,3 09:00,5 09:00}', 8, '{1,2,3,4,5,6,7,8,9}', '{}'),
    ('harbor', 2, 'Partial Hospitalization Day Track', 'php', 'Twenty hours a week with medical supervision.', 'admin', null, 'Day Suite', 16, 6, 240, '{1 09:00,2 09:00,3 09:00,4 09:00,5 09:00}', 10, '{10,11,12,13,14,15,16,17,18,19}', '{}'),
    ('harbor', 3, 'DBT: Emotion Regulation', 'skills_training', 'The third module, twice a week.', 'facilitator', 'cofacilitator', 'Pier Room', 10, 5, 90, '{2 13:00,4 13:00}', 7, '{54,20,21,22,23,24,25,26,27,28}', '{29,30,31,32}'),
    ('harbor', 4, 'Evening Process Group', 'therapy', 'For people who work during the day.', 'facilitator', null, 'Pier Room', 10, 4, 90, '{1 17:00,3 17:00}', 7, '{1,2,3,4,33,34,35,36,37,38}', '{}'),
    ('harbor', 5, 'Medication & You', 'psychoeducation', 'What it does, how long it takes, what to ask your prescriber.', 'cofacilitator', null, 'Lighthouse Room', 15, 4, 60, '{1 13:00}', 6, '{20,21,22,23,39,40,41}', '{}'),
    ('harbor', 6, 'Relapse Prevention II', 'skills_training', 'For those who finished part one.', 'cofacilitator', 'float', 'Lighthouse Room', 12, 5, 90, '{2 15:00,4 15:00}', 6, '{55,5,6,7,8,9,42,43,44,45}', '{}'),
    ('harbor', 7, 'Families in Recovery', 'support', 'Open to relatives and friends.', 'facilitator', null, 'Harbor Hall', 18, 5, 90, '{2 18:00,6 10:00,7 14:00}', 9, '{46,47,48,49,50,51,52,53,54,55,56}', '{}'),
    ('harbor', 8, 'Seeking Safety', 'therapy', 'Trauma and substance use, together.', 'float', null, 'Pier Room', 8, 4, 90, '{2 10:00,4 10:00}', 7, '{24,25,26,57,58,59}', '{}'),
    ('harbor', 9, 'Living with Loss', 'support', 'Eight weeks after a bereavement.', 'facilitator', null, 'Pier Room', 10, 5, 90, '{3 13:00}', 3, '{27,39,60}', '{}'),
    ('harbor', 10, 'Movement & Music', 'other', 'Drums, stretching, laughing.', 'cofacilitator', null, 'Harbor Hall', 20, null, 60, '{5 13:00,6 08:30,7 16:00}', 6, '{10,11,12,13,28,29,35,36,46,47,57,58}', '{}'),
    ('harbor', 11, 'Evening IOP', 'iop', 'Nine hours a week after work.', 'cofacilitator', null, 'Lighthouse Room', 12, 6, 180, '{1 17:00,3 17:00,4 17:00}', 7, '{40,41,42,43,44,45,49,50}', '{}'),
    ('harbor', 12, 'Parenting After Treatment', 'psychoeducation', 'Paused over the winter.', 'cofacilitator', null, 'Harbor Hall', 12, null, 60, '{5 15:00}', 7, '{17,18,51,52,53}', '{}')
$$;

-- On hosted Supabase the sign-in server reads these columns into plain strings: empty, not null.
create or replace function pg_temp.seed_people() returns void language sql as $$
  insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
    created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new, email_change_token_current,
    phone_change, phone_change_token, reauthentication_token)
  select distinct '00000000-0000-0000-0000-000000000000'::uuid, pg_temp.demo_id('user/' || person.email), 'authenticated', 'authenticated',
    person.email, password.hash, now() - interval '120 days', '{"provider": "email", "providers": ["email"]}'::jsonb,
    jsonb_build_object('full_name', person.full_name), now() - interval '120 days', now(), '', '', '', '', '', '', '', ''
  from pg_temp.demo_people() person, (select extensions.crypt('quorum-demo', extensions.gen_salt('bf', 10)) as hash) password;
  insert into auth.identities (id, user_id, provider, provider_id, identity_data, created_at, updated_at)
  select pg_temp.demo_id('identity/' || member.email), member.id, 'email', member.id::text,
    jsonb_build_object('sub', member.id, 'email', member.email, 'email_verified', true), member.created_at, member.created_at
  from auth.users member where member.email in (select person.email from pg_temp.demo_people() person);
$$;

create or replace function pg_temp.seed_organization(slug text) returns void language plpgsql as $$
declare
  organization uuid := pg_temp.demo_id(slug);
  opened timestamptz := now() - interval '120 days';
begin
  perform pg_temp.act_as(pg_temp.demo_email('admin', slug), opened);
  insert into public.pf_organizations (id, name, slug, timezone, created_at, settings)
  select organization, demo.name, demo.slug, demo.timezone, opened, jsonb_build_object('locations', (
    select jsonb_agg(distinct planned.location) from pg_temp.demo_groups() planned where planned.slug = demo.slug))
  from pg_temp.demo_organizations() demo where demo.slug = seed_organization.slug;
  insert into public.pf_memberships (organization_id, user_id, role_id, created_at)
  select organization, pg_temp.demo_id('user/' || person.email), role.id, opened
  from pg_temp.demo_people() person
  join public.pf_roles role on role.organization_id = organization and role.key = person.role_key
  where person.slug = seed_organization.slug;
  -- In these clinics facilitators look after their groups themselves: an admin's choice, one toggle each in the settings.
  insert into public.pf_role_permissions (organization_id, role_id, permission_key)
  select organization, role.id, 'pm.group_definitions.' || action
  from public.pf_roles role, unnest(array['create', 'edit', 'delete']) action
  where role.organization_id = organization and role.key = 'facilitator';

  perform pg_temp.act_as(pg_temp.demo_email('frontdesk', slug), opened);
  insert into public.pm_patients (id, organization_id, mrn, first_name, last_name, preferred_name, date_of_birth, phone, email, created_at)
  select pg_temp.demo_id(format('%s/patient/%s', demo.slug, named.number)), organization, format('%s-%s', demo.mrn_letter, 1000 + named.number),
    split_part(named.words, '|', 1), split_part(named.words, '|', 2), nullif(split_part(named.words, '|', 3), ''),
    date '1950-03-01' + named.number::integer * 3631 % 20500, format('(%s) 555-%s', demo.area_code, to_char(100 + named.number, 'FM0000')),
    case when named.number % 3 = 0 then format('patient%s@example.org', 1000 + named.number) end, opened + named.number * interval '7 minutes'
  from pg_temp.demo_organizations() demo, pg_temp.demo_names(demo.slug) with ordinality named (words, number)
  where demo.slug = seed_organization.slug;
end
$$;

-- Everything that happens in a clinic, in its wall-clock time. A group is announced, its sessions are put on the calendar,
-- patients come in and some leave, sessions are held or fall out. today: the clinic's date.
create or replace function pg_temp.demo_history(of_slug text, today date) returns table (
  at timestamp, step text, person text, number integer, patient integer, session_date date, start_time time
) language sql stable as $$
  with groups as (
    select demo.*, (date_trunc('week', today)::date - 7 * demo.began) as starts,
      case when demo.number = 12 then today - 21 else today + 56 end as last_day
    from pg_temp.demo_groups() demo where demo.slug = of_slug
  ), planned as (
    select groups.number, groups.facilitator, day::date as session_date, split_part(slot, ' ', 2)::time as start_time, groups.duration_minutes
    from groups, unnest(groups.slots) slot,
      generate_series(greatest(groups.starts, today - 42)::timestamp, groups.last_day::timestamp, '1 day') day
    where extract(isodow from day) = split_part(slot, ' ', 1)::integer
  ), entries as (
    select groups.number, wish.patient, (groups.starts - 7 + 3 * wish.turn::integer) as day, wish.turn
    from groups, unnest(groups.seats || groups.waits) with ordinality wish (patient, turn)
  )
  select groups.starts - 14 + time '10:00', 'create', 'admin', groups.number, null::integer, null::date, null::time from groups
  union all
  select groups.starts - 10 + time '11:00', 'schedule', groups.facilitator, groups.number, null, null, null from groups
  union all
  -- The front desk works on weekdays.
  select entries.day - greatest(extract(isodow from entries.day)::integer - 5, 0) + time '09:00' + entries.turn * interval '19 minutes',
    'enroll', 'frontdesk', entries.number, entries.patient, null, null from entries
  union all
  -- The first of DBT and of Relapse Prevention leave; of DBT when one patient waits, who gets the seat.
  select entries.day - greatest(extract(isodow from entries.day)::integer - 5, 0) + time '16:00', 'disenroll', 'frontdesk', entries.number,
    groups.seats[1], null, null
  from entries join groups using (number) where entries.number in (3, 6) and entries.turn = case entries.number when 3 then 11 else 9 end
  union all
  select today - 5 + time '08:30', 'lower', 'admin', 4, null, null, null
  union all
  select today - 20 + time '12:00', 'close', 'admin', 12, null, null, null
  union all
  select planned.session_date + planned.start_time + case when outcome.is_held then make_interval(mins => planned.duration_minutes + 4) else '-2 hours' end,
    case when outcome.is_held then 'complete' else 'cancel' end, planned.facilitator, planned.number, null, planned.session_date, planned.start_time
  from planned, lateral (select (planned.session_date - date '2000-01-01' + 5 * planned.number) % 11 <> 0 as is_held) outcome
  where planned.session_date < today
  order by 1, 4, 6
$$;

-- The triggers stamp a seat with the time of the clock; the log knows when it happened in the story. This correction alone
-- is not recorded itself, or every patient's history would end with it.
create or replace function pg_temp.date_enrollments(organization uuid) returns void language plpgsql as $$
begin
  alter table public.pm_group_enrollments disable trigger _200_record;
  update public.pm_group_enrollments enrollment
  set enrolled_at = logged.enrolled_at, waitlisted_at = logged.waitlisted_at, disenrolled_at = logged.disenrolled_at
  from (
    select (entry.metadata ->> 'enrollment_id')::uuid as id,
      max(entry.created_at) filter (where entry.action in ('patient_enrolled', 'patient_promoted')) as enrolled_at,
      max(entry.created_at) filter (where entry.action = 'patient_waitlisted') as waitlisted_at,
      max(entry.created_at) filter (where entry.action = 'patient_disenrolled') as disenrolled_at
    from public.pm_group_activity_log entry
    where entry.organization_id = date_enrollments.organization and entry.metadata ? 'enrollment_id'
    group by 1
  ) logged
  where enrollment.id = logged.id;
  alter table public.pm_group_enrollments enable trigger _200_record;
end
$$;

create or replace function pg_temp.replay_history(slug text, zone text) returns void language plpgsql as $$
declare
  organization uuid := pg_temp.demo_id(slug);
  today date := (now() at time zone zone)::date;
  reasons text[] := array['Facilitator ill', 'Room flooded, no other room free', 'Fewer than three patients could come', 'Building closed: power cut'];
  remarks text[] := array['Good energy. Homework sheet 4 handed out.', 'Two new members introduced themselves. Ground rules repeated.',
    'Guest: peer specialist. Group asked for a second visit.', 'Started ten minutes late, room was locked.'];
  happened record;
  demo record;
  definition uuid;
  session uuid;
begin
  for happened in select * from pg_temp.demo_history(slug, today) loop
    select * into demo from pg_temp.demo_groups() planned where planned.slug = replay_history.slug and planned.number = happened.number;
    definition := pg_temp.demo_id(format('%s/group/%s', slug, happened.number));
    session := pg_temp.demo_id(format('%s/session/%s/%s %s', slug, happened.number, happened.session_date, happened.start_time));
    perform pg_temp.act_as(pg_temp.demo_email(happened.person, slug), happened.at at time zone zone);
    case happened.step
    when 'create' then
      insert into public.pm_group_definitions (id, organization_id, name, description, group_type, facilitator_id, co_facilitator_id, location,
        max_capacity, min_capacity, duration_minutes, recurrence_rule, time_period, start_date, created_at)
      values (definition, organization, demo.name, demo.description, demo.group_type,
        pg_temp.demo_id('user/' || pg_temp.demo_email(demo.facilitator, slug)),
        pg_temp.demo_id('user/' || pg_temp.demo_email(demo.co_facilitator, slug)), demo.location, demo.max_capacity, demo.min_capacity, demo.duration_minutes,
        'FREQ=WEEKLY;BYDAY=' || (select string_agg((array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[left(slot, 1)::integer], ',' order by slot)
                                 from unnest(demo.slots) slot),
        case when split_part(demo.slots[1], ' ', 2) < '12:00' then 'AM' else 'PM' end,
        date_trunc('week', today)::date - 7 * demo.began, happened.at at time zone zone);
    when 'schedule' then
      insert into public.pm_session_series (id, organization_id, group_definition_id, recurrence_rule, start_time, end_time, created_at)
      select pg_temp.demo_id(format('%s/series/%s', slug, demo.number)), organization, definition, planned.recurrence_rule,
        split_part(demo.slots[1], ' ', 2)::time, split_part(demo.slots[1], ' ', 2)::time + make_interval(mins => demo.duration_minutes), happened.at at time zone zone
      from public.pm_group_definitions planned where planned.id = definition;
      insert into public.pm_group_schedule (id, organization_id, group_definition_id, session_date, start_time, end_time, session_type, series_id, created_at)
      select pg_temp.demo_id(format('%s/session/%s/%s %s', slug, demo.number, day::date, split_part(slot, ' ', 2)::time)), organization, definition,
        day::date, split_part(slot, ' ', 2)::time, split_part(slot, ' ', 2)::time + make_interval(mins => demo.duration_minutes),
        'recurring', pg_temp.demo_id(format('%s/series/%s', slug, demo.number)), happened.at at time zone zone
      from unnest(demo.slots) slot, generate_series(
        greatest(date_trunc('week', today)::date - 7 * demo.began, today - 42)::timestamp,
        (case when demo.number = 12 then today - 21 else today + 56 end)::timestamp, '1 day') day
      where extract(isodow from day) = split_part(slot, ' ', 1)::integer
      order by day, slot;
    when 'enroll' then
      insert into public.pm_group_enrollments (id, organization_id, group_definition_id, patient_id, starts_on, created_at)
      values (pg_temp.demo_id(format('%s/enrollment/%s/%s', slug, happened.number, happened.patient)), organization, definition,
        pg_temp.demo_id(format('%s/patient/%s', slug, happened.patient)), happened.at::date, happened.at at time zone zone);
    when 'disenroll' then
      perform pg_temp.date_enrollments(organization);
      update public.pm_group_enrollments leaving
      set status = 'disenrolled', disenroll_reason = case happened.number when 3 then 'Moved to another state' else 'Completed the program' end
      where leaving.id = pg_temp.demo_id(format('%s/enrollment/%s/%s', slug, happened.number, happened.patient));
    when 'lower' then
      update public.pm_group_definitions lowered set max_capacity = 8 where lowered.id = definition;
    when 'close' then
      update public.pm_group_definitions closed set status = 'inactive' where closed.id = definition;
      update public.pm_group_enrollments leaving set status = 'disenrolled', disenroll_reason = 'Group paused'
      where leaving.organization_id = organization and leaving.group_definition_id = definition;
    when 'complete' then
      update public.pm_group_schedule held set status = 'completed', completed_at = happened.at at time zone zone,
        notes = case when (happened.session_date - date '2000-01-01' + happened.number) % 4 = 0 then remarks[1 + (happened.session_date - date '2000-01-01' + happened.number) / 4 % 4] end
      where held.id = session;
    when 'cancel' then
      update public.pm_group_schedule missed set status = 'cancelled', cancellation_reason = reasons[1 + (happened.session_date - date '2000-01-01' + happened.number) % 4]
      where missed.id = session;
    end case;
  end loop;
end
$$;

-- Attendance of every session that was held, recorded at its end by whoever led it. The second of the IOP has been missing lately.
create or replace function pg_temp.seed_attendance(slug text, zone text) returns void language plpgsql as $$
declare
  organization uuid := pg_temp.demo_id(slug);
  held record;
begin
  for held in
    select session.*, coalesce(leader.email, pg_temp.demo_email('admin', slug)) as person, row_number() over (partition by session.group_definition_id order by session.starts_at desc) as latest
    from public.pm_group_schedule session left join public.pf_profiles leader on leader.id = session.facilitator_id
    where session.organization_id = organization and session.status = 'completed'
    order by session.starts_at, session.id
  loop
    perform pg_temp.act_as(held.person, held.ends_at);
    perform from (
      select jsonb_agg(jsonb_build_object('patient_id', seat.patient_id, 'recorded_at', held.ends_at, 'status', outcome.status,
        'minutes', case outcome.status when 'late' then extract(epoch from held.ends_at - held.starts_at)::integer / 60 - 15
          when 'left_early' then extract(epoch from held.ends_at - held.starts_at)::integer / 60 - 30 end)) as entries
      from public.pm_session_roster(held.id) seat
      cross join lateral (select (abs(hashtextextended(seat.patient_id::text || held.id::text, 7)) % 100)::integer as chance) luck
      cross join lateral (select case
        when seat.patient_id = pg_temp.demo_id(slug || '/patient/2') and held.group_definition_id = pg_temp.demo_id(slug || '/group/1') and held.latest <= 3 then 'absent'
        when luck.chance < 84 then 'present' when luck.chance < 89 then 'late' when luck.chance < 91 then 'left_early'
        when luck.chance < 96 then 'excused' else 'absent' end as status) outcome
    ) listed, public.pm_record_attendance(held.id, listed.entries) where listed.entries is not null;
  end loop;
end
$$;

-- Check-ins: the process group answers GAD-7, the DBT group PHQ-9; the last sessions of both have answers, scored as any.
create or replace function pg_temp.seed_check_ins(slug text) returns void language plpgsql as $$
declare
  organization uuid := pg_temp.demo_id(slug);
  asked record;
begin
  for asked in
    select definition.id as group_id, definition.facilitator_id, question_set.*, leader.email as person
    from (values (3, 'PHQ-9'), (4, 'GAD-7')) chosen (number, title)
    join public.pm_group_definitions definition on definition.id = pg_temp.demo_id(format('%s/group/%s', slug, chosen.number))
    join public.pf_profiles leader on leader.id = definition.facilitator_id
    join public.pm_question_sets question_set on question_set.organization_id = organization and question_set.title = chosen.title
  loop
    perform pg_temp.act_as(asked.person, now() - interval '43 days');
    perform public.pm_assign_question_set(asked.group_id, asked.id, true);
    update public.pm_group_schedule held
    set questions_data = jsonb_build_object('question_set_id', asked.id, 'title', asked.title, 'version', asked.version, 'scoring', asked.scoring,
      'questions', asked.questions, 'bands', asked.bands, 'materials', asked.materials)
    where held.organization_id = organization and held.group_definition_id = asked.group_id and held.status = 'completed' and held.starts_at > now() - interval '29 days';
  end loop;
  perform set_config('request.jwt.claims', '', true);
  with answered as (
    select participant.*, session.ends_at, session.questions_data, (
      select jsonb_object_agg(question ->> 'id', (greatest(0, least(3,
        -- Everybody has a level of their own, which falls with time; item 9 of PHQ-9 is above zero for one patient only.
        case when question ->> 'id' = 'phq9_9' then case when participant.patient_id = pg_temp.demo_id(slug || '/patient/23') then 1 else 0 end
        else abs(hashtextextended(participant.patient_id::text, 1)) % 3
          + abs(hashtextextended(participant.id::text || (question ->> 'id'), 2)) % 2 - (28 - extract(day from now() - session.starts_at)::integer) / 14 end)))::text)
      from jsonb_array_elements(session.questions_data -> 'questions') question) as answers
    from public.pm_session_participants participant
    join public.pm_group_schedule session on session.id = participant.session_id and session.questions_data is not null
    where participant.organization_id = organization and participant.attendance_status in ('present', 'late')
  )
  insert into public.pm_session_responses (organization_id, session_id, participant_id, question_set_id, answers, score, band, flags, submitted_at,
    acknowledged_by, acknowledged_at)
  select answered.organization_id, answered.session_id, answered.id, (answered.questions_data ->> 'question_set_id')::uuid, answered.answers, scored.total,
    (select band ->> 'label' from jsonb_array_elements(answered.questions_data -> 'bands') band where scored.total between (band ->> 'min')::numeric and (band ->> 'max')::numeric),
    flagged.ids, answered.ends_at - interval '10 minutes', case when flagged.ids <> '[]' then answered.recorded_by end, case when flagged.ids <> '[]' then answered.ends_at end
  from answered
  cross join lateral (select sum(mark::numeric) as total from jsonb_each_text(answered.answers) given (id, mark)) scored
  cross join lateral (select case when answered.answers ->> 'phq9_9' > '0' then '["phq9_9"]'::jsonb else '[]' end as ids) flagged;
end
$$;

-- The trauma group plans ahead and has its sessions approved; its facilitator has asked for one more.
create or replace function pg_temp.seed_session_policy(slug text, zone text) returns void language plpgsql as $$
declare
  definition uuid := pg_temp.demo_id(slug || '/group/8');
  next_friday date := date_trunc('week', now() at time zone zone)::date + 11;
begin
  perform pg_temp.act_as(pg_temp.demo_email('admin', slug), now() - interval '1 day');
  update public.pm_group_definitions trauma
  set session_approval_required = true, session_creation_permission = 'owner',
    allowed_time_slots = '[{"days": [1, 2, 3, 4, 5], "start": "08:00", "end": "18:00"}]'
  where trauma.id = definition;
  perform pg_temp.act_as(pg_temp.demo_email('float', slug), now() - interval '2 hours');
  insert into public.pm_group_schedule (id, organization_id, group_definition_id, session_date, start_time, end_time, notes)
  values (pg_temp.demo_id(slug || '/session/8/extra'), pg_temp.demo_id(slug), definition, next_friday, '11:00', '12:30', 'Extra session before the holidays.');
  perform pg_temp.act_as(pg_temp.demo_email('admin', slug), now() - interval '1 hour');
  update public.pm_group_definitions trauma set advance_notice_hours = 24 where trauma.id = definition;
end
$$;

do $$
declare
  demo record;
begin
  if exists (select from public.pf_organizations organization join pg_temp.demo_organizations() planned on planned.slug = organization.slug) then
    raise notice 'The demo organizations are there already; nothing was changed.';
    return;
  end if;
  -- While the story is told, the records carry its time; the real clock is back before this transaction ends.
  alter table public.pm_group_activity_log alter column created_at set default current_setting('quorum.demo_time')::timestamptz;
  alter table public.pf_audit_log alter column created_at set default current_setting('quorum.demo_time')::timestamptz;
  alter table public.pf_domain_events alter column occurred_at set default current_setting('quorum.demo_time')::timestamptz;
  alter table public.pf_notifications alter column created_at set default current_setting('quorum.demo_time')::timestamptz;
  perform pg_temp.seed_people();
  for demo in select * from pg_temp.demo_organizations() loop
    perform pg_temp.seed_organization(demo.slug);
    perform pg_temp.replay_history(demo.slug, demo.timezone);
    perform pg_temp.date_enrollments(pg_temp.demo_id(demo.slug));
    perform pg_temp.seed_attendance(demo.slug, demo.timezone);
    perform pg_temp.seed_check_ins(demo.slug);
    perform pg_temp.seed_session_policy(demo.slug, demo.timezone);
  end loop;
  alter table public.pm_group_activity_log alter column created_at set default clock_timestamp();
  alter table public.pf_audit_log alter column created_at set default clock_timestamp();
  alter table public.pf_domain_events alter column occurred_at set default clock_timestamp();
  alter table public.pf_notifications alter column created_at set default clock_timestamp();
  update public.pf_notifications told set created_at = session.ends_at - interval '10 minutes'
  from public.pm_group_schedule session where told.kind = 'response_flagged' and session.id = told.session_id
    and told.organization_id in (select pg_temp.demo_id(planned.slug) from pg_temp.demo_organizations() planned);
  update public.pf_notifications old_news set read_at = old_news.created_at + interval '1 hour'
  where old_news.created_at < now() - interval '3 days' and old_news.organization_id in (select pg_temp.demo_id(planned.slug) from pg_temp.demo_organizations() planned);
  -- By number, as they are listed, they stand in the order of time.
  with told as (delete from public.pf_notifications gone
    where gone.organization_id in (select pg_temp.demo_id(planned.slug) from pg_temp.demo_organizations() planned) returning *)
  insert into public.pf_notifications (organization_id, user_id, kind, group_definition_id, session_id, patient_id, enrollment_id, payload, created_at, read_at)
  select told.organization_id, told.user_id, told.kind, told.group_definition_id, told.session_id, told.patient_id, told.enrollment_id, told.payload,
    told.created_at, told.read_at
  from told order by told.created_at, told.id;
  perform set_config('request.jwt.claims', '', true);
end
$$;
