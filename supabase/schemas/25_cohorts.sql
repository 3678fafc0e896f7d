-- The next cycle: groups made anew from existing ones, one or a whole cohort, with their patients and sessions if wanted.

create function private.rule_shifted(rule text, days integer) returns text
language sql immutable
set search_path = ''
as $$
  select case when until.day is null then rule
    else replace(rule, 'UNTIL=' || until.day, 'UNTIL=' || to_char(
      -- Not to_date: a rule that ends on February 31 is no reason to refuse the clone.
      make_date(left(until.day, 4)::integer, substr(until.day, 5, 2)::integer, 1) + right(until.day, 2)::integer - 1 + days, 'YYYYMMDD')) end
  from (select substring(rule from 'UNTIL=([1-9]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))') as day) until
$$;
comment on function private.rule_shifted(text, integer) is 'The recurrence rule with its end, if it names one, so many days later.';

create function private.active_member(organization_id uuid, user_id uuid) returns uuid
language sql stable security definer
set search_path = ''
as $$
  select membership.user_id from public.pf_memberships membership
  where membership.organization_id = active_member.organization_id and membership.user_id = active_member.user_id and membership.status = 'active'
$$;
comment on function private.active_member(uuid, uuid) is 'The person, if an active member of the organization; else null.';

create function private.make_clone(source public.pm_group_definitions, changes jsonb, include_facilitators boolean, include_patients boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  wanted public.pm_group_definitions;
  made public.pm_group_definitions;
  live public.pm_group_enrollments;
  entered public.pm_group_enrollments;
  patients jsonb := '[]';
  warnings jsonb := '[]';
  left_people text;
  unseated integer;
begin
  wanted := jsonb_populate_record(source, changes);
  if exists (
    select from public.pm_group_definitions other
    where other.organization_id = source.organization_id and other.deleted_at is null and lower(other.name) = lower(btrim(wanted.name))
      and other.start_date is not distinct from wanted.start_date
  ) then
    warnings := warnings || jsonb_build_object('kind', 'same_name', 'detail',
      format('There is a group "%s"%s already.', wanted.name, coalesce(' that starts on ' || to_char(wanted.start_date, 'FMDy, Mon FMDD, YYYY'), '')));
  end if;
  if include_facilitators then
    select string_agg(profile.full_name, ' and ' order by profile.full_name) into left_people
    from unnest(array[source.facilitator_id, source.co_facilitator_id]) person
    join public.pf_profiles profile on profile.id = person
    where private.active_member(source.organization_id, person) is null;
    if left_people is not null then
      warnings := warnings || jsonb_build_object('kind', 'facilitator_left', 'detail', format('%s: no active member any more, so left open.', left_people));
    end if;
  end if;
  perform set_config('quorum.cloned_from', source.id::text, true);
  insert into public.pm_group_definitions (organization_id, name, description, group_type, facilitator_id, co_facilitator_id, location, max_capacity,
    min_capacity, duration_minutes, recurrence_rule, time_period, start_date, end_date, session_creation_permission, session_approval_required,
    advance_notice_hours, allowed_time_slots, custom_fields)
  values (source.organization_id, wanted.name, source.description, source.group_type,
    case when include_facilitators then private.active_member(source.organization_id, source.facilitator_id) end,
    case when include_facilitators then private.active_member(source.organization_id, source.co_facilitator_id) end,
    source.location, wanted.max_capacity, case when source.min_capacity is not null then least(source.min_capacity, wanted.max_capacity) end, source.duration_minutes,
    private.rule_shifted(source.recurrence_rule, coalesce(wanted.start_date - source.start_date, 0)), wanted.time_period, wanted.start_date, wanted.end_date,
    source.session_creation_permission, source.session_approval_required, source.advance_notice_hours, source.allowed_time_slots, source.custom_fields)
  returning * into made;
  perform set_config('quorum.cloned_from', '', true);

  if include_patients then
    for live in
      select * from public.pm_group_enrollments enrollment
      where enrollment.organization_id = source.organization_id and enrollment.group_definition_id = source.id
        and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null
      order by enrollment.waitlist_position nulls first, enrollment.enrolled_at, enrollment.id
    loop
      entered := private.enroll_patient(made.id, live.patient_id, 'waitlist', greatest(made.start_date, private.organization_today(made.organization_id)));
      patients := patients || jsonb_build_object('patient_id', live.patient_id, 'was', live.status, 'status', entered.status,
        'waitlist_position', entered.waitlist_position);
    end loop;
    select count(*) into unseated from jsonb_array_elements(patients) patient where patient ->> 'was' = 'enrolled' and patient ->> 'status' = 'waitlisted';
    if unseated > 0 then
      warnings := warnings || jsonb_build_object('kind', 'waitlisted', 'detail',
        format('%s who %s a seat in "%s" would wait: the new group has %s.', case unseated when 1 then 'One patient' else unseated || ' patients' end,
          case unseated when 1 then 'has' else 'have' end, source.name, made.max_capacity));
    end if;
  end if;
  return jsonb_build_object('source_id', source.id, 'group', to_jsonb(made), 'patients', patients,
    'cloned_patients', (select count(*) from jsonb_array_elements(patients) patient where patient ->> 'status' = 'enrolled'),
    'waitlisted_patients', (select count(*) from jsonb_array_elements(patients) patient where patient ->> 'status' = 'waitlisted'),
    'cloned_facilitators', (made.facilitator_id is not null)::integer + (made.co_facilitator_id is not null)::integer,
    'warnings', warnings);
exception when data_exception then
  perform private.refuse('PT400', 'INVALID_INPUT', format('A date or number of "%s" cannot be used: %s.', source.name, sqlerrm), null);
  return null;
end
$$;
comment on function private.make_clone(public.pm_group_definitions, jsonb, boolean, boolean) is
  'Makes one group from another: changes {name, time_period, start_date, end_date, max_capacity} replace the source''s values; the new one is active, with a code of its own. Patients: those with seats first, in order of enrollment, then the waitlist in order, on rosters from the later of today and the start date. Facilitators only if still active members. Returns {source_id, group, patients, cloned_patients, waitlisted_patients, cloned_facilitators, warnings}. The caller has checked permissions, but for enrolling. Raises INVALID_INPUT and what groups raise.';

create function private.clone_sessions(source_id uuid, made public.pm_group_definitions, days integer) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  held public.pm_group_schedule;
  series public.pm_session_series;
  plan public.pm_group_schedule;
  answer jsonb;
  made_series jsonb := '{}';
  first_date date;
  last_date date;
  created integer := 0;
  skipped jsonb := '[]';
begin
  -- Whoever may make the group may make it with its sessions.
  perform set_config('quorum.cloning_sessions', 'on', true);
  for held in
    select * from public.pm_group_schedule session
    where session.organization_id = made.organization_id and session.group_definition_id = source_id and session.status <> 'cancelled'
    order by session.starts_at, session.id
  loop
    series := null;
    if held.series_id is not null then
      if not made_series ? held.series_id::text then
        select * into series from public.pm_session_series original where original.id = held.series_id;
        insert into public.pm_session_series (organization_id, group_definition_id, recurrence_rule, start_time, end_time, location, is_finite)
        values (made.organization_id, made.id,
          -- Moved by something else than whole weeks, the days of the rule no longer fit its dates.
          case when days % 7 = 0 and series.recurrence_rule ~ '(^|;)FREQ=(DAILY|WEEKLY)(;|$)' then private.rule_shifted(series.recurrence_rule, days) end,
          series.start_time, series.end_time, series.location, series.is_finite)
        returning * into series;
        made_series := made_series || jsonb_build_object(held.series_id::text, series.id);
      end if;
      select * into series from public.pm_session_series fresh where fresh.id = (made_series ->> held.series_id::text)::uuid;
    end if;
    plan := null;
    plan.organization_id := made.organization_id;
    plan.group_definition_id := made.id;
    plan.session_date := held.session_date + days;
    plan.start_time := held.start_time;
    plan.end_time := held.end_time;
    plan.session_type := case when held.series_id is null then 'scheduled' else 'recurring' end;
    plan.series_id := series.id;
    -- A substitute was for that day; a room, too, where the series has its own. People: the group's, by default.
    plan.location := case when held.series_id is null then held.location else series.location end;
    plan.conflict_override := false;
    answer := private.schedule_if_free(plan, false);
    if answer ? 'error' then
      skipped := skipped || answer;
    else
      created := created + 1;
      first_date := least(first_date, plan.session_date);
      last_date := greatest(last_date, plan.session_date);
    end if;
  end loop;
  perform set_config('quorum.cloning_sessions', '', true);
  delete from public.pm_session_series empty
  where empty.organization_id = made.organization_id and empty.group_definition_id = made.id
    and not exists (select from public.pm_group_schedule session where session.series_id = empty.id);
  return jsonb_build_object('created', created, 'first_date', first_date, 'last_date', last_date, 'skipped', skipped);
end
$$;
comment on function private.clone_sessions(uuid, public.pm_group_definitions, integer) is
  'Gives the new group the source''s sessions that are not cancelled, so many days later, with the new group''s people. Returns {created, first_date, last_date, skipped: [{session_date, start_time, error, detail}]}. The caller has checked permissions and holds the schedule''s lock.';

create function private.clone_group(
  group_definition_id uuid, name text, time_period text, start_date date, end_date date, max_capacity integer,
  include_facilitators boolean, include_patients boolean
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  source public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_definitions.create');
  clone jsonb;
begin
  if include_patients then
    perform private.require_permission(source.organization_id, 'pm.group_enrollments.create');
  end if;
  perform private.lock_organizations('enrollments');
  clone := private.make_clone(source,
    jsonb_strip_nulls(jsonb_build_object('name', name, 'time_period', time_period, 'max_capacity', max_capacity))
      || case when start_date is null and end_date is null then '{}'
        when start_date is null then jsonb_build_object('end_date', end_date)
        else jsonb_build_object('start_date', start_date, 'end_date', end_date) end,
    coalesce(include_facilitators, false), coalesce(include_patients, true));
  return (clone -> 'group') || (clone - 'group');
end
$$;
comment on function private.clone_group(uuid, text, text, date, date, integer, boolean, boolean) is 'See public.pm_clone_group.';

create function public.pm_clone_group(
  group_definition_id uuid, name text default null, time_period text default null, start_date date default null, end_date date default null,
  max_capacity integer default null, include_facilitators boolean default false, include_patients boolean default true
) returns jsonb
language sql
set search_path = ''
as $$
  select private.clone_group(group_definition_id, name, time_period, start_date, end_date, max_capacity, include_facilitators, include_patients)
$$;
comment on function public.pm_clone_group(uuid, text, text, date, date, integer, boolean, boolean) is
  'Makes a new active group like an existing one. Null: as the source''s; but with a start_date, no end_date means open-ended. include_patients: seats in order of enrollment, then the waitlist in order, within the new capacity. Needs pm.group_definitions.create, with patients also pm.group_enrollments.create. Returns the new group''s row plus {source_id, cloned_patients (with a seat), waitlisted_patients, cloned_facilitators, patients: [{patient_id, was, status, waitlist_position}], warnings: [{kind, detail}]}. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_TIME_PERIOD, INVALID_DATE_RANGE, INVALID_INPUT.';

create function private.changes_of_clone(source public.pm_group_definitions, days integer, wanted jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_build_object('start_date', source.start_date + days, 'end_date', source.end_date + days)
    || coalesce((select change - 'group_definition_id' from jsonb_array_elements(wanted) change where change ->> 'group_definition_id' = source.id::text), '{}')
$$;
comment on function private.changes_of_clone(public.pm_group_definitions, integer, jsonb) is
  'What replaces the source''s values: its dates so many days later, then its entry of wanted, if there is one.';

create function private.batch_clone_groups(
  group_definition_ids uuid[], date_offset_days integer, include_facilitators boolean, include_patients boolean, preview boolean, changes jsonb,
  include_sessions boolean
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  group_id uuid;
  source public.pm_group_definitions;
  sources public.pm_group_definitions[] := '{}';
  clone jsonb;
  clones jsonb[] := '{}';
  made public.pm_group_definitions;
  sessions jsonb;
  warnings jsonb;
  unknown text;
  sees_clashes boolean;
begin
  if coalesce(cardinality(group_definition_ids), 0) not between 1 and 50 or date_offset_days is null or date_offset_days not between -3660 and 3660 then
    perform private.refuse('PT400', 'INVALID_INPUT', '1 to 50 groups at a time, moved by at most 3660 days.', 'Clone them in several steps.');
  end if;
  if cardinality(group_definition_ids) <> (select count(distinct id) from unnest(group_definition_ids) id) then
    perform private.refuse('PT400', 'INVALID_INPUT', 'A group is named twice, or not at all.', 'Name each group once.');
  end if;
  foreach group_id in array group_definition_ids loop
    source := private.require_group(group_id, 'pm.group_definitions.create');
    if source.organization_id <> sources[1].organization_id then
      perform private.refuse('PT400', 'INVALID_INPUT', 'The groups belong to several organizations.', 'Clone the groups of one organization at a time.');
    end if;
    sources := sources || source;
  end loop;
  if include_patients then
    perform private.require_permission(source.organization_id, 'pm.group_enrollments.create');
  end if;
  if include_sessions then
    perform private.require_permission(source.organization_id, 'pm.group_schedule.create');
    if (select count(*) from public.pm_group_schedule session where session.organization_id = source.organization_id
        and session.group_definition_id = any (group_definition_ids) and session.status <> 'cancelled') > 1000 then
      perform private.refuse('PT400', 'INVALID_INPUT', 'These groups have more than 1000 sessions.', 'Clone fewer groups at a time, or without sessions.');
    end if;
  end if;
  if jsonb_typeof(changes) is distinct from 'array' or exists (select from jsonb_array_elements(changes) change where jsonb_typeof(change) <> 'object') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'changes is a list of objects, each with a group_definition_id.', null);
  end if;
  select key into unknown from jsonb_array_elements(changes) change, jsonb_object_keys(change) key
  where key not in ('group_definition_id', 'name', 'time_period', 'start_date', 'end_date', 'max_capacity') limit 1;
  if unknown is not null then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A change has the unknown key %s.', quote_literal(left(unknown, 60))), null);
  end if;
  select change ->> 'group_definition_id' into unknown from jsonb_array_elements(changes) change
  group by 1 having count(*) > 1 or coalesce(change ->> 'group_definition_id', '') <> all (group_definition_ids::text[]) limit 1;
  if found then
    perform private.refuse('PT400', 'INVALID_INPUT', 'Each change names one of group_definition_ids, and each of them once.', null);
  end if;

  perform private.lock_organizations('enrollments');
  perform private.lock_organizations('schedule');
  begin
    foreach source in array sources loop
      clones := clones || private.make_clone(source, private.changes_of_clone(source, date_offset_days, changes),
        coalesce(include_facilitators, false), coalesce(include_patients, true));
    end loop;
    -- Sessions after all groups, since they write domain events (see private.emit_event).
    for position in 1 .. cardinality(clones) loop
      clone := clones[position];
      made := jsonb_populate_record(null::public.pm_group_definitions, clone -> 'group');
      warnings := clone -> 'warnings';
      sessions := case when include_sessions then private.clone_sessions((clone ->> 'source_id')::uuid, made, date_offset_days)
        else '{"created": 0, "first_date": null, "last_date": null, "skipped": []}' end;
      if sessions -> 'skipped' <> '[]' then
        warnings := warnings || jsonb_build_object('kind', 'sessions_skipped', 'detail',
          format('%s of %s sessions would be left out.', jsonb_array_length(sessions -> 'skipped'),
            jsonb_array_length(sessions -> 'skipped') + (sessions ->> 'created')::integer));
      end if;
      clones[position] := clone || jsonb_build_object('sessions', sessions, 'warnings', warnings);
    end loop;
    -- Last, when all sessions of the cohort are there: it may clash with itself. Only for who may see whom and when it concerns.
    sees_clashes := private.has_permission(source.organization_id, 'pm.patients.view')
      and private.has_permission(source.organization_id, 'pm.group_enrollments.view')
      and private.has_permission(source.organization_id, 'pm.group_schedule.view');
    for position in 1 .. case when sees_clashes then cardinality(clones) else 0 end loop
      clone := clones[position];
      made := jsonb_populate_record(null::public.pm_group_definitions, clone -> 'group');
      select coalesce(jsonb_agg(jsonb_build_object('kind', 'two_places', 'patient_id', clash.patient_id, 'detail',
          format('%s would also be in "%s" on %s, %s-%s.', concat_ws(' ', patient.first_name, patient.last_name), clash.other_group_name,
            to_char(clash.session_date, 'FMDy, Mon FMDD, YYYY'), to_char(clash.other_start_time, 'FMHH12:MI AM'), to_char(clash.other_end_time, 'FMHH12:MI AM')))), '[]')
      into warnings
      from private.enrollment_conflicts(made, array(select (seat ->> 'patient_id')::uuid from jsonb_array_elements(clone -> 'patients') seat
          where seat ->> 'status' = 'enrolled'), greatest(made.start_date, private.organization_today(made.organization_id))) clash
      join public.pm_patients patient on patient.id = clash.patient_id;
      clones[position] := clone || jsonb_build_object('warnings', (clone -> 'warnings') || warnings);
    end loop;
    if preview then
      raise exception using errcode = 'QP000';
    end if;
  exception when sqlstate 'QP000' then
    null; -- The preview is the cloning itself, taken back.
  end;
  return jsonb_build_object('preview', coalesce(preview, false), 'groups', to_jsonb(clones));
end
$$;
comment on function private.batch_clone_groups(uuid[], integer, boolean, boolean, boolean, jsonb, boolean) is 'See public.pm_batch_clone_groups.';

create function public.pm_batch_clone_groups(
  group_definition_ids uuid[], date_offset_days integer, include_facilitators boolean default false, include_patients boolean default true,
  preview boolean default false, changes jsonb default '[]', include_sessions boolean default false
) returns jsonb
language sql
set search_path = ''
as $$
  select private.batch_clone_groups(
    group_definition_ids, date_offset_days, include_facilitators, include_patients, preview, changes, include_sessions)
$$;
comment on function public.pm_batch_clone_groups(uuid[], integer, boolean, boolean, boolean, jsonb, boolean) is
  'Makes a new active group from each of 1 to 50 groups of one organization, dates moved by date_offset_days (-3660 to 3660), all in one transaction. changes: [{group_definition_id, name, time_period, start_date, end_date, max_capacity}], what a key names replaces the moved value. include_sessions: also the sessions that are not cancelled (1000 at most), moved likewise, for the new group''s people; those that conflict are left out and named. preview: the same answer, nothing saved (ids mean nothing then). Returns {preview, groups: [{source_id, group: row, patients: [{patient_id, was, status, waitlist_position}], cloned_patients, waitlisted_patients, cloned_facilitators, sessions: {created, first_date, last_date, skipped: [{session_date, start_time, error, detail}]}, warnings: [{kind: same_name | facilitator_left | waitlisted | sessions_skipped | two_places, detail}]}]} in the order given. Needs pm.group_definitions.create, with patients pm.group_enrollments.create, with sessions pm.group_schedule.create. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_TIME_PERIOD, INVALID_DATE_RANGE.';

grant execute on function
  private.clone_group(uuid, text, text, date, date, integer, boolean, boolean),
  private.batch_clone_groups(uuid[], integer, boolean, boolean, boolean, jsonb, boolean),
  public.pm_clone_group(uuid, text, text, date, date, integer, boolean, boolean),
  public.pm_batch_clone_groups(uuid[], integer, boolean, boolean, boolean, jsonb, boolean)
  to authenticated, service_role;
