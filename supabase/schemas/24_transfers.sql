-- Patients between groups: who would be in two places, who was where when, transfer, and merging two groups.

create function private.enrollment_conflicts(definition public.pm_group_definitions, patient_ids uuid[], from_day date) returns table (
  patient_id uuid, other_group_definition_id uuid, other_group_name text, session_id uuid, other_session_id uuid, session_date date,
  start_time time, end_time time, other_start_time time, other_end_time time, conflict_count integer
)
language sql stable security definer
set search_path = ''
as $$
  with clash as (
    select elsewhere.patient_id, other_group.id as other_group_id, other_group.name, session.id as session_id, other.id as other_session_id, session.session_date,
      session.start_time, session.end_time, other.start_time as other_start_time, other.end_time as other_end_time,
      row_number() over (partition by elsewhere.patient_id, other_group.id order by session.starts_at, other.starts_at) as rank,
      count(*) over (partition by elsewhere.patient_id, other_group.id)::integer as times
    from public.pm_group_enrollments elsewhere
    join public.pm_group_definitions other_group
      on other_group.organization_id = elsewhere.organization_id and other_group.id = elsewhere.group_definition_id and other_group.deleted_at is null
    join public.pm_group_schedule other
      on other.organization_id = elsewhere.organization_id and other.group_definition_id = elsewhere.group_definition_id
      and other.status in ('scheduled', 'active') and other.ends_at > now() and other.session_date >= elsewhere.starts_on
    join public.pm_group_schedule session
      on session.organization_id = elsewhere.organization_id and session.group_definition_id = definition.id
      and session.status in ('scheduled', 'active') and session.session_date >= from_day
      and session.starts_at < other.ends_at and session.ends_at > other.starts_at
    where elsewhere.organization_id = definition.organization_id and elsewhere.patient_id = any (patient_ids)
      and elsewhere.group_definition_id <> definition.id and elsewhere.status = 'enrolled' and elsewhere.deleted_at is null
  )
  select clash.patient_id, clash.other_group_id, clash.name, clash.session_id, clash.other_session_id, clash.session_date,
    clash.start_time, clash.end_time, clash.other_start_time, clash.other_end_time, clash.times
  from clash where clash.rank = 1
  order by clash.session_date, clash.start_time, clash.patient_id, clash.name
$$;
comment on function private.enrollment_conflicts(public.pm_group_definitions, uuid[], date) is
  'See public.pm_enrollment_conflicts. from_day: the first day on the group''s rosters.';

create function private.checked_enrollment_conflicts(group_definition_id uuid, patient_ids uuid[], starts_on date) returns table (
  patient_id uuid, other_group_definition_id uuid, other_group_name text, session_id uuid, other_session_id uuid, session_date date,
  start_time time, end_time time, other_start_time time, other_end_time time, conflict_count integer
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_enrollments.view');
begin
  perform private.require_permission(definition.organization_id, 'pm.group_schedule.view');
  if coalesce(cardinality(patient_ids), 0) not between 1 and 100 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('1 to 100 patients at a time, not %s.', coalesce(cardinality(patient_ids), 0)), null);
  end if;
  return query select * from private.enrollment_conflicts(definition, patient_ids,
    coalesce(starts_on, private.organization_today(definition.organization_id)));
end
$$;
comment on function private.checked_enrollment_conflicts(uuid, uuid[], date) is 'See public.pm_enrollment_conflicts.';

create function public.pm_enrollment_conflicts(group_definition_id uuid, patient_ids uuid[], starts_on date default null) returns table (
  patient_id uuid, other_group_definition_id uuid, other_group_name text, session_id uuid, other_session_id uuid, session_date date,
  start_time time, end_time time, other_start_time time, other_end_time time, conflict_count integer
)
language sql stable
set search_path = ''
as $$
  select * from private.checked_enrollment_conflicts(group_definition_id, patient_ids, starts_on)
