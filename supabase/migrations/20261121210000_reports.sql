-- What sessions add up to: fill, attendance, waitlist, cancellations, no-shows. Every figure is counted from the same two
-- questions, which sessions count (private.counted_sessions) and who was expected there (private.expected_patients), so that
-- no two of them disagree. Days are those of the clinic's wall calendar; a week is Monday to Sunday.

create function private.monday_of(day date) returns date
language sql immutable
set search_path = ''
as $$
  select day - (extract(isodow from day)::integer - 1)
$$;
comment on function private.monday_of(date) is
  'The Monday of the day''s week. Not date_trunc: that takes a date for an instant in the time zone of the connection.';

create function private.mondays(from_date date, to_date date) returns setof date
language sql immutable
set search_path = ''
as $$
  select private.monday_of(from_date) + 7 * week from generate_series(0, (to_date - private.monday_of(from_date)) / 7) week
$$;
comment on function private.mondays(date, date) is 'The Mondays of the weeks that hold a day of the range, both ends included.';

create function private.require_report_range(organization_id uuid, from_date date, to_date date) returns void
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.reports.view');
  if from_date is null or to_date is null or to_date < from_date or from_date < '1990-01-01' or to_date > '2199-12-31' then
    perform private.refuse('PT400', 'INVALID_INPUT', 'A report needs a first and a last day, in this order, between 1990 and 2199.', 'Choose another range.');
  end if;
  if to_date - from_date >= 400 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A report covers at most 400 days, not %s.', to_date - from_date + 1), 'Choose a shorter range.');
  end if;
end
$$;
comment on function private.require_report_range(uuid, date, date) is
  'Raises PERMISSION_DENIED unless the caller may see reports (pm.reports.view), and INVALID_INPUT unless the days, both included, are in order and at most 400.';

create function private.counted_sessions(
  organization_id uuid, from_date date, to_date date, group_definition_id uuid default null, group_type text default null, facilitator_id uuid default null
) returns table (
  id uuid, group_id uuid, group_name text, type text, seats integer, session_date date, starts_at timestamptz, ends_at timestamptz, minutes integer,
  is_cancelled boolean, has_begun boolean, is_open boolean, cancellation_reason text, leader_ids uuid[]
)
language plpgsql stable security definer
set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
begin
  return query
    select session.id, definition.id, definition.name, definition.group_type, definition.max_capacity, session.session_date,
      session.starts_at, session.ends_at, (extract(epoch from session.ends_at - session.starts_at) / 60)::integer,
      session.status = 'cancelled',
      session.status in ('active', 'completed') or (session.status = 'scheduled' and session.starts_at <= now()),
      session.status in ('scheduled', 'active') and session.ends_at > now(),
      session.cancellation_reason, array_remove(array[session.facilitator_id, session.co_facilitator_id], null)
    from public.pm_group_schedule session
    join public.pm_group_definitions definition
      on definition.organization_id = session.organization_id and definition.id = session.group_definition_id
    where session.organization_id = counted_sessions.organization_id and session.approval_status = 'approved'
      and session.session_date between from_date and to_date
      -- The same days once more, wide enough for every time zone: only instants are indexed.
      and session.starts_at between ((from_date - 2)::timestamp at time zone 'UTC') and ((to_date + 3)::timestamp at time zone 'UTC')
      and (counted_sessions.group_definition_id is null or session.group_definition_id = counted_sessions.group_definition_id)
      and (counted_sessions.group_type is null or definition.group_type = counted_sessions.group_type)
      and (counted_sessions.facilitator_id is null or counted_sessions.facilitator_id in (session.facilitator_id, session.co_facilitator_id));
end
$$;
comment on function private.counted_sessions(uuid, date, date, uuid, text, uuid) is
  'The sessions between two days, both included, that reports count: approved ones, cancelled or not, also of deleted groups (what was held was held). Null for any group, type, facilitator or co-facilitator. seats: the group''s capacity of today. minutes: the length that passes between the instants, one hour less or more than on the wall clock where the clocks change. has_begun: not cancelled, and started by somebody or by the clock. is_open: neither cancelled, completed nor over. The caller has checked the permission.';

