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