$$;
comment on function public.pm_enrollment_conflicts(uuid, uuid[], date) is
  'Who of the 1 to 100 patients would be in two places at once: sessions of the group to come from starts_on on (null: today) that overlap sessions of a group in which the patient has a seat. One row a patient and other group, with the first such pair and how many there are. A warning: enrolling is not refused. Needs pm.group_enrollments.view and pm.group_schedule.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT.';

create function public.pm_group_roster(group_definition_id uuid, on_date date default null) returns setof public.pm_group_enrollments
language sql stable
set search_path = ''
as $$
  select distinct on (enrollment.patient_id) enrollment.*
  from public.pm_group_enrollments enrollment
  cross join lateral (select organization.timezone, coalesce(on_date, (now() at time zone organization.timezone)::date) as day
    from public.pf_organizations organization where organization.id = enrollment.organization_id) calendar
  where enrollment.group_definition_id = pm_group_roster.group_definition_id and enrollment.deleted_at is null
    and enrollment.enrolled_at is not null and enrollment.starts_on <= calendar.day
    and (enrollment.status = 'enrolled' or (enrollment.disenrolled_at at time zone calendar.timezone)::date > calendar.day)
  order by enrollment.patient_id, enrollment.enrolled_at desc
$$;
comment on function public.pm_group_roster(uuid, date) is
  'The enrollments that are on the group''s roster on a day (null: the organization''s today): with a seat, from starts_on until the day before the patient left; a patient once. Row level security applies (pm.group_enrollments.view); patients can be embedded. Empty for a group that the caller cannot see.';

create function public.pm_session_roster(session_id uuid) returns setof public.pm_group_enrollments
language sql stable
set search_path = ''
as $$
  select distinct on (enrollment.patient_id) enrollment.*
  from public.pm_group_schedule session
  join public.pm_group_enrollments enrollment
    on enrollment.organization_id = session.organization_id and enrollment.group_definition_id = session.group_definition_id
  where session.id = session_id and enrollment.deleted_at is null and enrollment.enrolled_at is not null
    and enrollment.starts_on <= session.session_date
    and (enrollment.status = 'enrolled' or enrollment.disenrolled_at > session.starts_at)
  order by enrollment.patient_id, enrollment.enrolled_at desc
$$;
comment on function public.pm_session_roster(uuid) is
  'The enrollments that were, are or will be on the roster of a session: with a seat, from starts_on until they left before it began; a patient once. Row level security applies (pm.group_schedule.view, pm.group_enrollments.view); patients can be embedded. Empty for a session that the caller cannot see.';

create function private.transfer_enrollment(enrollment_id uuid, group_definition_id uuid, on_full text, starts_on date, reason text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  origin public.pm_group_definitions;
  destination public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_enrollments.create');
  enrollment public.pm_group_enrollments := private.require_enrollment(enrollment_id, 'pm.group_enrollments.edit');
  entered public.pm_group_enrollments;
  answer jsonb;
begin
  if enrollment.organization_id <> destination.organization_id then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'Choose a group of the same organization.');
  end if;
  if enrollment.status = 'disenrolled' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'This enrollment has ended, so there is no seat to transfer.', 'Enroll the patient in the other group.');
  end if;
  if enrollment.group_definition_id = destination.id then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('The patient is in "%s" already.', destination.name), 'Choose another group.');
  end if;
  select * into origin from public.pm_group_definitions definition where definition.id = enrollment.group_definition_id;
  -- For the log: both sides name the other. One patient at a time, so the setting says whom it concerns.
  perform set_config('quorum.transfer', jsonb_build_object('patient_id', enrollment.patient_id, 'from_group_id', origin.id, 'to_group_id', destination.id)::text, true);
  -- Entered before the old seat is given up: a full group refuses while nothing has changed.
  entered := private.enroll_patient(destination.id, enrollment.patient_id, on_full, starts_on, enrollment.id);
  answer := private.disenroll_patient(enrollment.id,
    left(coalesce(private.reason_words(reason), format('Transferred to "%s"', destination.name)), 500));
  perform set_config('quorum.transfer', '', true);
  return answer || jsonb_build_object('enrolled', to_jsonb(entered));
