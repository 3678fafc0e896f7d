-- Groups at large: the overview that lists and cards read, statistics, soft delete, and conflicts seen before they happen.

create view public.pm_group_overview with (security_invoker = true) as
select
  definition.*,
  seats.patient_count,
  seats.waitlist_count,
  (definition.facilitator_id is not null)::integer + (definition.co_facilitator_id is not null)::integer as facilitator_count,
  greatest(definition.max_capacity - seats.patient_count, 0) as seats_free,
  seats.patient_count > definition.max_capacity as is_over_capacity,
  coalesce(seats.patient_count < definition.min_capacity, false) as is_under_minimum,
  facilitator.full_name as facilitator_name,
  upcoming.starts_at as next_session_at
from public.pm_group_definitions definition
cross join lateral (
  select
    count(*) filter (where enrollment.status = 'enrolled')::integer as patient_count,
    count(*) filter (where enrollment.status = 'waitlisted')::integer as waitlist_count
  from public.pm_group_enrollments enrollment
  where enrollment.organization_id = definition.organization_id and enrollment.group_definition_id = definition.id
    and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null
) seats
left join public.pf_profiles facilitator on facilitator.id = definition.facilitator_id
left join lateral (
  select session.starts_at
  from public.pm_group_schedule session
  where session.organization_id = definition.organization_id and session.group_definition_id = definition.id
    and session.status in ('scheduled', 'active') and session.ends_at > now()
  order by session.starts_at limit 1
) upcoming on true
where definition.deleted_at is null;
comment on view public.pm_group_overview is
  'Groups with their figures: seats taken and free, patients waiting, facilitators, next session. Rows and counts are what the caller may see.';
grant select on public.pm_group_overview to authenticated, service_role;

create function private.group_statistics(
  organization_id uuid, out total integer, out active integer, out total_patients integer, out average_size numeric,
  out waitlisted integer, out seats_free integer
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.group_definitions.view');
  with groups as (
    select definition.id, definition.status = 'active' as is_active, definition.max_capacity,
      count(*) filter (where enrollment.status = 'enrolled') as taken,
      count(*) filter (where enrollment.status = 'waitlisted') as waiting
    from public.pm_group_definitions definition
    left join public.pm_group_enrollments enrollment
      on enrollment.organization_id = definition.organization_id and enrollment.group_definition_id = definition.id
      and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null
    where definition.organization_id = group_statistics.organization_id and definition.deleted_at is null
    group by definition.id
  )
  select count(*), count(*) filter (where groups.is_active),
    coalesce(round(avg(groups.taken) filter (where groups.is_active), 1), 0), coalesce(sum(groups.waiting), 0),
    coalesce(sum(greatest(groups.max_capacity - groups.taken, 0)) filter (where groups.is_active), 0)
  into total, active, average_size, waitlisted, seats_free
  from groups;
  select count(distinct enrollment.patient_id) into total_patients
  from public.pm_group_enrollments enrollment
  join public.pm_group_definitions definition on definition.id = enrollment.group_definition_id and definition.deleted_at is null
  where enrollment.organization_id = group_statistics.organization_id and enrollment.status = 'enrolled' and enrollment.deleted_at is null;
end
$$;
comment on function private.group_statistics(uuid) is 'See public.pm_group_statistics.';

create function public.pm_group_statistics(
  organization_id uuid, out total integer, out active integer, out total_patients integer, out average_size numeric,
  out waitlisted integer, out seats_free integer
)
language sql stable
set search_path = ''
as $$
  select * from private.group_statistics(organization_id)
$$;
comment on function public.pm_group_statistics(uuid) is
  'Figures of an organization: total groups, active ones, patients with a seat (each counted once), average_size (seats taken per active group, one decimal), waitlisted, seats_free in active groups. Needs pm.group_definitions.view. Raises PERMISSION_DENIED.';

create function private.delete_group_definition(group_definition_id uuid) returns public.pm_group_definitions
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
begin
  definition := private.require_group(group_definition_id, 'pm.group_definitions.delete');
  perform private.lock_organizations('enrollments');
  update public.pm_group_definitions gone set deleted_at = clock_timestamp()
  where gone.id = definition.id and gone.deleted_at is null returning * into definition;
  if definition.id is null then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'The group was deleted just now.', 'Reload the page.');
  end if;
  return definition;
end
$$;
comment on function private.delete_group_definition(uuid) is 'See public.pm_delete_group_definition.';

create function public.pm_delete_group_definition(group_definition_id uuid) returns public.pm_group_definitions
language sql
set search_path = ''
as $$
  select private.delete_group_definition(group_definition_id)
$$;
comment on function public.pm_delete_group_definition(uuid) is
  'Soft-deletes a group; its enrollments and session occurrences stay as they are, and nobody is promoted any more. Needs pm.group_definitions.delete. Returns the group. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