create function private.expected_patients(
  organization_id uuid, from_date date, to_date date, group_definition_id uuid default null, group_type text default null, facilitator_id uuid default null,
  only_patient_id uuid default null
) returns table (
  session_id uuid, group_id uuid, type text, session_date date, starts_at timestamptz, ends_at timestamptz, minutes integer, has_begun boolean,
  is_open boolean, patient_id uuid, is_drop_in boolean, attendance_status text, has_attended boolean, attended_minutes integer
)
language plpgsql stable security definer
set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
begin
  return query
    with session as materialized (
      select counted.* from private.counted_sessions(organization_id, from_date, to_date, group_definition_id, group_type, facilitator_id) counted
      where not counted.is_cancelled
    ), rostered as (
      select distinct session.id as session_id, enrollment.patient_id
      from session
      join public.pm_group_enrollments enrollment
        on enrollment.organization_id = expected_patients.organization_id and enrollment.group_definition_id = session.group_id
      where enrollment.deleted_at is null and enrollment.enrolled_at is not null and enrollment.starts_on <= session.session_date
        and (enrollment.status = 'enrolled' or enrollment.disenrolled_at > session.starts_at)
        and (only_patient_id is null or enrollment.patient_id = only_patient_id)
    ), noted as (
      select participant.session_id, participant.patient_id, participant.is_drop_in, participant.attendance_status, participant.minutes,
        coalesce(participant.attendance_status in ('present', 'late', 'left_early'), false) as has_attended
      from session
      join public.pm_session_participants participant on participant.session_id = session.id
      where participant.patient_id is not null and (only_patient_id is null or participant.patient_id = only_patient_id)
    ), person as (
      select coalesce(rostered.session_id, noted.session_id) as session_id, coalesce(rostered.patient_id, noted.patient_id) as patient_id,
        rostered.patient_id is null as is_drop_in, noted.attendance_status, coalesce(noted.has_attended, false) as has_attended, noted.minutes
      from rostered
      full join noted on noted.session_id = rostered.session_id and noted.patient_id = rostered.patient_id
      where rostered.patient_id is not null or noted.is_drop_in or noted.has_attended
    )
    select session.id, session.group_id, session.type, session.session_date, session.starts_at, session.ends_at, session.minutes, session.has_begun,
      session.is_open, person.patient_id, person.is_drop_in, person.attendance_status, person.has_attended,
      case when person.has_attended then coalesce(person.minutes, session.minutes) else 0 end
    from session join person on person.session_id = session.id;
end
$$;
comment on function private.expected_patients(uuid, date, date, uuid, text, uuid, uuid) is
  'One row for every patient expected at a session that was not cancelled: the roster as in pm_session_roster, drop-ins, and whoever attended although no longer on the roster. Guests are nobody''s patients and are left out. is_drop_in: not on the roster. attendance_status: as recorded, null for not recorded. attended_minutes: as recorded, else the whole session, for present, late and left_early; 0 otherwise. Arguments as in private.counted_sessions; only_patient_id: null for all.';

create function private.report_sessions(
  organization_id uuid, from_date date, to_date date, group_definition_id uuid, group_type text, facilitator_id uuid, by text
) returns table (
  bucket text, label text, sessions integer, cancelled integer, seats integer, expected integer, attended integer, late integer, left_early integer,
  excused integer, absent integer, unrecorded integer, session_minutes integer, attended_minutes integer
)
language plpgsql stable security definer
set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
begin
  perform private.require_report_range(organization_id, from_date, to_date);
  if by is null or by not in ('week', 'group', 'type', 'facilitator') then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A report is by week, group, type or facilitator, not by %s.', coalesce(quote_literal(left(by, 20)), 'null')), null);
  end if;
  return query
    with session as materialized (
      select counted.* from private.counted_sessions(organization_id, from_date, to_date, group_definition_id, group_type, facilitator_id) counted
    ), heads as (
      select person.session_id, count(*) as expected, count(*) filter (where person.has_attended) as attended,
        count(*) filter (where person.attendance_status = 'late') as late, count(*) filter (where person.attendance_status = 'left_early') as left_early,
        count(*) filter (where person.attendance_status = 'excused') as excused, count(*) filter (where person.attendance_status = 'absent') as absent,
        count(*) filter (where person.attendance_status is null) as unrecorded, sum(person.attended_minutes) as attended_minutes
      from private.expected_patients(organization_id, from_date, to_date, group_definition_id, group_type, facilitator_id) person
      where person.has_begun
      group by person.session_id
    ), placed as (
      select session.id, key.bucket, key.label
      from session
      cross join lateral (
        select private.monday_of(session.session_date)::text as bucket, private.monday_of(session.session_date)::text as label where by = 'week'
        union all select session.group_id::text, session.group_name where by = 'group'
        union all select session.type, session.type where by = 'type'
        -- Asked for one facilitator: that one's load, not the part of another's that both lead.
        union all select leader.id::text, profile.full_name
        from unnest(session.leader_ids) leader (id) join public.pf_profiles profile on profile.id = leader.id
        where by = 'facilitator' and (report_sessions.facilitator_id is null or leader.id = report_sessions.facilitator_id)
        union all select 'none', 'No facilitator' where by = 'facilitator' and session.leader_ids = '{}'
      ) key
      union all
      -- Weeks without a session are part of the picture.
      select null, monday::text, monday::text from private.mondays(from_date, to_date) monday where by = 'week'
    )
    select placed.bucket, placed.label,
      count(session.id) filter (where session.has_begun)::integer, count(session.id) filter (where session.is_cancelled)::integer,
      coalesce(sum(session.seats) filter (where session.has_begun), 0)::integer, coalesce(sum(heads.expected), 0)::integer,
      coalesce(sum(heads.attended), 0)::integer, coalesce(sum(heads.late), 0)::integer, coalesce(sum(heads.left_early), 0)::integer,
      coalesce(sum(heads.excused), 0)::integer, coalesce(sum(heads.absent), 0)::integer, coalesce(sum(heads.unrecorded), 0)::integer,
      coalesce(sum(session.minutes) filter (where session.has_begun), 0)::integer, coalesce(sum(heads.attended_minutes), 0)::integer
    from placed
    left join session on session.id = placed.id
    left join heads on heads.session_id = placed.id
    group by placed.bucket, placed.label
    order by case when by = 'week' then placed.bucket end, placed.label, placed.bucket;
