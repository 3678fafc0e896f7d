-- Patients, groups, sessions and enrollments of all organizations, in the order in which they would have come: by time
-- across organizations, so that one organization's rows lie scattered as in a real table. Triggers are off
-- (session_replication_role), so what they keep is written here: starts_at, claims, seats and places on the waitlist.
-- bench.organizations, bench.patients (of each), bench.patients_of_first, bench.patients_of_second, bench.groups, bench.weeks (of sessions, one a
-- week and group), bench.enrollments (of each group: 20 seats taken, 5 waiting, the rest history).

insert into public.pm_patients (id, organization_id, mrn, first_name, last_name, date_of_birth, phone, created_at)
select bench.id('patient', o, n), bench.id('organization', o, 0), format('M%s', lpad(n::text, 6, '0')),
  -- A few have a name that nobody else has, as many in a small organization as in a large one.
  case when rare then 'Zoë' else bench.word(n * 13 + o) end,
  case when rare then 'Wójcik' else bench.word(n / 30 + o * 7) || case when n % 3 = 0 then '-' || bench.word(n / 900) else '' end end,
  date '1940-01-01' + (n * 37 + o) % 24000,
  format('(%s) %s-%s', 201 + n % 3, 200 + n / 10000 + n % 700, lpad((n % 10000)::text, 4, '0')),
  now() - interval '2 years' + n * interval '1 minute'
from generate_series(1, current_setting('bench.organizations')::integer) o
cross join lateral generate_series(1, case o
  when 1 then current_setting('bench.patients_of_first') when 2 then current_setting('bench.patients_of_second')
  else current_setting('bench.patients') end::integer) n,
  lateral (select n < 2000 and n % 300 = 7) as name (rare)
order by n, o;

insert into public.pm_group_definitions (id, organization_id, group_code, name, group_type, facilitator_id, co_facilitator_id, location,
  max_capacity, min_capacity, duration_minutes, recurrence_rule, time_period, start_date, status, created_at)
select bench.id('group', o, g), bench.id('organization', o, 0), format('251001%sB%s', period, g),
  format('%s %s %s', bench.word(g * 3 + o), (array['Process Group', 'Skills Training', 'Recovery', 'Support Circle'])[g % 4 + 1], g),
  (array['therapy', 'psychoeducation', 'skills_training', 'support', 'iop', 'php', 'other'])[g % 7 + 1],
  bench.id('person', o, 1 + g % 5), case when g % 2 = 0 then bench.id('person', o, 6 + g % 5) end, 'Room ' || (1 + g % 5),
  20, 4, 90, 'FREQ=WEEKLY', period, date '2025-10-01', 'active', now() - interval '1 year' + g * interval '1 hour'
from generate_series(1, current_setting('bench.organizations')::integer) o, generate_series(0, current_setting('bench.groups')::integer - 1) g,
  lateral (select case when g / 25 = 0 then 'AM' else 'PM' end) as half (period)
order by g, o;

-- Five facilitators, each with a room of their own; each has a slot in the week for every fifth group, so that nobody meets.
create temporary table planned as
select o, w, g, organization.id as organization_id, organization.timezone, bench.id('group', o, g) as group_definition_id,
  date_trunc('week', current_date)::date + 7 * (w - current_setting('bench.weeks')::integer / 2) + (g / 5) % 5 as session_date,
  time '09:00' + (g / 25) * interval '2 hours' as start_time, (w * 31 + g * 7 + o) % 20 = 0 as is_cancelled
from generate_series(1, current_setting('bench.organizations')::integer) o
join public.pf_organizations organization on organization.id = bench.id('organization', o, 0),
  generate_series(0, current_setting('bench.weeks')::integer - 1) w, generate_series(0, current_setting('bench.groups')::integer - 1) g;

insert into public.pm_group_schedule (id, organization_id, group_definition_id, session_date, start_time, end_time, starts_at, ends_at,
  session_type, status, cancellation_reason, facilitator_id, co_facilitator_id, location, created_at)
select bench.id('session', o, w * 1000 + g), organization_id, group_definition_id, session_date, start_time, start_time + interval '90 minutes',
  (session_date + start_time) at time zone timezone, (session_date + start_time + interval '90 minutes') at time zone timezone, 'recurring',
  case when is_cancelled then 'cancelled' when session_date < current_date then 'completed' else 'scheduled' end,
  case when is_cancelled then 'The facilitator is ill' end,
  bench.id('person', o, 1 + g % 5), case when g % 2 = 0 then bench.id('person', o, 6 + g % 5) end, 'Room ' || (1 + g % 5), now()
from planned
order by session_date, start_time, o;

insert into private.schedule_claims (session_id, organization_id, kind, resource, during)
select session.id, session.organization_id, claim.kind, claim.resource, tstzrange(session.starts_at, session.ends_at)
from public.pm_group_schedule session, private.claims_of(session) claim
where session.status <> 'cancelled';

-- A patient is in several groups, but once in each: 37 and the number of patients have no common divisor but 1.
insert into public.pm_group_enrollments (id, organization_id, group_definition_id, patient_id, status, starts_on, waitlist_position,
  enrolled_at, waitlisted_at, disenrolled_at, disenroll_reason, created_at)
select bench.id('enrollment', o, n * 1000 + g), bench.id('organization', o, 0), bench.id('group', o, g),
  bench.id('patient', o, 1 + (g * 37 + n) % current_setting('bench.patients')::integer),
  status, entered::date, case status when 'waitlisted' then n - 19 end, case when status <> 'waitlisted' then entered end,
  case status when 'waitlisted' then entered end, case status when 'disenrolled' then entered + interval '60 days' end,
  case status when 'disenrolled' then 'Completed the program' end, entered
from generate_series(1, current_setting('bench.organizations')::integer) o, generate_series(0, current_setting('bench.groups')::integer - 1) g,
  generate_series(0, current_setting('bench.enrollments')::integer - 1) n,
  lateral (select now() - interval '1 year' + n * interval '2 days', case when n < 20 then 'enrolled' when n < 25 then 'waitlisted' else 'disenrolled' end) as row (entered, status)
order by n, o, g;