create function private.restore_group_definition(group_definition_id uuid) returns public.pm_group_definitions
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
begin
  select * into definition from public.pm_group_definitions gone where gone.id = group_definition_id;
  if definition.id is null or not private.can_see_organization(definition.organization_id) then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in your organizations.', null);
  end if;
  perform private.require_permission(definition.organization_id, 'pm.group_definitions.delete');
  perform private.lock_organizations('enrollments');
  update public.pm_group_definitions restored set deleted_at = null
  where restored.id = group_definition_id and restored.deleted_at is not null returning * into definition;
  if definition.id is null then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'This group is not deleted.', 'Reload the page.');
  end if;
  return definition;
end
$$;
comment on function private.restore_group_definition(uuid) is 'See public.pm_restore_group_definition.';

create function public.pm_restore_group_definition(group_definition_id uuid) returns public.pm_group_definitions
language sql
set search_path = ''
as $$
  select private.restore_group_definition(group_definition_id)
$$;
comment on function public.pm_restore_group_definition(uuid) is
  'Brings back a soft-deleted group as it was. Needs pm.group_definitions.delete. Returns the group. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

create function private.deleted_group_definitions(organization_id uuid) returns setof public.pm_group_definitions
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.group_definitions.delete');
  return query
    select definition.* from public.pm_group_definitions definition
    where definition.organization_id = deleted_group_definitions.organization_id and definition.deleted_at is not null
    order by definition.deleted_at desc, definition.id;
end
$$;
comment on function private.deleted_group_definitions(uuid) is 'See public.pm_deleted_group_definitions.';

create function public.pm_deleted_group_definitions(organization_id uuid) returns setof public.pm_group_definitions
language sql stable
set search_path = ''
as $$
  select * from private.deleted_group_definitions(organization_id)
$$;
comment on function public.pm_deleted_group_definitions(uuid) is
  'The soft-deleted groups of an organization, latest first. Needs pm.group_definitions.delete. Raises PERMISSION_DENIED.';

create function private.schedule_conflicts(
  group_definition_id uuid, session_dates date[], start_time time, end_time time, facilitator_id uuid, location text, except_session_id uuid,
  co_facilitator_id uuid
) returns table (
  session_date date, kind text, resource text, resource_id text, session_id uuid, other_group_definition_id uuid, group_name text,
  starts_at timestamptz, ends_at timestamptz, detail text
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  planned public.pm_group_schedule;
  zone text;
  wanted record;
begin
  definition := private.require_group(group_definition_id, 'pm.group_schedule.view');
  if coalesce(cardinality(session_dates), 0) not between 1 and 1000 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('1 to 1000 dates at a time, not %s.', coalesce(cardinality(session_dates), 0)), null);
  end if;
  if exists (select from unnest(session_dates) planned_date where planned_date not between '1990-01-01' and '2199-12-31') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'A date is before 1990 or after 2199.', null);
  end if;
  if start_time is null or end_time is null or end_time <= start_time then
    perform private.refuse('PT400', 'INVALID_DATE_RANGE', 'The session has to end after it starts, on the same day.', null);
  end if;
  zone := private.organization_timezone(definition.organization_id);
  planned.facilitator_id := coalesce(schedule_conflicts.facilitator_id, definition.facilitator_id);
  planned.co_facilitator_id := nullif(coalesce(schedule_conflicts.co_facilitator_id, definition.co_facilitator_id), planned.facilitator_id);
  planned.location := coalesce(nullif(btrim(schedule_conflicts.location), ''), definition.location);
  for wanted in
    select planned_date.value as date, claim.kind, claim.resource
    from (select distinct unnest(session_dates) as value) planned_date, private.claims_of(planned) claim
    where planned_date.value is not null
    order by 1, 2 desc, 3
  loop
    return query
      select wanted.date, wanted.kind, private.resource_words(wanted.kind, wanted.resource, planned.location), wanted.resource,
        other.id, other.group_definition_id,
        (select named.name from public.pm_group_definitions named where named.id = other.group_definition_id),
        other.starts_at, other.ends_at,
        format('%s is already taken by %s.', private.resource_words(wanted.kind, wanted.resource, planned.location), private.session_words(other))
      from private.overlapping_sessions(
        definition.organization_id, wanted.kind, wanted.resource,
        tstzrange(least((wanted.date + start_time) at time zone zone, (wanted.date + end_time) at time zone zone),
                  (wanted.date + end_time) at time zone zone),
        array_remove(array[except_session_id], null)) other;
  end loop;
end
$$;
comment on function private.schedule_conflicts(uuid, date[], time, time, uuid, text, uuid, uuid) is 'See public.pm_schedule_conflicts.';