end
$$;
comment on function private.transfer_enrollment(uuid, uuid, text, date, text) is 'See public.pm_transfer_enrollment.';

create function public.pm_transfer_enrollment(
  enrollment_id uuid, group_definition_id uuid, on_full text default 'reject', starts_on date default null, reason text default null
) returns jsonb
language sql
set search_path = ''
as $$
  select private.transfer_enrollment(enrollment_id, group_definition_id, on_full, starts_on, reason)
$$;
comment on function public.pm_transfer_enrollment(uuid, uuid, text, date, text) is
  'Moves a patient with a seat or a waitlist place to another group in one step: enrolled there from starts_on on (null: today), disenrolled here, the seat here to the first who waits. When the other group is full: on_full ''reject'' refuses and changes nothing, ''waitlist'' gives the old seat up for a place. What was attended stays with the old enrollment, which the new one names (transferred_from_id). Needs pm.group_enrollments.edit and .create. Returns {disenrolled: row, enrolled: row, promoted: row or null}. Raises ENROLLMENT_NOT_FOUND, GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION, PATIENT_ALREADY_ENROLLED, GROUP_AT_CAPACITY, GROUP_NOT_ACTIVE, INVALID_INPUT.';

create function private.merge_groups(group_definition_id uuid, into_group_definition_id uuid, reason text, preview boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  origin public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_definitions.edit');
  destination public.pm_group_definitions := private.require_group(into_group_definition_id, 'pm.group_enrollments.create');
  words text;
  today date := private.organization_today(origin.organization_id);
  leaving public.pm_group_enrollments;
  entered public.pm_group_enrollments;
  moved jsonb := '[]';
  session public.pm_group_schedule;
  cancelled jsonb := '[]';
  answer jsonb;
begin
  if origin.organization_id <> destination.organization_id then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'Choose a group of the same organization.');
  end if;
  if origin.id = destination.id then
    perform private.refuse('PT400', 'INVALID_INPUT', 'A group cannot be merged into itself.', 'Choose another group.');
  end if;
  perform private.require_permission(origin.organization_id, 'pm.group_enrollments.edit');
  words := left(coalesce(private.reason_words(reason), format('Merged into "%s"', destination.name)), 500);
  perform private.lock_organizations('enrollments');
  perform private.lock_organizations('schedule');
  select * into destination from public.pm_group_definitions definition where definition.id = destination.id and definition.deleted_at is null;
  if destination.id is null then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'The other group was deleted just now.', 'Reload the page.');
  end if;
  if destination.status <> 'active' then
    perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is %s and takes no patients.', destination.name, destination.status),
      'Choose an active group.');
  end if;
  begin
    -- Completed first: whoever leaves it makes room for nobody.
    update public.pm_group_definitions merged set status = 'completed' where merged.id = origin.id and merged.deleted_at is null returning * into origin;
    if origin.id is null then
      perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'The group was deleted just now.', 'Reload the page.');
    end if;
    for leaving in
      select * from public.pm_group_enrollments live
      where live.organization_id = origin.organization_id and live.group_definition_id = origin.id and live.status <> 'disenrolled' and live.deleted_at is null
      order by live.waitlist_position nulls first, live.enrolled_at, live.id
    loop
      perform set_config('quorum.transfer',
        jsonb_build_object('patient_id', leaving.patient_id, 'from_group_id', origin.id, 'to_group_id', destination.id)::text, true);
      begin
        -- Who is held back must not be given a seat by the move either.
        perform set_config('quorum.keep_waiting', case when private.is_held(leaving, today) then 'on' else '' end, true);
        entered := private.enroll_patient(destination.id, leaving.patient_id, 'waitlist', greatest(leaving.starts_on, today), leaving.id);
        perform set_config('quorum.keep_waiting', '', true);
        if private.is_held(leaving, today) then
          update public.pm_group_enrollments held
          set (waitlist_held_at, waitlist_held_until, waitlist_hold_reason) = (leaving.waitlist_held_at, leaving.waitlist_held_until, leaving.waitlist_hold_reason)
          where held.id = entered.id;
        end if;
        answer := jsonb_build_object('status', entered.status, 'waitlist_position', entered.waitlist_position);
      exception when sqlstate 'PT409' then
        if sqlerrm <> 'PATIENT_ALREADY_ENROLLED' then
          raise;
        end if;
        answer := jsonb_build_object('status', 'already_there', 'waitlist_position', null);
      end;
      update public.pm_group_enrollments left_behind set status = 'disenrolled', disenroll_reason = words where left_behind.id = leaving.id;
      moved := moved || (answer || jsonb_build_object('patient_id', leaving.patient_id, 'enrollment_id', leaving.id, 'was', leaving.status));
    end loop;
    perform set_config('quorum.transfer', '', true);
    answer := (select jsonb_object_agg(named.status, (select count(*) from jsonb_array_elements(moved) entry where entry ->> 'status' = named.status))
      from unnest(array['enrolled', 'waitlisted', 'already_there']) named (status));
    perform private.log_activity(origin.organization_id, origin.id, null, 'group_merged', answer || jsonb_build_object('into_group_id', destination.id));
    perform private.log_activity(origin.organization_id, destination.id, null, 'group_merged', answer || jsonb_build_object('from_group_id', origin.id));
    -- Sessions last, since cancelling writes domain events (see private.emit_event).
    for session in
      select * from public.pm_group_schedule coming
      where coming.organization_id = origin.organization_id and coming.group_definition_id = origin.id and coming.status = 'scheduled' and coming.starts_at > now()
      order by coming.starts_at
    loop
      perform private.cancel_session(session.id, words);
      cancelled := cancelled || jsonb_build_object('id', session.id, 'session_date', session.session_date, 'start_time', session.start_time, 'end_time', session.end_time);
    end loop;
    select * into destination from public.pm_group_definitions definition where definition.id = destination.id;
    if preview then
      raise exception using errcode = 'QP000';
    end if;
  exception when sqlstate 'QP000' then
    null; -- The preview is the merge itself, taken back.
  end;
  return answer || jsonb_build_object('moved', moved, 'cancelled_sessions', cancelled, 'group', to_jsonb(origin), 'into_group', to_jsonb(destination));