end
$$;
comment on function private.report_sessions(uuid, date, date, uuid, text, uuid, text) is 'See public.pm_report_sessions.';

create function public.pm_report_sessions(
  organization_id uuid, from_date date, to_date date, group_definition_id uuid default null, group_type text default null, facilitator_id uuid default null,
  by text default 'week'
) returns table (
  bucket text, label text, sessions integer, cancelled integer, seats integer, expected integer, attended integer, late integer, left_early integer,
  excused integer, absent integer, unrecorded integer, session_minutes integer, attended_minutes integer
)
language sql stable
set search_path = ''
as $$
  select * from private.report_sessions(organization_id, from_date, to_date, group_definition_id, group_type, facilitator_id, by)
$$;
comment on function public.pm_report_sessions(uuid, date, date, uuid, text, uuid, text) is
  'Sessions between two days of the clinic''s calendar, both included, at most 400 days, added up by week (bucket: its Monday; weeks without a session too), group (id), type, or facilitator (user id; none for sessions without one; a session counts for both its facilitators). Null for any group, type, facilitator. sessions: begun, not cancelled; cancelled: also those still to come; sessions that were never approved count nowhere. seats: the groups'' capacity of today; expected: rosters and drop-ins, guests left out; of those expected, attended (present, late or left early, the latter two also by themselves), excused, absent, and unrecorded (nobody took attendance, so neither). session_minutes: lengths of the sessions; attended_minutes: of all patients, as recorded, else the whole session. Needs pm.reports.view. Raises PERMISSION_DENIED, INVALID_INPUT.';

create function private.report_waitlist(organization_id uuid, from_date date, to_date date, group_definition_id uuid, group_type text, facilitator_id uuid)
returns table (week date, waiting integer, promoted integer, median_wait_days numeric)
language plpgsql stable security definer
set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
declare
  zone text := private.organization_timezone(organization_id);
begin
  perform private.require_report_range(organization_id, from_date, to_date);
  return query
    with span as (
      select monday, least(now(), (monday + 7)::timestamp at time zone zone) as ends_at,
        greatest(monday, from_date)::timestamp at time zone zone as counted_from,
        (least(monday + 6, to_date) + 1)::timestamp at time zone zone as counted_until
      from private.mondays(from_date, to_date) monday
      where monday::timestamp at time zone zone <= now()
    ), entry as materialized (
      select enrollment.waitlisted_at, enrollment.enrolled_at, least(enrollment.disenrolled_at, enrollment.deleted_at, definition.deleted_at) as gone_at
      from public.pm_group_enrollments enrollment
      join public.pm_group_definitions definition
        on definition.organization_id = enrollment.organization_id and definition.id = enrollment.group_definition_id
      where enrollment.organization_id = report_waitlist.organization_id and enrollment.waitlisted_at is not null
        and (report_waitlist.group_definition_id is null or definition.id = report_waitlist.group_definition_id)
        and (report_waitlist.group_type is null or definition.group_type = report_waitlist.group_type)
        and (report_waitlist.facilitator_id is null or report_waitlist.facilitator_id in (definition.facilitator_id, definition.co_facilitator_id))
    )
    select span.monday,
      count(*) filter (where entry.waitlisted_at < span.ends_at and (entry.enrolled_at is null or entry.enrolled_at >= span.ends_at)
        and (entry.gone_at is null or entry.gone_at >= span.ends_at))::integer,
      count(*) filter (where entry.enrolled_at > entry.waitlisted_at and entry.enrolled_at >= span.counted_from and entry.enrolled_at < span.counted_until)::integer,
      round((percentile_cont(0.5) within group (order by extract(epoch from entry.enrolled_at - entry.waitlisted_at) / 86400)
        filter (where entry.enrolled_at > entry.waitlisted_at and entry.enrolled_at >= span.counted_from and entry.enrolled_at < span.counted_until))::numeric, 1)
    from span left join entry on true
    group by span.monday
    order by span.monday;