create function public.pm_schedule_conflicts(
  group_definition_id uuid, session_dates date[], start_time time, end_time time, facilitator_id uuid default null,
  location text default null, except_session_id uuid default null, co_facilitator_id uuid default null
) returns table (
  session_date date, kind text, resource text, resource_id text, session_id uuid, other_group_definition_id uuid, group_name text,
  starts_at timestamptz, ends_at timestamptz, detail text
)
language sql stable
set search_path = ''
as $$
  select * from private.schedule_conflicts(group_definition_id, session_dates, start_time, end_time, facilitator_id, location, except_session_id,
    co_facilitator_id)
$$;
comment on function public.pm_schedule_conflicts(uuid, date[], time, time, uuid, text, uuid, uuid) is
  'What would stand in the way of sessions on these dates (1 to 1000, wall clock of the organization): one row a date, person (kind person) or room (kind location) and other session; none when all is free. facilitator_id, co_facilitator_id and location: null for the group''s. resource_id is the person''s id or the room as rooms are compared. except_session_id: a session that is being moved. Needs pm.group_schedule.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_DATE_RANGE.';

create function private.delete_patient(patient_id uuid) returns public.pm_patients
language plpgsql security definer
set search_path = ''
as $$
declare
  patient public.pm_patients;
begin
  select * into patient from public.pm_patients gone where gone.id = patient_id and gone.deleted_at is null;
  if patient.id is null or not private.can_see_organization(patient.organization_id) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Search again.');
  end if;
  perform private.require_permission(patient.organization_id, 'pm.patients.delete');
  perform private.lock_organizations('enrollments');
  -- Waits for those who are enrolling the patient, and makes later ones wait; then two deletions are told apart.
  perform from public.pm_patients gone where gone.id = delete_patient.patient_id and gone.deleted_at is null for update;
  if not found then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'The patient was deleted just now.', 'Search again.');
  end if;
  -- Groups in one order, so that two deletions cannot wait for each other.
  perform private.lock_group(live.organization_id, live.group_definition_id)
  from (select distinct enrollment.organization_id, enrollment.group_definition_id from public.pm_group_enrollments enrollment
        where enrollment.organization_id = patient.organization_id and enrollment.patient_id = delete_patient.patient_id
          and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null
        order by enrollment.group_definition_id) live;
  update public.pm_group_enrollments enrollment set status = 'disenrolled', disenroll_reason = 'Patient record deleted'
  where enrollment.organization_id = patient.organization_id and enrollment.patient_id = delete_patient.patient_id
    and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null;
  update public.pm_patients gone set deleted_at = clock_timestamp() where gone.id = delete_patient.patient_id returning * into patient;
  return patient;
end
$$;
comment on function private.delete_patient(uuid) is 'See public.pm_delete_patient.';

create function public.pm_delete_patient(patient_id uuid) returns public.pm_patients
language sql
set search_path = ''
as $$
  select private.delete_patient(patient_id)
$$;
comment on function public.pm_delete_patient(uuid) is
  'Soft-deletes a patient after disenrolling the patient everywhere (freed seats go to those who wait). Needs pm.patients.delete. Returns the patient. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';

create function private.restore_patient(patient_id uuid) returns public.pm_patients
language plpgsql security definer
set search_path = ''
as $$
declare
  patient public.pm_patients;
begin
  select * into patient from public.pm_patients gone where gone.id = patient_id and gone.deleted_at is not null;
  if patient.id is null or not private.can_see_organization(patient.organization_id) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such deleted patient in your organizations.', null);
  end if;
  perform private.require_permission(patient.organization_id, 'pm.patients.delete');
  update public.pm_patients restored set deleted_at = null where restored.id = restore_patient.patient_id returning * into patient;
  return patient;
end
$$;
comment on function private.restore_patient(uuid) is 'See public.pm_restore_patient.';

create function public.pm_restore_patient(patient_id uuid) returns public.pm_patients
language sql
set search_path = ''
as $$
  select private.restore_patient(patient_id)
$$;
comment on function public.pm_restore_patient(uuid) is
  'Brings back a soft-deleted patient; enrollments that ended stay ended. Needs pm.patients.delete. Returns the patient. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function
  private.group_statistics(uuid), private.delete_group_definition(uuid), private.restore_group_definition(uuid),
  private.deleted_group_definitions(uuid), private.schedule_conflicts(uuid, date[], time, time, uuid, text, uuid, uuid),
  private.delete_patient(uuid), private.restore_patient(uuid),
  public.pm_group_statistics(uuid), public.pm_delete_group_definition(uuid), public.pm_restore_group_definition(uuid),
  public.pm_deleted_group_definitions(uuid), public.pm_schedule_conflicts(uuid, date[], time, time, uuid, text, uuid, uuid),
  public.pm_delete_patient(uuid), public.pm_restore_patient(uuid)
  to authenticated, service_role;