end
$$;
comment on function private.merge_groups(uuid, uuid, text, boolean) is 'See public.pm_merge_groups.';

create function public.pm_merge_groups(group_definition_id uuid, into_group_definition_id uuid, reason text default null, preview boolean default false) returns jsonb
language sql
set search_path = ''
as $$
  select private.merge_groups(group_definition_id, into_group_definition_id, reason, preview)
$$;
comment on function public.pm_merge_groups(uuid, uuid, text, boolean) is
  'Moves everybody of a group into another: those with seats first, in order of enrollment, then the waitlist in order; the other''s capacity holds, who does not fit or is held back waits. Sessions to come of the first are cancelled with the reason (null: "Merged into ..."), and it becomes completed. preview: the same answer, nothing saved. Needs pm.group_definitions.edit, pm.group_enrollments.edit and .create, and pm.group_schedule.delete if there are sessions to cancel. Returns {moved: [{patient_id, enrollment_id, was, status: enrolled | waitlisted | already_there, waitlist_position}], enrolled, waitlisted, already_there, cancelled_sessions: [{id, session_date, start_time, end_time}], group: row, into_group: row}. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, GROUP_NOT_ACTIVE, INVALID_INPUT.';

grant execute on function
  private.checked_enrollment_conflicts(uuid, uuid[], date), private.transfer_enrollment(uuid, uuid, text, date, text),
  private.merge_groups(uuid, uuid, text, boolean),
  public.pm_enrollment_conflicts(uuid, uuid[], date), public.pm_group_roster(uuid, date), public.pm_session_roster(uuid),
  public.pm_transfer_enrollment(uuid, uuid, text, date, text), public.pm_merge_groups(uuid, uuid, text, boolean)
  to authenticated, service_role;