end
$$;
comment on function private.report_waitlist(uuid, date, date, uuid, text, uuid) is 'See public.pm_report_waitlist.';

create function public.pm_report_waitlist(
  organization_id uuid, from_date date, to_date date, group_definition_id uuid default null, group_type text default null, facilitator_id uuid default null
) returns table (week date, waiting integer, promoted integer, median_wait_days numeric)
language sql stable
set search_path = ''
as $$
  select * from private.report_waitlist(organization_id, from_date, to_date, group_definition_id, group_type, facilitator_id)
$$;
comment on function public.pm_report_waitlist(uuid, date, date, uuid, text, uuid) is
  'The waitlists week by week: week (its Monday; weeks that have not begun are left out), waiting: who waited when the week ended (in the current week: now), promoted: who got a seat after waiting, on the days of the range, and median_wait_days: how long they had waited (one decimal; null: nobody). Ranges and filters as in pm_report_sessions; facilitator_id: of the group. Needs pm.reports.view. Raises PERMISSION_DENIED, INVALID_INPUT.';

create function private.report_cancellations(organization_id uuid, from_date date, to_date date, group_definition_id uuid, group_type text, facilitator_id uuid)
returns table (reason text, sessions integer)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_report_range(organization_id, from_date, to_date);
  return query
    select mode() within group (order by session.cancellation_reason), count(*)::integer
    from private.counted_sessions(organization_id, from_date, to_date, group_definition_id, group_type, facilitator_id) session
    where session.is_cancelled
    group by lower(session.cancellation_reason)
    order by 2 desc, 1;
end
$$;
comment on function private.report_cancellations(uuid, date, date, uuid, text, uuid) is 'See public.pm_report_cancellations.';

create function public.pm_report_cancellations(
  organization_id uuid, from_date date, to_date date, group_definition_id uuid default null, group_type text default null, facilitator_id uuid default null
) returns table (reason text, sessions integer)
language sql stable
set search_path = ''
as $$
  select * from private.report_cancellations(organization_id, from_date, to_date, group_definition_id, group_type, facilitator_id)
$$;
comment on function public.pm_report_cancellations(uuid, date, date, uuid, text, uuid) is
  'Why sessions between two days were cancelled, the most frequent reason first; capital and small letters are the same reason. Sessions that were never approved are left out. Ranges and filters as in pm_report_sessions. Needs pm.reports.view. Raises PERMISSION_DENIED, INVALID_INPUT.';

create function private.report_no_shows(organization_id uuid, from_date date, to_date date, group_definition_id uuid, group_type text, facilitator_id uuid)
returns table (
  patient_id uuid, first_name text, last_name text, mrn text, expected integer, absent integer, excused integer, attended integer, missed_in_a_row integer
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  names boolean := private.has_permission(organization_id, 'pm.patients.view');
begin
  perform private.require_report_range(organization_id, from_date, to_date);
  return query
    with person as materialized (
      select expected.*, max(expected.starts_at) filter (where expected.has_attended) over (partition by expected.patient_id, expected.group_id) as last_there
      from private.expected_patients(organization_id, from_date, to_date, group_definition_id, group_type, facilitator_id) expected
      where expected.has_begun
    ), in_group as (
      select person.patient_id, count(*) as expected, count(*) filter (where person.attendance_status = 'absent') as absent,
        count(*) filter (where person.attendance_status = 'excused') as excused, count(*) filter (where person.has_attended) as attended,
        count(*) filter (where person.attendance_status = 'absent' and (person.last_there is null or person.starts_at > person.last_there)) as in_a_row
      from person
      group by person.patient_id, person.group_id
    )
    select patient.id, case when names then patient.first_name end, case when names then patient.last_name end, case when names then patient.mrn end,
      sum(in_group.expected)::integer, sum(in_group.absent)::integer, sum(in_group.excused)::integer, sum(in_group.attended)::integer,
      max(in_group.in_a_row)::integer
    from in_group
    join public.pm_patients patient on patient.id = in_group.patient_id and patient.deleted_at is null
    group by patient.id
    having sum(in_group.absent) > 0
    order by 6 desc, 9 desc, 3, 2, 1;
end
$$;
comment on function private.report_no_shows(uuid, date, date, uuid, text, uuid) is 'See public.pm_report_no_shows.';

create function public.pm_report_no_shows(
  organization_id uuid, from_date date, to_date date, group_definition_id uuid default null, group_type text default null, facilitator_id uuid default null
) returns table (
  patient_id uuid, first_name text, last_name text, mrn text, expected integer, absent integer, excused integer, attended integer, missed_in_a_row integer
)
language sql stable
set search_path = ''
as $$
  select * from private.report_no_shows(organization_id, from_date, to_date, group_definition_id, group_type, facilitator_id)
$$;
comment on function public.pm_report_no_shows(uuid, date, date, uuid, text, uuid) is
  'The patients who were absent from a session between two days without being excused, most absences first. expected: sessions that have begun and in which the patient was expected; what is not recorded is in none of the other three. missed_in_a_row: absences since the patient was last in a session of the same group, in the group where they are most; excused neither counts nor ends the row. Names are null without pm.patients.view; deleted patients are left out. Ranges and filters as in pm_report_sessions. Needs pm.reports.view. Raises PERMISSION_DENIED, INVALID_INPUT.';

create function private.group_session_statistics(group_definition_id uuid) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_schedule.view');
  sees_attendance boolean := private.has_permission(definition.organization_id, 'pm.group_attendance.view');
  answer jsonb;
begin
  select jsonb_build_object(
    'held', count(*) filter (where session.has_begun and not session.is_open),
    'cancelled', count(*) filter (where session.is_cancelled),
    'upcoming', count(*) filter (where not session.has_begun and not session.is_cancelled),
    'active', count(*) filter (where session.has_begun and session.is_open),
    'average_minutes', round(avg(session.minutes) filter (where session.has_begun and not session.is_open), 1))
  into answer
  from private.counted_sessions(definition.organization_id, '1990-01-01', '2199-12-31', definition.id) session;
  return answer || (
    select jsonb_build_object(
      'average_attended', case when sees_attendance then round(sum(person.attended) / nullif(count(*), 0), 1) end,
      'attendance_rate', case when sees_attendance then round(sum(person.attended) / nullif(sum(person.recorded), 0), 3) end)
    from (
      select count(*) filter (where expected.has_attended) as attended, count(expected.attendance_status) as recorded
      from private.expected_patients(definition.organization_id, '1990-01-01', '2199-12-31', definition.id) expected
      where expected.has_begun and not expected.is_open
      group by expected.session_id having count(expected.attendance_status) > 0
    ) person);
end
$$;
comment on function private.group_session_statistics(uuid) is 'See public.pm_group_session_statistics.';

create function public.pm_group_session_statistics(group_definition_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.group_session_statistics(group_definition_id)
$$;
comment on function public.pm_group_session_statistics(uuid) is
  'The sessions of a group, ever: {held, cancelled, upcoming, active (begun and neither completed nor over), average_minutes (length of those held; null: none), average_attended (patients a session held in which attendance was taken, one decimal), attendance_rate (of those whose attendance was recorded, 0 to 1)}. Sessions that were never approved count nowhere. The attendance figures are null where nothing is recorded, and without pm.group_attendance.view. Needs pm.group_schedule.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function
  private.report_sessions(uuid, date, date, uuid, text, uuid, text), private.report_waitlist(uuid, date, date, uuid, text, uuid),
  private.report_cancellations(uuid, date, date, uuid, text, uuid), private.report_no_shows(uuid, date, date, uuid, text, uuid),
  private.group_session_statistics(uuid),
  public.pm_report_sessions(uuid, date, date, uuid, text, uuid, text), public.pm_report_waitlist(uuid, date, date, uuid, text, uuid),
  public.pm_report_cancellations(uuid, date, date, uuid, text, uuid), public.pm_report_no_shows(uuid, date, date, uuid, text, uuid),
  public.pm_group_session_statistics(uuid)
  to authenticated, service_role;

-- Program compliance: whether patients of intensive outpatient (IOP) and partial hospitalization (PHP) programs get the week of
-- treatment that the program means, while there is still time to mend it.
-- Hours: 42 CFR 410.44(c)(1), IOP: a minimum of 9 hours a week of therapeutic services; 42 CFR 410.43(c)(1), PHP: of 20. Days: the
-- clinic's standard, three and five. Support groups and others (yoga, peer circles) are no therapeutic services in that sense.

create function private.program_minimums() returns table (program text, minimum_minutes integer, minimum_days integer)
language sql immutable
set search_path = ''
as $$
  values ('iop', 9 * 60, 3), ('php', 20 * 60, 5)
$$;
comment on function private.program_minimums() is
  'What a week of a program holds at least: minutes of therapeutic services (42 CFR 410.44(c)(1) for IOP, 410.43(c)(1) for PHP) on so many days.';

create function private.is_therapeutic(group_type text) returns boolean
language sql immutable
set search_path = ''
as $$
  select group_type in ('iop', 'php', 'therapy', 'psychoeducation', 'skills_training')
$$;
comment on function private.is_therapeutic(text) is
  'True if sessions of such groups count towards the hours of a program. Support groups and others do not.';

create function private.require_compliance_permission(organization_id uuid) returns void
language plpgsql stable security definer
set search_path = ''
as $$
begin
  if not private.has_permission(organization_id, 'pm.group_attendance.view') then
    perform private.require_permission(organization_id, 'pm.reports.view');
  end if;
end
$$;
comment on function private.require_compliance_permission(uuid) is
  'Raises PERMISSION_DENIED unless the caller may see attendance or reports: pm.group_attendance.view or pm.reports.view.';

create function private.treatment_weeks(organization_id uuid, week_start date, only_patient_id uuid default null) returns table (
  patient_id uuid, attended_minutes integer, attended_dates date[], booked_minutes integer, booked_dates date[], unrecorded_minutes integer
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    with therapy as (
      select person.*, person.is_open and person.attendance_status is null as is_booked
      from private.expected_patients(organization_id, week_start, week_start + 6, only_patient_id => treatment_weeks.only_patient_id) person
      where private.is_therapeutic(person.type)
    )
    select therapy.patient_id, sum(therapy.attended_minutes)::integer,
      coalesce(array_agg(distinct therapy.session_date) filter (where therapy.has_attended), '{}'),
      coalesce(sum(therapy.minutes) filter (where therapy.is_booked), 0)::integer,
      coalesce(array_agg(distinct therapy.session_date) filter (where therapy.is_booked), '{}'),
      coalesce(sum(therapy.minutes) filter (where therapy.attendance_status is null and not therapy.is_open), 0)::integer
    from therapy group by therapy.patient_id;
end
$$;
comment on function private.treatment_weeks(uuid, date, uuid) is
  'Therapeutic minutes and days of each patient in the week from that Monday on: attended as recorded; booked: sessions that are not over and in which nothing is recorded; unrecorded: over, and nobody took attendance, so in neither. Patients without a therapeutic session in the week have no row. The caller has checked the permission.';

create function private.program_members(organization_id uuid, week_start date, only_patient_id uuid default null) returns table (
  patient_id uuid, program text, group_ids uuid[], joined_in_week boolean
)
language plpgsql stable security definer
set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
declare
  zone text := private.organization_timezone(organization_id);
  week_begins timestamptz := week_start::timestamp at time zone zone;
  week_over timestamptz := (week_start + 7)::timestamp at time zone zone;
begin
  return query
    with program_group as materialized (
      select definition.id, definition.group_type
      from public.pm_group_definitions definition
      where definition.organization_id = program_members.organization_id and definition.group_type in ('iop', 'php')
        and (definition.start_date is null or definition.start_date < week_start + 7) and (definition.end_date is null or definition.end_date >= week_start)
        and (definition.status = 'active' and definition.deleted_at is null or exists (
          select from public.pm_group_schedule session
          where session.organization_id = definition.organization_id and session.group_definition_id = definition.id
            and session.session_date between week_start and week_start + 6 and session.status <> 'cancelled' and session.approval_status = 'approved'))
    ), seat as materialized (
      select enrollment.patient_id, enrollment.group_definition_id, program_group.group_type,
        enrollment.starts_on <= week_start as since_monday, enrollment.status = 'enrolled' or enrollment.disenrolled_at >= week_over as stays
      from program_group
      join public.pm_group_enrollments enrollment
        on enrollment.organization_id = program_members.organization_id and enrollment.group_definition_id = program_group.id
      where enrollment.deleted_at is null and enrollment.enrolled_at is not null and enrollment.starts_on < week_start + 7
        and (enrollment.status = 'enrolled' or enrollment.disenrolled_at > week_begins)
        and (only_patient_id is null or enrollment.patient_id = only_patient_id)
    )
    select distinct on (seat.patient_id) seat.patient_id, seat.group_type,
      array_agg(distinct seat.group_definition_id) filter (where seat.stays), not bool_or(seat.since_monday)
    from seat
    group by seat.patient_id, seat.group_type
    having bool_or(seat.stays)
    order by seat.patient_id, seat.group_type = 'php' desc;
end
$$;
comment on function private.program_members(uuid, date, uuid) is
  'Whose week from that Monday on is held to a program''s minimum: patients with a seat in an IOP or PHP group that runs in the week (active, or with a session in it; between its start and end date) until the week is over; who leaves before is not. PHP counts if a patient is in both. joined_in_week: no seat in a group of the program on the Monday (moving between its groups is not joining).';

create function private.program_compliance(organization_id uuid, week_of date) returns table (
  patient_id uuid, first_name text, last_name text, mrn text, program text, week_start date, week_end date, minimum_minutes integer, minimum_days integer,
  attended_minutes integer, attended_days integer, booked_minutes integer, booked_days integer, unrecorded_minutes integer, status text,
  joined_in_week boolean, group_definition_ids uuid[]
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  today date := private.organization_today(organization_id);
  monday date := private.monday_of(coalesce(week_of, private.organization_today(organization_id)));
  names boolean := private.has_permission(organization_id, 'pm.patients.view');
begin
  perform private.require_compliance_permission(organization_id);
  if monday is null or monday not between '1990-01-01' and '2199-12-24' then
    perform private.refuse('PT400', 'INVALID_INPUT', 'The week is before 1990 or after 2199.', 'Choose another week.');
  end if;
  return query
    with week as (
      select member.*, minimum.minimum_minutes, minimum.minimum_days, coalesce(treatment.attended_minutes, 0) as attended_minutes,
        coalesce(cardinality(treatment.attended_dates), 0) as attended_days, coalesce(treatment.booked_minutes, 0) as booked_minutes,
        (select count(*)::integer from unnest(treatment.booked_dates) booked (day) where booked.day <> all (treatment.attended_dates)) as booked_days,
        -- Days on which the patient could still be treated, today included.
        (select count(*)::integer from generate_series(0, 6) day
         where monday + day >= today and monday + day <> all (coalesce(treatment.attended_dates, '{}'))) as days_left,
        coalesce(treatment.unrecorded_minutes, 0) as unrecorded_minutes
      from private.program_members(organization_id, monday) member
      join private.program_minimums() minimum on minimum.program = member.program
      left join private.treatment_weeks(organization_id, monday) treatment on treatment.patient_id = member.patient_id
    ), judged as (
      select week.*, case
        when week.attended_minutes >= week.minimum_minutes and week.attended_days >= week.minimum_days then 'met'
        when week.attended_minutes + week.booked_minutes >= week.minimum_minutes and week.attended_days + week.booked_days >= week.minimum_days then 'on_track'
        when week.days_left = 0 or week.attended_days + week.days_left < week.minimum_days then 'missed'
        else 'at_risk' end as status
      from week
    )
    select patient.id, case when names then patient.first_name end, case when names then patient.last_name end, case when names then patient.mrn end,
      judged.program, monday, monday + 6, judged.minimum_minutes, judged.minimum_days, judged.attended_minutes, judged.attended_days,
      judged.booked_minutes, judged.booked_days, judged.unrecorded_minutes, judged.status, judged.joined_in_week, judged.group_ids
    from judged
    join public.pm_patients patient on patient.id = judged.patient_id and patient.deleted_at is null
    order by array_position(array['at_risk', 'missed', 'on_track', 'met'], judged.status), 3, 2, 1;
end
$$;
comment on function private.program_compliance(uuid, date) is 'See public.pm_program_compliance.';

create function public.pm_program_compliance(organization_id uuid, week_of date default null) returns table (
  patient_id uuid, first_name text, last_name text, mrn text, program text, week_start date, week_end date, minimum_minutes integer, minimum_days integer,
  attended_minutes integer, attended_days integer, booked_minutes integer, booked_days integer, unrecorded_minutes integer, status text,
  joined_in_week boolean, group_definition_ids uuid[]
)
language sql stable
set search_path = ''
as $$
  select * from private.program_compliance(organization_id, week_of)
$$;
comment on function public.pm_program_compliance(uuid, date) is
  'Patients of IOP and PHP groups against the minimum of their program in the week (Monday to Sunday, the clinic''s calendar) that holds week_of (null: today): IOP 540 minutes on 3 days (42 CFR 410.44), PHP 1200 minutes on 5 days (42 CFR 410.43); who is in both is held to PHP, who leaves before the week is over to nothing. Counted are sessions of types iop, php, therapy, psychoeducation and skills_training, in any group, drop-ins included. attended: recorded present, late or left early, with the minutes recorded, else the whole session; booked: not over, nothing recorded; booked_days: of those, days without attendance; unrecorded_minutes: of sessions that are over and in which nobody took attendance, counted nowhere else. status: met; on_track (attended and booked reach it); at_risk (they do not, but days are left); missed (the days left cannot reach it). At risk first. joined_in_week: the minimum is the whole one all the same. Names are null without pm.patients.view; deleted patients are left out. Needs pm.reports.view or pm.group_attendance.view. Raises PERMISSION_DENIED, INVALID_INPUT.';

create function private.make_up_sessions(patient_id uuid, week_of date) returns table (
  session_id uuid, group_definition_id uuid, group_name text, session_date date, start_time time, end_time time, location text, minutes integer,
  seats_free integer, adds_day boolean, mends boolean
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  organization uuid := (select patient.organization_id from public.pm_patients patient where patient.id = make_up_sessions.patient_id and patient.deleted_at is null);
  monday date;
  minimum record;
  so_far record;
  days date[];
begin
  if organization is null or not private.can_see_organization(organization) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Reload the page.');
  end if;
  perform private.require_compliance_permission(organization);
  monday := private.monday_of(coalesce(week_of, private.organization_today(organization)));
  if monday is null or monday not between '1990-01-01' and '2199-12-24' then
    perform private.refuse('PT400', 'INVALID_INPUT', 'The week is before 1990 or after 2199.', 'Choose another week.');
  end if;
  select needed.* into minimum
  from private.program_members(organization, monday, make_up_sessions.patient_id) member
  join private.program_minimums() needed on needed.program = member.program;
  select treatment.attended_minutes + treatment.booked_minutes as minutes, treatment.attended_dates || treatment.booked_dates as dates into so_far
  from private.treatment_weeks(organization, monday, make_up_sessions.patient_id) treatment;
  days := coalesce(so_far.dates, '{}');
  return query
    with own as materialized (
      select person.* from private.expected_patients(organization, monday, monday + 6, only_patient_id => make_up_sessions.patient_id) person
    ), taken as materialized (
      -- As pm_book_drop_in counts: a drop-in who is excused leaves the seat, a patient of the group keeps it.
      select person.session_id, (count(*) filter (where not person.is_drop_in or person.attendance_status is distinct from 'excused'))::integer as people
      from private.expected_patients(organization, monday, monday + 6) person group by person.session_id
    ), possible as (
      select session.*, definition.max_capacity - coalesce(taken.people, 0) as seats_free, counted.minutes,
        session.session_date <> all (days) as adds_day
      from private.counted_sessions(organization, monday, monday + 6) counted
      join public.pm_group_schedule session on session.id = counted.id
      join public.pm_group_definitions definition on definition.id = session.group_definition_id and definition.deleted_at is null
      left join taken on taken.session_id = session.id
      where not counted.is_cancelled and not counted.has_begun and private.is_therapeutic(counted.type)
        and not exists (
          select from own
          where own.session_id = session.id
            or (own.starts_at < session.ends_at and own.ends_at > session.starts_at and (own.has_attended or own.attendance_status is null)))
    )
    select possible.id, possible.group_definition_id, definition.name, possible.session_date, possible.start_time, possible.end_time, possible.location,
      possible.minutes, possible.seats_free, possible.adds_day,
      coalesce(coalesce(so_far.minutes, 0) + possible.minutes >= minimum.minimum_minutes
        and (select count(distinct day) from unnest(days || possible.session_date) day) >= minimum.minimum_days, false)
    from possible
    join public.pm_group_definitions definition on definition.id = possible.group_definition_id
    where possible.seats_free > 0
    order by 11 desc, possible.starts_at, definition.name, possible.id;
end
$$;
comment on function private.make_up_sessions(uuid, date) is 'See public.pm_make_up_sessions.';

create function public.pm_make_up_sessions(patient_id uuid, week_of date default null) returns table (
  session_id uuid, group_definition_id uuid, group_name text, session_date date, start_time time, end_time time, location text, minutes integer,
  seats_free integer, adds_day boolean, mends boolean
)
language sql stable
set search_path = ''
as $$
  select * from private.make_up_sessions(patient_id, week_of)
$$;
comment on function public.pm_make_up_sessions(uuid, date) is
  'Sessions of the week that holds week_of (null: today) to which a patient could come as a drop-in (pm_book_drop_in) to make up hours: approved, not begun, of a type that counts (pm_program_compliance), with a seat free (capacity less roster and drop-ins), of a group in which the patient is not on that session''s list, and at no time at which the patient is expected elsewhere (being excused there frees it). minutes: its length; adds_day: on a day on which nothing is attended or booked; mends: with it the week''s minimum is met (false for patients of no program). Those that mend first, then by time. Needs pm.reports.view or pm.group_attendance.view. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT.';

grant execute on function
  private.program_compliance(uuid, date), private.make_up_sessions(uuid, date),
  public.pm_program_compliance(uuid, date), public.pm_make_up_sessions(uuid, date)
  to authenticated, service_role;
