-- Sessions that run: session policy and approval, instant sessions, question sets, joining by link, attendance, notifications,
-- and functions for other programs.

-- Names of roles that differ only in case cannot be told apart in a list: the later one gets a number.
alter table public.pf_roles drop constraint pf_roles_organization_id_name_key;
update public.pf_roles role set name = left(role.name, 90) || ' (' || left(role.id::text, 6) || ')'
where exists (select from public.pf_roles earlier where earlier.organization_id = role.organization_id and lower(earlier.name) = lower(role.name)
  and (earlier.created_at, earlier.id) < (role.created_at, role.id));
create unique index pf_roles_organization_id_name_key on public.pf_roles ((organization_id::text || ':' || lower(name)));

create or replace function private.tg__audit() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  -- Secrets and noise never enter the log.
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - array['token_hash', 'created_at', 'updated_at', 'search_text'] end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - array['token_hash', 'created_at', 'updated_at', 'search_text'] end;
  organization_id uuid := coalesce(after_row, before_row) ->> case tg_table_name when 'pf_organizations' then 'id' else 'organization_id' end;
  changes jsonb := case tg_op
    when 'DELETE' then (select jsonb_object_agg(gone.key, jsonb_build_object('from', gone.value, 'to', null)) from jsonb_each(before_row) gone)
    else private.changes(coalesce(before_row, '{}'), after_row) end;
begin
  -- Permissions that go with their role were not taken by anybody.
  if tg_table_name = 'pf_role_permissions' and tg_op = 'DELETE' and not exists (
    select from public.pf_roles role where role.id = (before_row ->> 'role_id')::uuid) then
    return null;
  end if;
  if changes <> '{}' then
    insert into public.pf_audit_log (organization_id, action, performed_by, target_table, target, changes)
    values (organization_id, lower(tg_op), auth.uid(), tg_table_name,
            jsonb_strip_nulls(jsonb_build_object(
              'id', coalesce(after_row, before_row) -> 'id',
              'user_id', coalesce(after_row, before_row) -> 'user_id',
              'role_id', coalesce(after_row, before_row) -> 'role_id',
              'permission_key', coalesce(after_row, before_row) -> 'permission_key',
              'closed_on', coalesce(after_row, before_row) -> 'closed_on')),
            changes);
  end if;
  return null;
end
$$;
comment on function private.tg__audit() is 'Writes pf_audit_log for a change of an organization, role, role permission, membership, invitation, closed day or patient.';

create or replace function private.tg_pm_group_enrollments__seat() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  taken integer;
  enters boolean;
  patient_exists boolean;
  live_status text;
begin
  new.notes := nullif(btrim(new.notes), '');
  new.disenroll_reason := nullif(btrim(new.disenroll_reason), '');
  if tg_op = 'INSERT' and auth.uid() is not null
     and not (private.has_permission(new.organization_id, 'pm.group_enrollments.create') or private.has_permission(new.organization_id, 'pm.group_enrollments.edit')) then
    -- Not a word about groups and patients, and no lock on their rows: who may not enroll gets what row level security would say.
    raise insufficient_privilege using message = 'new row violates row-level security policy for table "pm_group_enrollments"';
  end if;
  enters := tg_op = 'INSERT' or (old.deleted_at is not null and new.deleted_at is null and new.status <> 'disenrolled');
  if enters then
    -- Locked like the foreign key would, but earlier: who is being deleted just now is waited for, then not found.
    perform from public.pm_patients patient
    where patient.id = new.patient_id and patient.organization_id = new.organization_id and patient.deleted_at is null
    for key share;
    patient_exists := found;
  end if;
  definition := private.lock_group(new.organization_id, new.group_definition_id);

  if enters then
    if definition.id is null or definition.deleted_at is not null then
      perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'It may have been deleted. Reload the page.');
    end if;
    if not patient_exists then
      perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in this organization.', 'The record may have been deleted. Search again.');
    end if;
  end if;
  if tg_op = 'INSERT' then
    if definition.status <> 'active' then
      perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is %s and takes no patients.', definition.name, definition.status),
        'Set the group to active first.');
    end if;
    new.starts_on := coalesce(nullif(new.starts_on, '-infinity'), private.organization_today(new.organization_id));
    new.disenrolled_at := null;
  end if;

  if enters then
    select live.status into live_status from public.pm_group_enrollments live
    where live.group_definition_id = new.group_definition_id and live.patient_id = new.patient_id
      and live.status <> 'disenrolled' and live.deleted_at is null and live.id <> new.id;
    if found then
      perform private.refuse('PT409', 'PATIENT_ALREADY_ENROLLED',
        format('The patient is already %s "%s".', case live_status when 'enrolled' then 'enrolled in' else 'on the waitlist of' end, definition.name),
        'Look at the roster and the waitlist of the group.');
    end if;
    taken := private.seats_taken(new.group_definition_id);
    if taken < definition.max_capacity and definition.status = 'active' and coalesce(current_setting('quorum.keep_waiting', true), '') <> 'on' then
      if tg_op = 'UPDATE' and new.status = 'waitlisted' then
        new.starts_on := greatest(new.starts_on, private.organization_today(new.organization_id));
      end if;
      new.status := 'enrolled';
      new.waitlist_position := null;
      new.enrolled_at := clock_timestamp();
    else
      if tg_op = 'INSERT' and current_setting('quorum.on_full', true) = 'reject' then
        perform private.refuse('PT409', 'GROUP_AT_CAPACITY', format('"%s" is full: %s of %s seats are taken.', definition.name, taken, definition.max_capacity),
          'Enroll with the waitlist, or choose another group.');
      end if;
      new.status := 'waitlisted';
      new.enrolled_at := null;
      new.waitlisted_at := clock_timestamp();
      select coalesce(max(waiting.waitlist_position), 0) + 1 into new.waitlist_position
      from public.pm_group_enrollments waiting where waiting.group_definition_id = new.group_definition_id;
    end if;
    new.waitlist_held_at := null;
    new.waitlist_held_until := null;
    new.waitlist_hold_reason := null;
    return new;
  end if;

  if old.status = 'disenrolled' and old.deleted_at is not distinct from new.deleted_at
     and (old.starts_on, old.disenroll_reason) is distinct from (new.starts_on, new.disenroll_reason) then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'This enrollment has ended; only its notes can be changed.',
      'Enroll the patient again.');
  end if;
  if new.status is distinct from old.status then
    if old.status = 'disenrolled' or (old.status = 'enrolled' and new.status = 'waitlisted') or new.status not in ('enrolled', 'disenrolled') then
      perform private.refuse('PT409', 'INVALID_TRANSITION',
        format('An enrollment cannot go from %s to %s.', old.status, left(coalesce(new.status, 'nothing'), 40)),
        case old.status when 'disenrolled' then 'Enroll the patient again.' else 'Disenroll the patient, or leave the seat.' end);
    end if;
    if new.status = 'enrolled' then
      taken := private.seats_taken(new.group_definition_id);
      if definition.status <> 'active' or definition.deleted_at is not null then
        perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is not active and takes no patients.', definition.name),
          'Set the group to active first.');
      end if;
      if taken >= definition.max_capacity then
        perform private.refuse('PT409', 'GROUP_AT_CAPACITY', format('"%s" is full: %s of %s seats are taken.', definition.name, taken, definition.max_capacity),
          'Raise the capacity, or wait until a seat is free.');
      end if;
      new.enrolled_at := clock_timestamp();
      -- Not on the rosters of sessions held while the patient was waiting.
      new.starts_on := greatest(new.starts_on, private.organization_today(new.organization_id));
    else
      new.disenrolled_at := clock_timestamp();
    end if;
    new.waitlist_position := null;
  end if;
  if new.deleted_at is not null then
    new.waitlist_position := null;
  end if;
  if new.waitlist_position is null then
    new.waitlist_held_at := null;
    new.waitlist_held_until := null;
    new.waitlist_hold_reason := null;
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_enrollments__seat() is
  'Locks the group, then decides seat or waitlist (insert, restore) and judges changes of status. Raises GROUP_NOT_FOUND, PATIENT_NOT_FOUND, GROUP_NOT_ACTIVE, PATIENT_ALREADY_ENROLLED, GROUP_AT_CAPACITY, INVALID_TRANSITION. A status sent with an insert is ignored (PM-04, Automatic Capacity Enforcement).';

create function private.are_time_slots(slots jsonb) returns boolean
language plpgsql immutable
set search_path = ''
as $$
begin
  return jsonb_typeof(slots) = 'array' and not exists (
    select from jsonb_array_elements(slots) slot
    where jsonb_typeof(slot) <> 'object' or not slot ?& array['days', 'start', 'end'] or slot - array['days', 'start', 'end'] <> '{}'
      or jsonb_typeof(slot -> 'days') <> 'array' or slot -> 'days' = '[]' or not slot -> 'days' <@ '[1, 2, 3, 4, 5, 6, 7]'
      or slot ->> 'start' !~ '^([01]\d|2[0-3]):[0-5]\d$' or slot ->> 'end' !~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'
      or slot ->> 'start' collate "C" >= slot ->> 'end' collate "C");
end
$$;
comment on function private.are_time_slots(jsonb) is
  'True for a list of {days: [1..7, Monday = 1], start: ''08:00'', end: ''12:00''}, wall clock, each with an end (at most 24:00) after its start. Null for null.';

grant execute on function private.are_time_slots(jsonb) to authenticated, service_role;

-- Nothing read the slots until now; what could not be read is no slot.
update public.pm_group_definitions set allowed_time_slots = '[]' where not private.are_time_slots(allowed_time_slots);
alter table public.pm_group_definitions
  add constraint pm_group_definitions_allowed_time_slots_form check (private.are_time_slots(allowed_time_slots));

comment on column public.pm_group_definitions.session_creation_permission is
  'Who may create sessions: owner (the group''s facilitators), admin (who may edit the group), all_members (who may create sessions). The permission pm.group_schedule.create is needed in any case.';

comment on column public.pm_group_definitions.session_approval_required is 'True: a new or moved session waits for somebody who may edit the group and does not lead the session.';

comment on column public.pm_group_definitions.advance_notice_hours is 'How long before its start a session is put on the calendar at the latest, in hours; instant sessions are exempt.';

alter table public.pm_group_schedule add column started_at timestamptz, add column completed_at timestamptz;

comment on column public.pm_group_schedule.share_token is 'Secret of the link by which patients join; pm_renew_session_link makes another.';

comment on column public.pm_group_schedule.approval_status is 'pending: holds its time and room, but cannot start before it is approved (pm_approve_session). rejected sessions are cancelled.';

comment on column public.pm_group_schedule.questions_data is
  'What the session asks, a copy taken when it was chosen: {question_set_id, title, version, scoring, questions, bands, materials}. Null: nothing.';

comment on column public.pm_group_schedule.started_at is 'When it was started; kept by trigger. Null for sessions that were completed without being started.';

comment on column public.pm_group_schedule.completed_at is 'When it was completed; kept by trigger. Facilitators and room are free from then on.';

create function private.claimed_range(session public.pm_group_schedule) returns tstzrange
language sql stable
set search_path = ''
as $$
  select tstzrange(session.starts_at,
    case when session.status = 'completed' and session.completed_at >= session.starts_at
      -- To the minute, as sessions begin: the next one may start in the minute in which this one was completed.
      then least(greatest(date_trunc('minute', session.completed_at), session.starts_at), session.ends_at)
    else session.ends_at end)
$$;
comment on function private.claimed_range(public.pm_group_schedule) is
  'From when until when a session takes its people and its room: to its planned end, or until it was completed, if that was earlier.';

create or replace function private.needs_other_claims(before public.pm_group_schedule, after public.pm_group_schedule) returns boolean
language sql immutable
set search_path = ''
as $$
  select (before.starts_at, before.ends_at, before.facilitator_id, before.co_facilitator_id, before.location, before.status = 'cancelled',
      before.status = 'completed', before.conflict_override)
    is distinct from (after.starts_at, after.ends_at, after.facilitator_id, after.co_facilitator_id, after.location,
      after.status = 'cancelled', after.status = 'completed', after.conflict_override)
$$;
comment on function private.needs_other_claims(public.pm_group_schedule, public.pm_group_schedule) is
  'True if a change of the session concerns whom or which room it takes, or when.';

create or replace function private.tg_pm_group_schedule__check() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  zone text;
  -- created_by: set to null by its foreign key when the person's account is erased.
  still_open text[] := array['notes', 'questions_data', 'updated_at', 'created_by', 'share_token', 'started_at', 'completed_at'];
begin
  new.location := nullif(btrim(new.location), '');
  new.notes := nullif(btrim(new.notes), '');
  new.cancellation_reason := nullif(btrim(new.cancellation_reason, E' \t\r\n'), '');

  if tg_op = 'INSERT' then
    if auth.uid() is not null and not private.can_see_organization(new.organization_id) then
      -- Not a word about ids of other tenants, and no lock on their rows: outsiders get what row level security would say.
      raise insufficient_privilege using message = 'new row violates row-level security policy for table "pm_group_schedule"';
    end if;
    select * into definition from public.pm_group_definitions candidate
    where candidate.id = new.group_definition_id and candidate.organization_id = new.organization_id and candidate.deleted_at is null;
    if definition.id is null then
      perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'It may have been deleted. Reload the page.');
    end if;
    if definition.status <> 'active' then
      perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is %s, so no sessions can be added.', definition.name, definition.status),
        'Set the group to active first.');
    end if;
    if auth.uid() is not null and new.status <> 'scheduled' and (new.status, new.session_type) <> ('active', 'instant') then
      perform private.refuse('PT409', 'INVALID_TRANSITION', format('A new %s session cannot begin as %s.', new.session_type, new.status),
        'Create it as scheduled.');
    end if;
    new.facilitator_id := coalesce(new.facilitator_id, definition.facilitator_id);
    new.co_facilitator_id := coalesce(new.co_facilitator_id, nullif(definition.co_facilitator_id, new.facilitator_id));
    new.location := coalesce(new.location, definition.location);
  elsif old.status in ('completed', 'cancelled') then
    if new.status <> old.status then
      perform private.refuse('PT409', 'INVALID_TRANSITION', format('This session is %s, and that is final.', old.status),
        'Create a new session instead.');
    elsif (to_jsonb(new) - still_open) is distinct from (to_jsonb(old) - still_open) then
      perform private.refuse('PT409', 'INVALID_TRANSITION', format('This session is %s; only its notes can be changed.', old.status), null);
    end if;
  elsif new.status = 'scheduled' and old.status = 'active' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'A session that has started cannot go back to scheduled.', 'Complete or cancel it.');
  end if;

  if new.status = 'cancelled' and (tg_op = 'INSERT' or old.status <> 'cancelled') then
    if new.cancellation_reason is null then
      perform private.refuse('PT400', 'CANCELLATION_REASON_REQUIRED', 'A session is cancelled with a reason.', 'Say why in a few words.');
    end if;
    -- Rejecting is the approver's right (private.decide_session); nobody else can write approval_status.
    if auth.uid() is not null and new.approval_status <> 'rejected' then
      perform private.require_permission(new.organization_id, 'pm.group_schedule.delete');
    end if;
  end if;
  if new.status = 'active' and (tg_op = 'INSERT' or old.status <> 'active') then
    new.started_at := coalesce(new.started_at, now());
  elsif new.status = 'completed' and (tg_op = 'INSERT' or old.status <> 'completed') then
    new.completed_at := coalesce(new.completed_at, now());
  end if;
  if new.conflict_override and (tg_op = 'INSERT' or not old.conflict_override) and auth.uid() is not null then
    perform private.require_permission(new.organization_id, 'pm.group_schedule.edit');
  end if;

  if new.end_time <= new.start_time then
    perform private.refuse('PT400', 'INVALID_DATE_RANGE',
      format('The session would end at %s, which is not after its start at %s.',
        to_char(new.end_time, 'FMHH12:MI AM'), to_char(new.start_time, 'FMHH12:MI AM')),
      'Choose an end after the start, on the same day.');
  end if;
  -- A session that has begun keeps its instant when the clinic's zone is changed later; only a move computes it anew.
  if tg_op = 'INSERT' or old.starts_at > now()
     or (old.session_date, old.start_time, old.end_time) is distinct from (new.session_date, new.start_time, new.end_time) then
    zone := private.organization_timezone(new.organization_id);
    new.starts_at := (new.session_date + new.start_time) at time zone zone;
    new.ends_at := (new.session_date + new.end_time) at time zone zone;
    if new.ends_at <= new.starts_at or (new.starts_at at time zone zone)::time <> new.start_time then
      perform private.refuse('PT400', 'INVALID_DATE_RANGE',
        format('The clocks go forward on %s, and the time from %s to %s does not exist that day.', to_char(new.session_date, 'FMDy, Mon FMDD, YYYY'),
          to_char(new.start_time, 'FMHH12:MI AM'), to_char(new.end_time, 'FMHH12:MI AM')),
        'Choose another time.');
    end if;
  end if;
  if tg_op = 'UPDATE' and (private.needs_other_claims(old, new) or old.status <> new.status) then
    new.calendar_sequence := old.calendar_sequence + 1;
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_schedule__check() is
  'Defaults from the group, instants from the wall clock, states. Raises GROUP_NOT_FOUND, GROUP_NOT_ACTIVE, INVALID_TRANSITION, CANCELLATION_REASON_REQUIRED, INVALID_DATE_RANGE, PERMISSION_DENIED.';

create or replace function private.tg_pm_group_schedule__claim() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  wanted record;
  other public.pm_group_schedule;
begin
  if tg_op = 'UPDATE' and not private.needs_other_claims(old, new) then
    return null;
  end if;
  if new.status = 'cancelled' or new.conflict_override then
    return null;
  end if;
  for wanted in select claim.kind, claim.resource from private.claims_of(new) claim order by claim.kind desc, claim.resource loop
    select * into other from private.overlapping_sessions(
      new.organization_id, wanted.kind, wanted.resource, private.claimed_range(new), array[new.id]) limit 1;
    if other.id is not null then
      perform private.refuse('PT409', 'SCHEDULE_CONFLICT',
        format('%s is already taken by %s.', private.resource_words(wanted.kind, wanted.resource, new.location), private.session_words(other)),
        case wanted.kind when 'person' then 'Choose another time or facilitator.' else 'Choose another time or room.' end);
    end if;
    insert into private.schedule_claims (session_id, organization_id, kind, resource, during)
    values (new.id, new.organization_id, wanted.kind, wanted.resource, private.claimed_range(new));
  end loop;
  return null;
end
$$;
comment on function private.tg_pm_group_schedule__claim() is
  'Claims the facilitators and the room for [starts_at, ends_at). Raises SCHEDULE_CONFLICT, naming the other session. Adjoining sessions are no conflict.';

create or replace function private.tg_pm_group_schedule__record() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  facts jsonb := jsonb_build_object('session_id', new.id, 'session_date', new.session_date, 'start_time', new.start_time);
  changes jsonb;
begin
  if tg_op = 'INSERT' then
    perform private.emit_event(new.organization_id, 'pm_group_session_scheduled',
      jsonb_build_object('group_id', new.group_definition_id, 'session_id', new.id, 'session_date', new.session_date));
    perform private.log_activity(new.organization_id, new.group_definition_id, null, 'session_scheduled', facts || jsonb_build_object(
      'conflict_override', case when new.conflict_override then true end,
      'session_type', case when new.session_type = 'instant' and new.status = 'active' then 'instant' end));
    return null;
  end if;
  changes := private.changes(to_jsonb(old), to_jsonb(new))
    - array['share_token', 'starts_at', 'ends_at', 'calendar_sequence', 'started_at', 'completed_at', 'questions_data'];
  if old.questions_data is distinct from new.questions_data then
    changes := changes || jsonb_build_object('questions', jsonb_build_object('from', old.questions_data -> 'title', 'to', new.questions_data -> 'title'));
  end if;
  if changes = '{}' then
    return null;
  end if;
  if new.status = 'cancelled' and old.status <> 'cancelled' then
    perform private.emit_event(new.organization_id, 'pm_group_session_cancelled',
      jsonb_build_object('group_id', new.group_definition_id, 'session_id', new.id, 'reason', new.cancellation_reason));
  end if;
  perform private.log_activity(new.organization_id, new.group_definition_id, null,
    case when new.status = old.status then 'session_updated'
      else 'session_' || case new.status when 'active' then 'started' else new.status end end,
    facts || jsonb_build_object('changes', changes, 'reason', new.cancellation_reason));
  return null;
end
$$;
comment on function private.tg_pm_group_schedule__record() is
  'Writes the activity log (session_scheduled, _updated, _started, _completed, _cancelled) and PM-04''s domain events with exactly its payloads.';

-- What a group asks of its sessions: who may create them, how early, at which times, and whether somebody approves them.
-- The rules bind people; programs with the secret key are bound by what they were built for.

create index pm_group_schedule_approvals_idx on public.pm_group_schedule (organization_id, starts_at) where approval_status = 'pending';

create function private.session_policy_problem(definition public.pm_group_definitions, session public.pm_group_schedule) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  day_names constant text[] := array['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  -- A session that starts now ends when it ends; only its start is held to the slots.
  is_instant boolean := session.session_type = 'instant' and session.status <> 'scheduled'
    and session.starts_at between now() - interval '1 day' and now() + interval '1 hour';
begin
  if definition.advance_notice_hours > 0 and not is_instant
     and session.starts_at < now() + make_interval(hours => definition.advance_notice_hours) then
    return jsonb_build_object('code', 'ADVANCE_NOTICE_REQUIRED', 'detail',
      format('Sessions of "%s" are put on the calendar at least %s before they start; this one would start on %s at %s.', definition.name,
        case when definition.advance_notice_hours = 1 then 'an hour' else definition.advance_notice_hours || ' hours' end,
        to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'), to_char(session.start_time, 'FMHH12:MI AM')));
  end if;
  if definition.allowed_time_slots <> '[]' and not exists (
    select from jsonb_array_elements(definition.allowed_time_slots) slot
    where slot -> 'days' @> to_jsonb(extract(isodow from session.session_date)::integer)
      and session.start_time >= (slot ->> 'start')::time
      and case when is_instant then session.start_time < (slot ->> 'end')::time else session.end_time <= (slot ->> 'end')::time end
  ) then
    return jsonb_build_object('code', 'TIME_SLOT_NOT_ALLOWED', 'detail',
      format('%s, %s-%s is outside of the times of "%s": %s.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'),
        to_char(session.start_time, 'FMHH12:MI AM'), to_char(session.end_time, 'FMHH12:MI AM'), definition.name,
        (select string_agg((select string_agg(day_names[day::integer], ', ' order by day::integer) from jsonb_array_elements_text(slot -> 'days') day)
            || format(' %s-%s', slot ->> 'start', slot ->> 'end'), '; ' order by position)
         from jsonb_array_elements(definition.allowed_time_slots) with ordinality listed (slot, position))));
  end if;
  return null;
end
$$;
comment on function private.session_policy_problem(public.pm_group_definitions, public.pm_group_schedule) is
  'What of the group''s notice and time slots the session would break: {code, detail}, or null. Notice counts from now to starts_at; slots are wall clock.';

create function private.leads_group(definition public.pm_group_definitions) returns boolean
language sql stable
set search_path = ''
as $$
  select coalesce(auth.uid() in (definition.facilitator_id, definition.co_facilitator_id), false)
$$;
comment on function private.leads_group(public.pm_group_definitions) is 'True if the caller is the group''s facilitator or co-facilitator.';

create function private.may_approve(session public.pm_group_schedule) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return private.has_permission(session.organization_id, 'pm.group_definitions.edit')
    and coalesce(auth.uid() not in (session.facilitator_id, session.co_facilitator_id), true);
end
$$;
comment on function private.may_approve(public.pm_group_schedule) is
  'True if the caller may edit groups and does not lead the session: nobody decides about a session of their own.';

create function private.require_may_create(definition public.pm_group_definitions) returns void
language plpgsql stable security definer
set search_path = ''
as $$
begin
  if definition.session_creation_permission = 'owner' and not private.leads_group(definition) then
    perform private.refuse('PT403', 'SESSION_CREATION_NOT_ALLOWED', format('Only the facilitators of "%s" create its sessions.', definition.name),
      'Ask one of them, or change who may create sessions in the settings of the group.');
  elsif definition.session_creation_permission = 'admin' and not private.has_permission(definition.organization_id, 'pm.group_definitions.edit') then
    perform private.refuse('PT403', 'SESSION_CREATION_NOT_ALLOWED', format('Sessions of "%s" are created by those who may edit the group.', definition.name),
      'Ask one of them, or change who may create sessions in the settings of the group.');
  end if;
end
$$;
comment on function private.require_may_create(public.pm_group_definitions) is
  'Raises SESSION_CREATION_NOT_ALLOWED unless the group''s session_creation_permission lets the caller create sessions.';

create function private.tg_pm_group_schedule__policy() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  problem jsonb;
begin
  if new.approval_status = 'pending' and new.status in ('active', 'completed') and (tg_op = 'INSERT' or new.status <> old.status) then
    perform private.refuse('PT409', 'SESSION_NOT_APPROVED', 'This session waits for approval and cannot start before.', 'Ask somebody who may edit the group to approve it.');
  end if;
  if tg_op = 'INSERT' and auth.uid() is not null and new.status = 'active' and new.starts_at > now() + interval '1 hour' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'A session that is to come cannot begin as active.', 'Schedule it.');
  end if;
  if tg_op = 'UPDATE' and auth.uid() is not null and new.status = 'scheduled' and new.approval_status = 'approved'
     and coalesce(auth.uid() in (new.facilitator_id, new.co_facilitator_id), false)
     and not coalesce(auth.uid() in (old.facilitator_id, old.co_facilitator_id), false)
     and (select asked.session_approval_required from public.pm_group_definitions asked where asked.id = new.group_definition_id) then
    -- Whoever makes a session their own has not thereby had it approved.
    new.approval_status := 'pending';
  end if;
  if auth.uid() is null or new.status = 'cancelled' or (tg_op = 'UPDATE'
      and (old.session_date, old.start_time, old.end_time) is not distinct from (new.session_date, new.start_time, new.end_time)) then
    return new;
  end if;
  select * into definition from public.pm_group_definitions candidate where candidate.id = new.group_definition_id;
  if tg_op = 'INSERT' and coalesce(current_setting('quorum.cloning_sessions', true), '') = '' then
    perform private.require_may_create(definition);
  end if;
  if tg_op = 'UPDATE' and (old.session_date, old.start_time) is not distinct from (new.session_date, new.start_time) then
    -- Notice is of the start.
    definition.advance_notice_hours := 0;
  end if;
  problem := private.session_policy_problem(definition, new);
  if problem is not null then
    perform private.refuse('PT409', problem ->> 'code', problem ->> 'detail', 'Choose another time, or change the session policy in the settings of the group.');
  end if;
  if definition.session_approval_required then
    new.approval_status := case when private.may_approve(new) then 'approved' else 'pending' end;
    if new.approval_status = 'pending' and new.status <> 'scheduled' then
      perform private.refuse('PT409', 'SESSION_NOT_APPROVED', format('Sessions of "%s" need approval, so none can start or move at once.', definition.name),
        'Schedule it, and ask somebody who may edit the group to approve it.');
    end if;
  elsif tg_op = 'INSERT' then
    new.approval_status := 'approved';
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_schedule__policy() is
  'Holds people to the group''s session policy when a session is made or moved. Raises SESSION_CREATION_NOT_ALLOWED, ADVANCE_NOTICE_REQUIRED, TIME_SLOT_NOT_ALLOWED, SESSION_NOT_APPROVED.';
create trigger _150_policy before insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__policy();

create function private.require_session(session_id uuid, permission text) returns public.pm_group_schedule
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
begin
  select * into session from public.pm_group_schedule candidate where candidate.id = session_id;
  if session.id is null or not private.can_see_organization(session.organization_id) then
    perform private.refuse('PT404', 'SESSION_NOT_FOUND', 'There is no such session in your organizations.', 'Reload the calendar.');
  end if;
  perform private.require_permission(session.organization_id, permission);
  return session;
end
$$;
comment on function private.require_session(uuid, text) is
  'The session, if the caller may use the permission on it. Raises SESSION_NOT_FOUND (also for other tenants'') and PERMISSION_DENIED.';

create function private.decide_session(session_id uuid, is_approved boolean, reason text) returns public.pm_group_schedule
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_schedule.edit');
begin
  if not private.may_approve(session) then
    perform private.refuse('PT403', 'PERMISSION_DENIED', 'Sessions are approved by those who may edit the group, and nobody decides about a session that they lead.',
      'Ask a colleague who may edit groups.');
  end if;
  perform private.lock_organizations('schedule');
  select * into session from public.pm_group_schedule candidate where candidate.id = session_id for no key update;
  if session.approval_status <> 'pending' or session.status <> 'scheduled' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('This session is %s and %s already.', session.approval_status, session.status), 'Reload the page.');
  end if;
  update public.pm_group_schedule decided
  set approval_status = case when is_approved then 'approved' else 'rejected' end,
    status = case when is_approved then decided.status else 'cancelled' end,
    cancellation_reason = case when not is_approved then reason end
  where decided.id = session_id returning * into session;
  return session;
end
$$;
comment on function private.decide_session(uuid, boolean, text) is 'See public.pm_approve_session and public.pm_reject_session.';

create function public.pm_approve_session(session_id uuid) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.decide_session(session_id, true, null)
$$;
comment on function public.pm_approve_session(uuid) is
  'Approves a session that waits for it. Needs pm.group_schedule.edit and pm.group_definitions.edit; not for a session that the caller leads. Returns the session. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';
create function public.pm_reject_session(session_id uuid, reason text) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.decide_session(session_id, false, reason)
$$;
comment on function public.pm_reject_session(uuid, text) is
  'Rejects a session that waits for approval: it is cancelled, with the reason (at most 500 characters). Permissions as for pm_approve_session. Returns the session. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, CANCELLATION_REASON_REQUIRED, INVALID_TRANSITION.';

create function private.start_instant_session(
  group_definition_id uuid, duration_minutes integer, location text, conflict_override boolean, questions_data jsonb, notes text
) returns public.pm_group_schedule
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_schedule.create');
  local_now timestamp := date_trunc('minute', now() at time zone private.organization_timezone(definition.organization_id));
  minutes integer := coalesce(duration_minutes, definition.duration_minutes, 60);
  running public.pm_group_schedule;
  session public.pm_group_schedule;
begin
  if minutes not between 5 and 720 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A session takes 5 to 720 minutes, not %s.', minutes), null);
  end if;
  perform private.lock_organizations('schedule');
  select * into running from public.pm_group_schedule active
  where active.organization_id = definition.organization_id and active.group_definition_id = definition.id and active.status = 'active' limit 1;
  if running.id is not null then
    perform private.refuse('PT409', 'SESSION_ALREADY_ACTIVE', format('%s is running already.', private.session_words(running)), 'Open it, or complete it first.');
  end if;
  insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, session_type, status, location,
    conflict_override, questions_data, notes)
  values (definition.organization_id, definition.id, local_now::date, local_now::time,
    -- A session is on one day: what would go beyond midnight ends a minute before.
    case when (local_now + make_interval(mins => minutes))::date > local_now::date then greatest(time '23:59', local_now::time + interval '1 second')
      else (local_now + make_interval(mins => minutes))::time end,
    'instant', 'active', start_instant_session.location, coalesce(start_instant_session.conflict_override, false),
    start_instant_session.questions_data, start_instant_session.notes)
  returning * into session;
  return session;
end
$$;
comment on function private.start_instant_session(uuid, integer, text, boolean, jsonb, text) is 'See public.pm_start_instant_session; also with what it asks and notes.';

create function public.pm_start_instant_session(
  group_definition_id uuid, duration_minutes integer default null, location text default null, conflict_override boolean default false
) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.start_instant_session(group_definition_id, duration_minutes, location, conflict_override, null, null)
$$;
comment on function public.pm_start_instant_session(uuid, integer, text, boolean) is
  'Starts a session of the group now: active, of type instant, from this minute of the clinic''s clock on. duration_minutes: 5 to 720, null for the group''s, else 60; it ends before midnight. location: null for the group''s. Needs pm.group_schedule.create, for conflict_override also .edit. Returns the session. Raises GROUP_NOT_FOUND, GROUP_NOT_ACTIVE, PERMISSION_DENIED, SESSION_ALREADY_ACTIVE, SCHEDULE_CONFLICT, SESSION_CREATION_NOT_ALLOWED, TIME_SLOT_NOT_ALLOWED, SESSION_NOT_APPROVED, INVALID_INPUT.';

create function private.renew_session_link(session_id uuid) returns public.pm_group_schedule
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_schedule.edit');
begin
  perform private.lock_organizations('schedule');
  update public.pm_group_schedule renewed
  set share_token = translate(encode(extensions.gen_random_bytes(24), 'base64'), '+/', '-_')
  where renewed.id = session_id returning * into session;
  -- Who tried codes has lost the link, so those who have the new one need not wait.
  delete from private.join_attempts attempt where attempt.session_id = session.id;
  return session;
end
$$;
comment on function private.renew_session_link(uuid) is 'See public.pm_renew_session_link.';
create function public.pm_renew_session_link(session_id uuid) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.renew_session_link(session_id)
$$;
comment on function public.pm_renew_session_link(uuid) is
  'Gives the session a new share_token; the old link leads nowhere from then on, whoever joined stays, and codes tried in vain are forgotten (pm.group_schedule.edit). Returns the session. Raises SESSION_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function
  private.decide_session(uuid, boolean, text), private.start_instant_session(uuid, integer, text, boolean, jsonb, text), private.renew_session_link(uuid),
  public.pm_approve_session(uuid), public.pm_reject_session(uuid, text),
  public.pm_start_instant_session(uuid, integer, text, boolean), public.pm_renew_session_link(uuid)
  to authenticated, service_role;

create or replace function private.conflicts_of_plan(plan public.pm_group_schedule[], open_on_closed_days uuid[]) returns table (session_id uuid, conflicts jsonb)
language sql stable security definer
set search_path = ''
as $$
  with planned as (
    select listed.position, plan[listed.position] as row_value, session.*
    from generate_subscripts(plan, 1) listed (position) cross join lateral (select (plan[listed.position]).*) session
  ), claim as (
    select planned.id, planned.position, planned.organization_id, planned.session_date, planned.start_time, planned.end_time, planned.location, wanted.kind, wanted.resource,
      tstzrange(planned.starts_at, planned.ends_at) as during
    from planned, private.claims_of(planned.row_value) wanted
    where planned.starts_at < planned.ends_at and not planned.conflict_override
  ), found as (
    select claim.id, 1 as rank, claim.kind, claim.resource as resource_id,
      private.resource_words(claim.kind, claim.resource, claim.location) as resource,
      other.id as other_id, definition.name as group_name, other.starts_at, other.ends_at,
      format('%s is already taken by %s.', private.resource_words(claim.kind, claim.resource, claim.location), private.session_words(other)) as detail
    from claim
    cross join lateral private.overlapping_sessions(claim.organization_id, claim.kind, claim.resource, claim.during,
      array(select planned.id from planned)) other
    join public.pm_group_definitions definition on definition.id = other.group_definition_id
    union all
    select distinct on (claim.id) claim.id, 2, 'series', null, null, null::uuid, null, lower(other.during), upper(other.during),
      format('It would overlap the one of the same series on %s, %s-%s.', to_char(other.session_date, 'FMDy, Mon FMDD, YYYY'),
        to_char(other.start_time, 'FMHH12:MI AM'), to_char(other.end_time, 'FMHH12:MI AM'))
    from claim
    join claim other on other.position < claim.position and other.during && claim.during and other.kind = claim.kind and other.resource = claim.resource
    union all
    select planned.id, 3, 'closed_day', null, closed.name, null, null, null, null,
      format('The clinic is closed on %s: %s.', to_char(closed.closed_on, 'FMDy, Mon FMDD, YYYY'), closed.name)
    from planned
    join public.pm_closed_days closed on closed.organization_id = planned.organization_id and closed.closed_on = planned.session_date
    where planned.id <> all (open_on_closed_days)
    union all
    select planned.id, 4, 'clock_change', null, null, null, null, null, null,
      format('The clocks go forward on %s, and this time does not exist that day.', to_char(planned.session_date, 'FMDy, Mon FMDD, YYYY'))
    from planned
    where planned.starts_at >= planned.ends_at
      or (planned.starts_at at time zone private.organization_timezone(planned.organization_id))::time <> planned.start_time
    union all
    select planned.id, 5, case problem ->> 'code' when 'ADVANCE_NOTICE_REQUIRED' then 'advance_notice' else 'time_slot' end,
      null, null, null, null, null, null, problem ->> 'detail'
    from planned
    join public.pm_group_definitions definition on definition.id = planned.group_definition_id
    left join public.pm_group_schedule existing on existing.id = planned.id
    cross join lateral private.session_policy_problem(definition, planned.row_value) problem
    where problem is not null and auth.uid() is not null
      and (planned.session_date, planned.start_time, planned.end_time) is distinct from (existing.session_date, existing.start_time, existing.end_time)
  )
  select planned.id, coalesce(
    jsonb_agg(jsonb_build_object('kind', found.kind, 'resource', found.resource, 'resource_id', found.resource_id, 'session_id', found.other_id,
        'group_name', found.group_name, 'starts_at', found.starts_at, 'ends_at', found.ends_at, 'detail', found.detail)
      order by found.rank, found.starts_at, found.kind desc, found.resource) filter (where found.id is not null), '[]')
  from planned left join found on found.id = planned.id
  group by planned.id
$$;
comment on function private.conflicts_of_plan(public.pm_group_schedule[], uuid[]) is
  'For sessions as they would be (existing ones with their ids, starts_at and ends_at computed), each with what stands in its way: sessions outside of the plan, those before it in the plan (kind series; only the later one of two is marked), closed days unless listed in open_on_closed_days, the group''s notice and time slots (for what is new or moves), and times that the change to daylight saving skips. One row a session; conflicts is [] where all is free.';

comment on function public.pm_preview_series(uuid, date[], time, time, jsonb, uuid, uuid, text) is
  'What pm_schedule_series with the same arguments would make, and what stands in its way: one row a date of session_dates (planned_on), where and when it would be, and conflicts [{kind, resource, resource_id, session_id, group_name, starts_at, ends_at, detail}], [] where all is free. kind: person, location, series (an earlier one of this series is in the way), closed_day, clock_change (the hour that daylight saving skips), advance_notice and time_slot (the group''s session policy). In order of time. Needs pm.group_schedule.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_DATE_RANGE.';

create or replace function private.schedule_if_free(plan public.pm_group_schedule, on_closed_day boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  session_id uuid;
  code text;
  words text;
begin
  -- People and rooms are checked by the session's own triggers, as for any insert; what they refuse is told by date.
  select closed.name into words from public.pm_closed_days closed
  where closed.organization_id = plan.organization_id and closed.closed_on = plan.session_date;
  if found and not on_closed_day then
    perform private.refuse('PT409', 'CLOSED_DAY', format('The clinic is closed on %s: %s.', to_char(plan.session_date, 'FMDy, Mon FMDD, YYYY'), words), null);
  end if;
  insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, session_type,
    facilitator_id, co_facilitator_id, location, series_id, conflict_override, notes)
  values (plan.organization_id, plan.group_definition_id, plan.session_date, plan.start_time, plan.end_time, plan.session_type,
    plan.facilitator_id, plan.co_facilitator_id, plan.location, plan.series_id, plan.conflict_override, plan.notes)
  returning id into session_id;
  return jsonb_build_object('session_id', session_id);
exception when sqlstate 'PT409' or sqlstate 'PT400' then
  get stacked diagnostics code = message_text, words = pg_exception_detail;
  if code not in ('SCHEDULE_CONFLICT', 'CLOSED_DAY', 'INVALID_DATE_RANGE', 'ADVANCE_NOTICE_REQUIRED', 'TIME_SLOT_NOT_ALLOWED') then
    raise;
  end if;
  return jsonb_build_object('session_date', plan.session_date, 'start_time', plan.start_time, 'error', code, 'detail', words);
end
$$;
comment on function private.schedule_if_free(public.pm_group_schedule, boolean) is
  'Adds one of many planned sessions (times, people, room, series and notes of plan; its id and state are not taken over) and returns {session_id}, or {session_date, start_time, error, detail} when people, room, a closed day (unless on_closed_day), the group''s notice or time slots, or the change to daylight saving stand in the way. Raises whatever else the sessions'' triggers raise.';

comment on function public.pm_schedule_series(uuid, text, date[], time, time, boolean, jsonb, uuid, uuid, text, text, uuid) is
  'Schedules a session on each of session_dates (1 to 500, each once; wall clock of the organization), all or nothing, or with skip_conflicts without those that conflict. recurrence_rule: the RRULE behind the dates, or null. changes: single dates that differ, [{session_date, moved_to, start_time, end_time, facilitator_id, co_facilitator_id, location, conflict_override, on_closed_day}], session_date being one of session_dates, what is left out as in the series; a closed day of the clinic is a conflict unless on_closed_day is true. facilitator_id, co_facilitator_id, location: null for the group''s. series_id: a series of the group to extend, null for a new one; an extension takes over the rule, if one is given, and the series goes on. Returns {series_id, created: [sessions], skipped: [{session_date, error, detail}]}; series_id is null if nothing was made. Needs pm.group_schedule.create, for conflict_override also .edit. Raises GROUP_NOT_FOUND, GROUP_NOT_ACTIVE, PERMISSION_DENIED, INVALID_INPUT, INVALID_RECURRENCE_RULE, INVALID_DATE_RANGE, SCHEDULE_CONFLICT, CLOSED_DAY, SERIES_NOT_FOUND, SESSION_CREATION_NOT_ALLOWED, ADVANCE_NOTICE_REQUIRED, TIME_SLOT_NOT_ALLOWED.';

create or replace function private.change_series(session_id uuid, scope text, changes jsonb, skip_conflicts boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  chosen public.pm_group_schedule := private.require_series_session(session_id, scope, 'pm.group_schedule.edit');
  plan public.pm_group_schedule[];
  open_on_closed_days uuid[];
  newly jsonb;
  skipped jsonb := '[]';
  kept integer;
  planned integer;
  rule text := private.recurrence_rule_of(changes ->> 'recurrence_rule');
begin
  perform private.lock_organizations('schedule');
  select array_agg(listed.session), array_agg((listed.session).id) filter (where listed.keeps_date), count(*) filter (where listed.keeps_own), count(*)
  into plan, open_on_closed_days, kept, planned
  from private.planned_series_change(session_id, scope, changes) listed;
  if planned = 0 then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'No session of this series is still scheduled from here on.', 'Reload the calendar.');
  end if;
  perform private.require_possible(plan);
  -- A session that is left where it is can stand in the way of others: again, until nothing more is left out.
  loop
    select jsonb_agg(jsonb_build_object('session_id', checked.session_id, 'session_date', moving.session_date,
      'error', case checked.conflicts -> 0 ->> 'kind' when 'closed_day' then 'CLOSED_DAY' when 'clock_change' then 'INVALID_DATE_RANGE'
        when 'advance_notice' then 'ADVANCE_NOTICE_REQUIRED' when 'time_slot' then 'TIME_SLOT_NOT_ALLOWED' else 'SCHEDULE_CONFLICT' end,
      'detail', checked.conflicts -> 0 ->> 'detail') order by moving.starts_at)
    into newly
    from private.conflicts_of_plan(plan, coalesce(open_on_closed_days, '{}')) checked
    join unnest(plan) moving on moving.id = checked.session_id
    where checked.conflicts <> '[]';
    exit when newly is null;
    skipped := skipped || newly;
    if not coalesce(skip_conflicts, false) then
      perform private.refuse_series(skipped, planned);
    end if;
    plan := array(select moving from unnest(plan) moving
      where moving.id <> all (array(select (left_out ->> 'session_id')::uuid from jsonb_array_elements(skipped) left_out)) order by moving.starts_at, moving.id);
  end loop;
  update public.pm_group_schedule session
  set session_date = moving.session_date, start_time = moving.start_time, end_time = moving.end_time, facilitator_id = moving.facilitator_id,
    co_facilitator_id = moving.co_facilitator_id, location = moving.location, notes = moving.notes, conflict_override = moving.conflict_override
  from unnest(plan) moving where session.id = moving.id;
  update public.pm_session_series series
  -- Both times from the chosen session as it becomes: the series' own may be of a time before it was mended.
  set start_time = case when changes ?| array['start_time', 'end_time'] then coalesce((changes ->> 'start_time')::time, chosen.start_time) else series.start_time end,
    end_time = case when changes ?| array['start_time', 'end_time'] then coalesce((changes ->> 'end_time')::time, chosen.end_time) else series.end_time end,
    facilitator_id = case when changes ? 'facilitator_id' then (changes ->> 'facilitator_id')::uuid else series.facilitator_id end,
    co_facilitator_id = case when changes ? 'co_facilitator_id' then (changes ->> 'co_facilitator_id')::uuid else series.co_facilitator_id end,
    location = case when changes ? 'location' then nullif(btrim(changes ->> 'location'), '') else series.location end,
    recurrence_rule = coalesce(rule, series.recurrence_rule)
  where series.id = chosen.series_id and plan <> '{}';
  return jsonb_build_object('kept', kept, 'skipped', skipped,
    'changed', (select coalesce(jsonb_agg(to_jsonb(session) order by session.starts_at), '[]') from public.pm_group_schedule session
                where session.id in (select moving.id from unnest(plan) moving)));
end
$$;
comment on function private.change_series(uuid, text, jsonb, boolean) is 'See public.pm_change_series.';

create or replace function private.clone_sessions(source_id uuid, made public.pm_group_definitions, days integer) returns jsonb
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

create or replace function private.found_in_seats(organization_id uuid) returns setof public.pm_integrity_finding
language sql stable security definer
set search_path = ''
as $$
  with counted as (
    select definition.id, definition.name, definition.max_capacity, count(*)::integer as taken
    from public.pm_group_definitions definition
    join public.pm_group_enrollments seat on seat.group_definition_id = definition.id and seat.status = 'enrolled' and seat.deleted_at is null
    where definition.organization_id = found_in_seats.organization_id and definition.deleted_at is null
    group by definition.id
  ), queue as (
    select waiting.group_definition_id, count(*)::integer as waiting, count(waiting.waitlist_position)::integer as placed,
      count(distinct waiting.waitlist_position)::integer as places, max(waiting.waitlist_position) as last_place
    from public.pm_group_enrollments waiting
    where waiting.organization_id = found_in_seats.organization_id and waiting.status = 'waitlisted' and waiting.deleted_at is null
    group by waiting.group_definition_id
  )
  select 'seats_over_capacity', case when lowered.at is null then 'error' else 'warning' end, 'pm_group_definitions', counted.id, counted.id, null::uuid,
    format('"%s" has %s patients on %s seats: %s.', counted.name, counted.taken, counted.max_capacity,
      coalesce(format('the capacity was lowered from %s to %s on %s', lowered.before, lowered.after, to_char(lowered.at, 'FMMon FMDD, YYYY')), 'no change of the capacity explains it')),
    false, false
  from counted
  left join lateral (
    select entry.created_at as at, entry.metadata #>> '{changes,max_capacity,from}' as before, entry.metadata #>> '{changes,max_capacity,to}' as after
    from public.pm_group_activity_log entry
    where entry.organization_id = found_in_seats.organization_id and entry.group_definition_id = counted.id and entry.action = 'group_updated'
      and (entry.metadata #>> '{changes,max_capacity,from}')::integer > (entry.metadata #>> '{changes,max_capacity,to}')::integer
    order by entry.id desc limit 1) lowered on true
  where counted.taken > counted.max_capacity
  union all
  select case when queue.placed < queue.waiting then 'waitlist_place_missing' when queue.places < queue.placed then 'waitlist_place_double' else 'waitlist_gaps' end,
    case when queue.places < queue.waiting then 'error' else 'info' end, 'pm_group_definitions', queue.group_definition_id, queue.group_definition_id, null,
    format('%s for "%s" on %s, the last is %s.', case queue.waiting when 1 then 'One person waits' else queue.waiting || ' people wait' end, definition.name,
      case queue.places when 1 then 'one place' else queue.places || ' different places' end, coalesce(queue.last_place::text, 'none')),
    true, false
  from queue left join public.pm_group_definitions definition on definition.id = queue.group_definition_id
  where queue.places < queue.waiting or queue.last_place > queue.waiting
  union all
  select 'place_without_waiting', 'error', 'pm_group_enrollments', placed.id, placed.group_definition_id, placed.patient_id,
    format('An enrollment that is %s has the waitlist place %s.', case when placed.deleted_at is null then placed.status else 'deleted' end, placed.waitlist_position), true, false
  from public.pm_group_enrollments placed
  where placed.organization_id = found_in_seats.organization_id and placed.waitlist_position is not null
    and (placed.status <> 'waitlisted' or placed.deleted_at is not null)
  union all
  select 'patient_twice_in_group', 'error', 'pm_group_definitions', doubled.group_definition_id, doubled.group_definition_id, doubled.patient_id,
    format('A patient has %s live enrollments in one group.', count(*)), false, false
  from public.pm_group_enrollments doubled
  where doubled.organization_id = found_in_seats.organization_id and doubled.status <> 'disenrolled' and doubled.deleted_at is null
  group by doubled.group_definition_id, doubled.patient_id having count(*) > 1
  union all
  select 'deleted_patient_enrolled', 'error', 'pm_group_enrollments', live.id, live.group_definition_id, live.patient_id,
    format('A deleted patient is %s.', live.status), true, false
  from public.pm_group_enrollments live
  join public.pm_patients patient on patient.id = live.patient_id and patient.deleted_at is not null
  where live.organization_id = found_in_seats.organization_id and live.status <> 'disenrolled' and live.deleted_at is null
$$;
comment on function private.found_in_seats(uuid) is
  'Findings about seats and waitlists: seats_over_capacity (a warning where the log shows the capacity lowered, else an error), waitlist_place_missing, waitlist_place_double, waitlist_gaps (info: gaps are normal), place_without_waiting, patient_twice_in_group, deleted_patient_enrolled.';

create or replace function private.found_in_sessions(organization_id uuid) returns setof public.pm_integrity_finding
language sql stable security definer
set search_path = ''
as $$
  with session as (
    select listed.*, row_value, private.organization_timezone(found_in_sessions.organization_id) as zone
    from public.pm_group_schedule row_value, lateral (select (row_value).*) listed
    where listed.organization_id = found_in_sessions.organization_id
  ), wanted as (
    select session.id, claim.kind, claim.resource, private.claimed_range(session.row_value) as during
    from session, private.claims_of(session.row_value) claim
    where session.status <> 'cancelled' and not session.conflict_override
  ), held as (
    select claim.session_id as id, claim.kind, claim.resource, claim.during from private.schedule_claims claim
    where claim.organization_id = found_in_sessions.organization_id
  ), differing as (
    (select * from wanted except select * from held) union (select * from held except select * from wanted)
  )
  select 'completed_in_future', 'warning', 'pm_group_schedule', session.id, session.group_definition_id, null::uuid,
    format('The session on %s is completed, but has not begun.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY')), false, false
  from session where session.status = 'completed' and session.starts_at > now()
  union all
  select 'session_instant_off', 'error', 'pm_group_schedule', session.id, session.group_definition_id, null,
    format('The session on %s at %s has an instant that is not its wall-clock time.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'), to_char(session.start_time, 'FMHH12:MI AM')),
    true, false
  from session
  where session.status = 'scheduled' and session.starts_at > now()
    and (session.starts_at, session.ends_at) is distinct from
      ((session.session_date + session.start_time) at time zone session.zone, (session.session_date + session.end_time) at time zone session.zone)
  union all
  select 'session_claims_off', 'error', 'pm_group_schedule', session.id, session.group_definition_id, null,
    format('What the session on %s at %s occupies is not noted rightly, so conflicts would be missed.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'),
      to_char(session.start_time, 'FMHH12:MI AM')), true, false
  from session where session.id in (select differing.id from differing)
$$;
comment on function private.found_in_sessions(uuid) is
  'Findings about sessions: completed_in_future, session_instant_off, session_claims_off (private.schedule_claims differs from what the session needs).';

create or replace function private.repair(organization_id uuid, finding public.pm_integrity_finding) returns boolean
language plpgsql security definer
set search_path = ''
as $$
begin
  case finding.check_key
    when 'waitlist_place_missing', 'waitlist_place_double', 'waitlist_gaps' then
      update public.pm_group_enrollments queued set waitlist_position = fresh.place
      from (select waiting.id, row_number() over (order by waiting.waitlist_position nulls last, waiting.waitlisted_at, waiting.created_at, waiting.id) as place
            from public.pm_group_enrollments waiting
            where waiting.group_definition_id = finding.entity_id and waiting.status = 'waitlisted' and waiting.deleted_at is null) fresh
      where queued.id = fresh.id and queued.waitlist_position is distinct from fresh.place;
    when 'place_without_waiting' then
      update public.pm_group_enrollments placed set waitlist_position = null where placed.id = finding.entity_id;
    when 'deleted_patient_enrolled' then
      update public.pm_group_enrollments live set status = 'disenrolled', disenroll_reason = 'Patient record deleted' where live.id = finding.entity_id;
    when 'session_instant_off' then
      update public.pm_group_schedule session set start_time = session.start_time where session.id = finding.entity_id;
    when 'session_claims_off' then
      delete from private.schedule_claims claim where claim.session_id = finding.entity_id;
      insert into private.schedule_claims (session_id, organization_id, kind, resource, during)
      select session.id, session.organization_id, claim.kind, claim.resource, private.claimed_range(session)
      from public.pm_group_schedule session, private.claims_of(session) claim
      where session.id = finding.entity_id and session.status <> 'cancelled' and not session.conflict_override;
    when 'membership_without_profile' then
      insert into public.pf_profiles (id, full_name, email)
      select account.id, coalesce(nullif(btrim(left(account.raw_user_meta_data ->> 'full_name', 200)), ''), nullif(split_part(account.email, '@', 1), ''), 'Unnamed'), coalesce(account.email, '')
      from auth.users account where account.id = finding.entity_id;
    when 'org_admin_lacks_permission' then
      insert into public.pf_role_permissions (organization_id, role_id, permission_key)
      select repair.organization_id, finding.entity_id, permission.key from public.pf_permissions permission where permission.is_active
      on conflict do nothing;
    when 'group_code_missing' then
      update public.pm_group_definitions definition set name = definition.name where definition.id = finding.entity_id;
    when 'log_missing' then
      null; -- The entry that every repair leaves is the one that was missing.
  end case;
  if finding.group_definition_id is not null then
    perform private.log_activity(repair.organization_id, finding.group_definition_id, finding.patient_id, 'integrity_repaired', jsonb_build_object(
      'check', finding.check_key, 'detail', finding.detail,
      'enrollment_id', case when finding.entity = 'pm_group_enrollments' then finding.entity_id end,
      'session_id', case when finding.entity = 'pm_group_schedule' then finding.entity_id end));
  else
    insert into public.pf_audit_log (organization_id, action, performed_by, target_table, target, changes)
    values (repair.organization_id, 'repair', auth.uid(), finding.entity, jsonb_build_object('id', finding.entity_id),
      jsonb_build_object('integrity', jsonb_build_object('from', finding.detail, 'to', finding.check_key)));
  end if;
  return true;
exception when integrity_constraint_violation or sqlstate 'PT409' or sqlstate 'PT400' or sqlstate 'PT404' then
  -- What stands in the way, two sessions in one room for example, a person has to decide.
  return false;
end
$$;
comment on function private.repair(uuid, public.pm_integrity_finding) is
  'Repairs a finding that is_fixable and writes that to the log. False, and nothing changed, if something stands in the way. The caller holds the organization''s locks.';

-- Question sets: what a session asks. Measures with scores and bands, check-ins, and material to read.

create function private.problem_of_questions(questions jsonb) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  question jsonb;
  position integer := 0;
  seen text[] := '{}';
  unknown text;
  option jsonb;
  options text[];
begin
  if jsonb_typeof(questions) is distinct from 'array' or jsonb_array_length(questions) > 60 then
    return 'Questions are a list of at most 60.';
  end if;
  for question in select * from jsonb_array_elements(questions) loop
    position := position + 1;
    if jsonb_typeof(question) <> 'object' then
      return format('Question %s is not an object.', position);
    end if;
    select key into unknown from jsonb_object_keys(question) key where key <> all (array['id', 'type', 'text', 'help', 'required', 'options', 'min', 'max', 'step',
      'min_label', 'max_label', 'scored', 'flag_above']) limit 1;
    if unknown is not null then
      return format('Question %s has the unknown key %s.', position, quote_literal(left(unknown, 40)));
    end if;
    if jsonb_typeof(question -> 'id') is distinct from 'string' or question ->> 'id' !~ '^[a-z0-9_]{1,40}$' or question ->> 'id' = any (seen) then
      return format('Question %s needs an id of its own: 1 to 40 lower-case letters, digits and _.', position);
    end if;
    seen := seen || (question ->> 'id');
    if coalesce(question ->> 'type', '') not in ('single', 'multiple', 'scale', 'number', 'text') then
      return format('Question %s has no type that is known: single, multiple, scale, number or text.', position);
    end if;
    if jsonb_typeof(question -> 'text') is distinct from 'string' or char_length(btrim(question ->> 'text')) not between 1 and 500 then
      return format('Question %s needs a text of 1 to 500 characters.', position);
    end if;
    if exists (select from jsonb_each(question) part where part.key in ('help', 'min_label', 'max_label')
               and (jsonb_typeof(part.value) <> 'string' or char_length(part.value #>> '{}') > 500))
       or exists (select from jsonb_each(question) part where part.key in ('required', 'scored') and jsonb_typeof(part.value) <> 'boolean')
       or exists (select from jsonb_each(question) part where part.key in ('min', 'max', 'step', 'flag_above')
               and (jsonb_typeof(part.value) <> 'number' or char_length(part.value #>> '{}') > 30 or abs((part.value #>> '{}')::numeric) > 1000000000)) then
      return format('Question %s: help and labels are text of at most 500 characters, required and scored are true or false, min, max, step and flag_above are numbers.', position);
    end if;
    if question ->> 'type' in ('single', 'multiple') then
      if jsonb_typeof(question -> 'options') is distinct from 'array' or jsonb_array_length(question -> 'options') not between 2 and 20 then
        return format('Question %s needs 2 to 20 options.', position);
      end if;
      options := '{}';
      for option in select * from jsonb_array_elements(question -> 'options') loop
        if jsonb_typeof(option) <> 'object' or option - array['value', 'label', 'score'] <> '{}'
           or jsonb_typeof(option -> 'value') is distinct from 'string' or option ->> 'value' !~ '^[A-Za-z0-9_.-]{1,40}$' or option ->> 'value' = any (options)
           or jsonb_typeof(option -> 'label') is distinct from 'string' or char_length(btrim(option ->> 'label')) not between 1 and 200
           or (option ? 'score' and (jsonb_typeof(option -> 'score') <> 'number' or char_length(option ->> 'score') > 30 or abs((option ->> 'score')::numeric) > 10000)) then
          return format('Each option of question %s needs a value of its own (letters, digits, . _ -), a label of 1 to 200 characters, and its score, if any, is a number.', position);
        end if;
        options := options || (option ->> 'value');
      end loop;
    elsif question ? 'options' then
      return format('Question %s has options, but is of type %s.', position, question ->> 'type');
    end if;
    if question ->> 'type' = 'scale' and (not question ?& array['min', 'max'] or (question ->> 'min')::numeric % 1 <> 0 or (question ->> 'max')::numeric % 1 <> 0
        or (question ->> 'max')::numeric - (question ->> 'min')::numeric not between 1 and 100 or coalesce((question ->> 'step')::numeric, 1) not between 1 and 100
        or coalesce((question ->> 'step')::numeric, 1) % 1 <> 0) then
      return format('Scale %s needs whole numbers as min and max, at most 100 apart, and a whole step, if any.', position);
    end if;
    if question ->> 'type' = 'number' and (question ->> 'min')::numeric > (question ->> 'max')::numeric then
      return format('Number %s has a min above its max.', position);
    end if;
  end loop;
  return null;
end
$$;
comment on function private.problem_of_questions(jsonb) is 'What is wrong with a list of questions, in a sentence; null if it can be asked (docs/data-model.md shows the form).';

create function private.problem_of_content(content jsonb) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  problem text := private.problem_of_questions(content -> 'questions');
begin
  if problem is not null then
    return problem;
  end if;
  if coalesce(content ->> 'scoring', '') not in ('none', 'sum') then
    return 'Scoring is none or sum.';
  end if;
  if jsonb_typeof(content -> 'bands') is distinct from 'array' or jsonb_array_length(content -> 'bands') > 20 or exists (
    select from jsonb_array_elements(content -> 'bands') band
    where jsonb_typeof(band) <> 'object' or band - array['min', 'max', 'label'] <> '{}'
      or jsonb_typeof(band -> 'min') is distinct from 'number' or jsonb_typeof(band -> 'max') is distinct from 'number'
      or char_length(band ->> 'min') > 30 or char_length(band ->> 'max') > 30 or band -> 'min' > band -> 'max'
      or jsonb_typeof(band -> 'label') is distinct from 'string' or char_length(btrim(band ->> 'label')) not between 1 and 100) then
    return 'Bands are a list of at most 20, each with min, max and a label of 1 to 100 characters.';
  end if;
  if exists (
    select from jsonb_array_elements(content -> 'bands') with ordinality one (band, position)
    join jsonb_array_elements(content -> 'bands') with ordinality other (band, position)
      on other.position > one.position and one.band -> 'min' <= other.band -> 'max' and other.band -> 'min' <= one.band -> 'max') then
    return 'Two bands overlap: a score must belong to one.';
  end if;
  if jsonb_typeof(content -> 'materials') is distinct from 'array' or jsonb_array_length(content -> 'materials') > 20 or exists (
    select from jsonb_array_elements(content -> 'materials') material
    where jsonb_typeof(material) <> 'object' or material - array['title', 'url'] <> '{}'
      or jsonb_typeof(material -> 'title') is distinct from 'string' or char_length(btrim(material ->> 'title')) not between 1 and 200
      or jsonb_typeof(material -> 'url') is distinct from 'string' or material ->> 'url' !~* '^https?://[^[:space:]"''<>]+$' or char_length(material ->> 'url') > 2000) then
    return 'Materials are a list of at most 20, each with a title of 1 to 200 characters and an address that begins with http:// or https://.';
  end if;
  return null;
end
$$;
comment on function private.problem_of_content(jsonb) is
  'What is wrong with {questions, scoring, bands, materials}, in a sentence; null if nothing is.';

create table public.pm_question_sets (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  title text not null,
  description text,
  source text,
  scoring text not null default 'none',
  questions jsonb not null default '[]',
  bands jsonb not null default '[]',
  materials jsonb not null default '[]',
  version integer not null default 1,
  previous_version_id uuid,
  superseded_at timestamptz,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
create table public.pm_group_question_sets (
  organization_id uuid not null,
  group_definition_id uuid not null,
  question_set_id uuid not null,
  is_check_in boolean not null default false,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now()
);

alter table public.pm_question_sets
  add constraint pm_question_sets_pkey primary key (id),
  add constraint pm_question_sets_organization_id_id_key unique (organization_id, id),
  add constraint pm_question_sets_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id),
  add constraint pm_question_sets_previous_version_fkey foreign key (organization_id, previous_version_id)
    references public.pm_question_sets (organization_id, id),
  add constraint pm_question_sets_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_question_sets_title_length check (char_length(title) <= 200 and btrim(title) <> ''),
  add constraint pm_question_sets_description_length check (char_length(description) <= 1000),
  add constraint pm_question_sets_source_length check (char_length(source) <= 1000),
  add constraint pm_question_sets_scoring_check check (scoring in ('none', 'sum')),
  add constraint pm_question_sets_size check (pg_column_size(questions) < 131072 and pg_column_size(bands) < 16384 and pg_column_size(materials) < 65536);
alter table public.pm_group_question_sets
  add constraint pm_group_question_sets_pkey primary key (group_definition_id, question_set_id),
  add constraint pm_group_question_sets_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pm_group_question_sets_question_set_fkey foreign key (organization_id, question_set_id)
    references public.pm_question_sets (organization_id, id),
  add constraint pm_group_question_sets_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null;

create unique index pm_question_sets_previous_version_key on public.pm_question_sets (organization_id, previous_version_id) where previous_version_id is not null;
create index pm_question_sets_title_idx on public.pm_question_sets (organization_id, title) where superseded_at is null and deleted_at is null;
create index pm_question_sets_created_by_idx on public.pm_question_sets (created_by);
create unique index pm_group_question_sets_check_in_key on public.pm_group_question_sets ((case when is_check_in then group_definition_id end));
create index pm_group_question_sets_group_idx on public.pm_group_question_sets (organization_id, group_definition_id);
create index pm_group_question_sets_question_set_idx on public.pm_group_question_sets (organization_id, question_set_id);
create index pm_group_question_sets_created_by_idx on public.pm_group_question_sets (created_by);

alter table public.pm_question_sets enable row level security;
alter table public.pm_question_sets force row level security;
alter table public.pm_group_question_sets enable row level security;
alter table public.pm_group_question_sets force row level security;

create policy select_viewers on public.pm_question_sets for select to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.question_sets.view'))));
create policy insert_creators on public.pm_question_sets for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.question_sets.create'))));
create policy update_editors on public.pm_question_sets for update to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.question_sets.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.question_sets.edit'))));
create policy select_viewers on public.pm_group_question_sets for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.question_sets.view'))));

-- Versions, deletion and assignments are functions.
grant select on public.pm_question_sets, public.pm_group_question_sets to authenticated;
grant insert (organization_id, title, description, source, scoring, questions, bands, materials) on public.pm_question_sets to authenticated;
grant update (title, description, source, scoring, questions, bands, materials) on public.pm_question_sets to authenticated;
grant all on public.pm_question_sets, public.pm_group_question_sets to service_role;

comment on table public.pm_question_sets is 'What sessions ask: measures, check-ins, material. A set with answers is not changed: its next version is another row. Soft-deleted.';
comment on column public.pm_question_sets.source is 'Where the questions and the scoring come from, as one cites it.';
comment on column public.pm_question_sets.scoring is 'none, or sum: of the scores of the chosen options and of the values of scored scales and numbers.';
comment on column public.pm_question_sets.bands is '[{min, max, label}]: what a score means; both ends belong to the band.';
comment on column public.pm_question_sets.superseded_at is 'Since when a later version takes its place; null for the version in use.';
comment on table public.pm_group_question_sets is 'Which question sets a group uses, each once.';
comment on column public.pm_group_question_sets.is_check_in is 'True: asked at every session of the group from its start on; at most one a group.';
comment on policy select_viewers on public.pm_question_sets is 'Question sets: pm.question_sets.view; deleted ones are hidden.';
comment on policy insert_creators on public.pm_question_sets is 'Creating question sets: pm.question_sets.create.';
comment on policy update_editors on public.pm_question_sets is 'Changing question sets that have no answers: pm.question_sets.edit.';
comment on policy select_viewers on public.pm_group_question_sets is 'Which sets a group uses: pm.question_sets.view.';

create function private.has_answers(question_set_id uuid) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return exists (select from public.pm_session_responses response where response.question_set_id = has_answers.question_set_id);
end
$$;
comment on function private.has_answers(uuid) is 'True if somebody has answered this version of the question set.';

create function private.tg_pm_question_sets__check() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  problem text;
begin
  new.title := btrim(new.title);
  new.description := nullif(btrim(new.description), '');
  new.source := nullif(btrim(new.source), '');
  problem := private.problem_of_content(to_jsonb(new));
  if problem is not null then
    perform private.refuse('PT400', 'INVALID_QUESTIONS', problem, null);
  end if;
  if tg_op = 'UPDATE' and (new.title, new.scoring, new.questions, new.bands) is distinct from (old.title, old.scoring, old.questions, old.bands)
     and (old.superseded_at is not null or private.has_answers(old.id)) then
    perform private.refuse('PT409', 'QUESTION_SET_IN_USE', format('"%s" (version %s) has answers, and what was asked stays as it was.', old.title, old.version),
      'Save it as a new version with pm_save_question_set.');
  end if;
  return new;
end
$$;
comment on function private.tg_pm_question_sets__check() is 'Trims text; raises INVALID_QUESTIONS, and QUESTION_SET_IN_USE when title, questions or scoring of a set with answers would change.';
create trigger _100_check before insert or update on public.pm_question_sets
  for each row execute function private.tg_pm_question_sets__check();
create trigger _900_touch before update on public.pm_question_sets for each row execute function private.tg__touch();

create function private.require_question_set(question_set_id uuid, permission text, deleted boolean default false) returns public.pm_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  question_set public.pm_question_sets;
begin
  select * into question_set from public.pm_question_sets candidate where candidate.id = question_set_id and (candidate.deleted_at is not null) = deleted for no key update;
  if question_set.id is null or not private.can_see_organization(question_set.organization_id) then
    perform private.refuse('PT404', 'QUESTION_SET_NOT_FOUND', 'There is no such question set in your organizations.', 'It may have been deleted. Reload the page.');
  end if;
  perform private.require_permission(question_set.organization_id, permission);
  return question_set;
end
$$;
comment on function private.require_question_set(uuid, text, boolean) is
  'The question set, locked, if the caller may use the permission on it. deleted: look among the deleted ones. Raises QUESTION_SET_NOT_FOUND, PERMISSION_DENIED.';

create function private.save_question_set(question_set_id uuid, changes jsonb) returns public.pm_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  saved public.pm_question_sets := private.require_question_set(question_set_id, 'pm.question_sets.edit');
  wanted public.pm_question_sets;
  unknown text;
begin
  if jsonb_typeof(changes) is distinct from 'object' then
    perform private.refuse('PT400', 'INVALID_INPUT', 'changes is an object.', null);
  end if;
  select key into unknown from jsonb_object_keys(changes) key
  where key <> all (array['title', 'description', 'source', 'scoring', 'questions', 'bands', 'materials', 'updated_at']) limit 1;
  if unknown is not null then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A question set has no %s to change.', quote_literal(left(unknown, 60))), null);
  end if;
  select key into unknown from jsonb_each(changes) given (key, value)
  where given.value = 'null' and key not in ('description', 'source') limit 1;
  if unknown is not null then
    perform private.refuse('PT400', 'INVALID_INPUT', format('The %s of a question set cannot be null.', unknown), 'Leave out what stays as it is.');
  end if;
  if saved.superseded_at is not null then
    perform private.refuse('PT409', 'QUESTION_SET_IN_USE', format('Version %s of "%s" is not the latest.', saved.version, saved.title), 'Change the latest version.');
  end if;
  -- To the millisecond, because more of a timestamp gets lost in a client that reads it as a date.
  if changes ? 'updated_at' and date_trunc('milliseconds', (changes ->> 'updated_at')::timestamptz) is distinct from date_trunc('milliseconds', saved.updated_at) then
    perform private.refuse('PT409', 'QUESTION_SET_CHANGED', 'Somebody else has saved this question set since you read it.', 'Look at what is stored before you replace it.');
  end if;
  wanted := jsonb_populate_record(saved, changes - 'updated_at');
  if (wanted.title, wanted.scoring, wanted.questions, wanted.bands) is not distinct from (saved.title, saved.scoring, saved.questions, saved.bands)
     or not private.has_answers(saved.id) then
    update public.pm_question_sets changed
    set title = wanted.title, description = wanted.description, source = wanted.source, scoring = wanted.scoring, questions = wanted.questions,
      bands = wanted.bands, materials = wanted.materials
    where changed.id = saved.id returning * into saved;
    return saved;
  end if;
  update public.pm_question_sets old_version set superseded_at = now() where old_version.id = saved.id;
  insert into public.pm_question_sets (organization_id, title, description, source, scoring, questions, bands, materials, version, previous_version_id)
  values (saved.organization_id, wanted.title, wanted.description, wanted.source, wanted.scoring, wanted.questions, wanted.bands, wanted.materials,
    saved.version + 1, saved.id)
  returning * into wanted;
  update public.pm_group_question_sets assigned set question_set_id = wanted.id
  where assigned.organization_id = saved.organization_id and assigned.question_set_id = saved.id;
  return wanted;
exception
  when invalid_datetime_format or datetime_field_overflow then
    perform private.refuse('PT400', 'INVALID_INPUT', 'updated_at is the time that you read in the question set.', null);
end
$$;
comment on function private.save_question_set(uuid, jsonb) is 'See public.pm_save_question_set.';

create function private.set_question_set_deleted(question_set_id uuid, is_deleted boolean) returns public.pm_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  question_set public.pm_question_sets := private.require_question_set(question_set_id, 'pm.question_sets.delete', not is_deleted);
begin
  update public.pm_question_sets changed set deleted_at = case when is_deleted then now() end where changed.id = question_set.id returning * into question_set;
  return question_set;
end
$$;
comment on function private.set_question_set_deleted(uuid, boolean) is 'See public.pm_delete_question_set and public.pm_restore_question_set.';

create function private.require_assigning(group_definition_id uuid) returns public.pm_group_definitions
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.question_sets.view');
begin
  if not private.leads_group(definition) then
    perform private.require_permission(definition.organization_id, 'pm.question_sets.edit');
  end if;
  return definition;
end
$$;
comment on function private.require_assigning(uuid) is
  'The group, if the caller may choose its question sets: its facilitators with pm.question_sets.view, and who holds pm.question_sets.edit. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

create function private.assign_question_set(group_definition_id uuid, question_set_id uuid, is_check_in boolean) returns public.pm_group_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_assigning(group_definition_id);
  question_set public.pm_question_sets := private.require_question_set(question_set_id, 'pm.question_sets.view');
  assigned public.pm_group_question_sets;
begin
  if question_set.organization_id <> definition.organization_id then
    perform private.refuse('PT404', 'QUESTION_SET_NOT_FOUND', 'There is no such question set in the organization of the group.', null);
  end if;
  if question_set.superseded_at is not null then
    perform private.refuse('PT409', 'QUESTION_SET_IN_USE', format('Version %s of "%s" is not the latest.', question_set.version, question_set.title), 'Assign the latest version.');
  end if;
  -- Two check-ins at once: the second waits, then takes the place of the first.
  perform private.lock_group(definition.organization_id, definition.id);
  if is_check_in then
    update public.pm_group_question_sets other set is_check_in = false
    where other.group_definition_id = definition.id and other.is_check_in and other.question_set_id <> question_set.id;
  end if;
  insert into public.pm_group_question_sets as listed (organization_id, group_definition_id, question_set_id, is_check_in)
  values (definition.organization_id, definition.id, question_set.id, coalesce(assign_question_set.is_check_in, false))
  on conflict on constraint pm_group_question_sets_pkey do update set is_check_in = excluded.is_check_in
  returning * into assigned;
  return assigned;
end
$$;
comment on function private.assign_question_set(uuid, uuid, boolean) is 'See public.pm_assign_question_set.';

create function private.unassign_question_set(group_definition_id uuid, question_set_id uuid) returns public.pm_group_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_assigning(group_definition_id);
  assigned public.pm_group_question_sets;
begin
  delete from public.pm_group_question_sets gone
  where gone.group_definition_id = definition.id and gone.question_set_id = unassign_question_set.question_set_id returning * into assigned;
  if assigned.question_set_id is null then
    perform private.refuse('PT404', 'QUESTION_SET_NOT_FOUND', 'This question set is not assigned to the group.', 'Reload the page.');
  end if;
  return assigned;
end
$$;
comment on function private.unassign_question_set(uuid, uuid) is 'See public.pm_unassign_question_set.';

create function private.patient_can_access_question_set(patient_id uuid, question_set_id uuid) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
declare
  organization uuid := (select patient.organization_id from public.pm_patients patient where patient.id = patient_id and patient.deleted_at is null);
begin
  if organization is null or not private.can_see_organization(organization) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Search again.');
  end if;
  perform private.require_permission(organization, 'pm.patients.view');
  perform private.require_permission(organization, 'pm.question_sets.view');
  return exists (
    select from public.pm_group_enrollments enrollment
    join public.pm_group_definitions definition
      on definition.id = enrollment.group_definition_id and definition.status = 'active' and definition.deleted_at is null
    join public.pm_group_question_sets assigned
      on assigned.group_definition_id = enrollment.group_definition_id and assigned.question_set_id = patient_can_access_question_set.question_set_id
    join public.pm_question_sets question_set on question_set.id = assigned.question_set_id and question_set.deleted_at is null
    where enrollment.organization_id = organization
      and enrollment.patient_id = patient_can_access_question_set.patient_id and enrollment.status = 'enrolled' and enrollment.deleted_at is null
      and enrollment.starts_on <= private.organization_today(enrollment.organization_id));
end
$$;
comment on function private.patient_can_access_question_set(uuid, uuid) is 'See public.pm_patient_can_access_question_set.';

create function private.deleted_question_sets(organization_id uuid) returns setof public.pm_question_sets
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.question_sets.delete');
  return query
    select gone.* from public.pm_question_sets gone
    where gone.organization_id = deleted_question_sets.organization_id and gone.deleted_at is not null and gone.superseded_at is null
    order by gone.deleted_at desc, gone.id;
end
$$;
comment on function private.deleted_question_sets(uuid) is 'See public.pm_deleted_question_sets.';

create function private.question_set_usage(organization_id uuid) returns table (question_set_id uuid, answers integer, last_answered_at timestamptz)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.question_sets.view');
  return query
    select response.question_set_id, count(*)::integer, max(response.submitted_at)
    from public.pm_session_responses response
    where response.organization_id = question_set_usage.organization_id and response.question_set_id is not null
    group by response.question_set_id;
end
$$;
comment on function private.question_set_usage(uuid) is 'See public.pm_question_set_usage.';

create function public.pm_deleted_question_sets(organization_id uuid) returns setof public.pm_question_sets
language sql stable
set search_path = ''
as $$
  select * from private.deleted_question_sets(organization_id)
$$;
comment on function public.pm_deleted_question_sets(uuid) is
  'The deleted question sets of an organization, latest versions only, latest deleted first (pm.question_sets.delete). Raises PERMISSION_DENIED.';
create function public.pm_question_set_usage(organization_id uuid) returns table (question_set_id uuid, answers integer, last_answered_at timestamptz)
language sql stable
set search_path = ''
as $$
  select * from private.question_set_usage(organization_id)
$$;
comment on function public.pm_question_set_usage(uuid) is
  'How many have answered each version of each question set, and when last; a row for those with answers. Numbers only (pm.question_sets.view). Raises PERMISSION_DENIED.';
create function public.pm_save_question_set(question_set_id uuid, changes jsonb) returns public.pm_question_sets
language sql
set search_path = ''
as $$
  select private.save_question_set(question_set_id, changes)
$$;
comment on function public.pm_save_question_set(uuid, jsonb) is
  'Changes a question set: {title, description, source, scoring, questions, bands, materials}, what is left out stays. With updated_at, as it was read, somebody else''s saving since then is not overwritten. Without answers, or when only description, source or materials change, in place; else as the next version, to which the groups'' assignments move. Needs pm.question_sets.edit. Returns the row in use. Raises QUESTION_SET_NOT_FOUND, PERMISSION_DENIED, INVALID_QUESTIONS, INVALID_INPUT, QUESTION_SET_IN_USE (not the latest version), QUESTION_SET_CHANGED.';
create function public.pm_delete_question_set(question_set_id uuid) returns public.pm_question_sets
language sql
set search_path = ''
as $$
  select private.set_question_set_deleted(question_set_id, true)
$$;
comment on function public.pm_delete_question_set(uuid) is
  'Soft-deletes a question set (pm.question_sets.delete): it is asked no more; answers and running sessions keep it. Returns the row. Raises QUESTION_SET_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_restore_question_set(question_set_id uuid) returns public.pm_question_sets
language sql
set search_path = ''
as $$
  select private.set_question_set_deleted(question_set_id, false)
$$;
comment on function public.pm_restore_question_set(uuid) is
  'Brings a deleted question set back (pm.question_sets.delete). Returns the row. Raises QUESTION_SET_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_assign_question_set(group_definition_id uuid, question_set_id uuid, is_check_in boolean default false) returns public.pm_group_question_sets
language sql
set search_path = ''
as $$
  select private.assign_question_set(group_definition_id, question_set_id, is_check_in)
$$;
comment on function public.pm_assign_question_set(uuid, uuid, boolean) is
  'Gives a group a question set, once; doing it again changes is_check_in. is_check_in: asked at every session that starts from now on, in place of another such set. For the group''s facilitators (with pm.question_sets.view) and pm.question_sets.edit. Raises GROUP_NOT_FOUND, QUESTION_SET_NOT_FOUND, QUESTION_SET_IN_USE (not the latest version), PERMISSION_DENIED.';
create function public.pm_unassign_question_set(group_definition_id uuid, question_set_id uuid) returns public.pm_group_question_sets
language sql
set search_path = ''
as $$
  select private.unassign_question_set(group_definition_id, question_set_id)
$$;
comment on function public.pm_unassign_question_set(uuid, uuid) is
  'Takes a question set from a group; permissions as for pm_assign_question_set. Returns what was assigned. Raises GROUP_NOT_FOUND, QUESTION_SET_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_patient_can_access_question_set(patient_id uuid, question_set_id uuid) returns boolean
language sql stable
set search_path = ''
as $$
  select private.patient_can_access_question_set(patient_id, question_set_id)
$$;
comment on function public.pm_patient_can_access_question_set(uuid, uuid) is
  'True if the patient has a seat today in an active group that uses the question set. Needs pm.patients.view and pm.question_sets.view. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function
  private.save_question_set(uuid, jsonb), private.set_question_set_deleted(uuid, boolean), private.assign_question_set(uuid, uuid, boolean),
  private.deleted_question_sets(uuid), private.question_set_usage(uuid), public.pm_deleted_question_sets(uuid), public.pm_question_set_usage(uuid),
  private.unassign_question_set(uuid, uuid), private.patient_can_access_question_set(uuid, uuid),
  public.pm_save_question_set(uuid, jsonb), public.pm_delete_question_set(uuid), public.pm_restore_question_set(uuid),
  public.pm_assign_question_set(uuid, uuid, boolean), public.pm_unassign_question_set(uuid, uuid), public.pm_patient_can_access_question_set(uuid, uuid)
  to authenticated, service_role;

create function private.frequency_question(id text, words text, flag_above integer) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object('id', id, 'type', 'single', 'required', true, 'flag_above', flag_above,
    'text', 'Over the last 2 weeks, how often have you been bothered by: ' || words,
    'options', '[{"value": "0", "label": "Not at all", "score": 0}, {"value": "1", "label": "Several days", "score": 1},
      {"value": "2", "label": "More than half the days", "score": 2}, {"value": "3", "label": "Nearly every day", "score": 3}]'::jsonb))
$$;
comment on function private.frequency_question(text, text, integer) is
  'A question of PHQ-9 and GAD-7: the problem in words, with their four answers, 0 to 3. flag_above: null, or the score above which the facilitator is told.';

create function private.add_standard_question_sets(organization_id uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.pm_question_sets (organization_id, title, description, source, scoring, questions, bands, created_by)
  values (organization_id, 'PHQ-9', 'Patient Health Questionnaire: depression over the last two weeks.',
    'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression severity measure. J Gen Intern Med 2001;16(9):606-613. Developed with an educational grant from Pfizer Inc.; no permission required to reproduce, translate, display or distribute.',
    'sum', (select jsonb_agg(private.frequency_question('phq9_' || position, words, case when position = 9 then 0 end) order by position)
      from unnest(array[
        'Little interest or pleasure in doing things', 'Feeling down, depressed, or hopeless', 'Trouble falling or staying asleep, or sleeping too much',
        'Feeling tired or having little energy', 'Poor appetite or overeating',
        'Feeling bad about yourself - or that you are a failure or have let yourself or your family down',
        'Trouble concentrating on things, such as reading the newspaper or watching television',
        'Moving or speaking so slowly that other people could have noticed? Or the opposite - being so fidgety or restless that you have been moving around a lot more than usual',
        'Thoughts that you would be better off dead or of hurting yourself in some way']) with ordinality asked (words, position)),
    '[{"min": 0, "max": 4, "label": "Minimal"}, {"min": 5, "max": 9, "label": "Mild"}, {"min": 10, "max": 14, "label": "Moderate"},
      {"min": 15, "max": 19, "label": "Moderately severe"}, {"min": 20, "max": 27, "label": "Severe"}]', null),
  (organization_id, 'GAD-7', 'Generalized Anxiety Disorder scale: anxiety over the last two weeks.',
    'Spitzer RL, Kroenke K, Williams JBW, Loewe B. A brief measure for assessing generalized anxiety disorder: the GAD-7. Arch Intern Med 2006;166(10):1092-1097. Developed with an educational grant from Pfizer Inc.; no permission required to reproduce, translate, display or distribute.',
    'sum', (select jsonb_agg(private.frequency_question('gad7_' || position, words, null) order by position)
      from unnest(array[
        'Feeling nervous, anxious, or on edge', 'Not being able to stop or control worrying', 'Worrying too much about different things',
        'Trouble relaxing', 'Being so restless that it is hard to sit still', 'Becoming easily annoyed or irritable',
        'Feeling afraid, as if something awful might happen']) with ordinality asked (words, position)),
    '[{"min": 0, "max": 4, "label": "Minimal"}, {"min": 5, "max": 9, "label": "Mild"}, {"min": 10, "max": 14, "label": "Moderate"},
      {"min": 15, "max": 21, "label": "Severe"}]', null);
end
$$;
comment on function private.add_standard_question_sets(uuid) is
  'Gives an organization PHQ-9 (0 to 27; item 9 above 0 is told to the facilitator) and GAD-7 (0 to 21). Sources, with the cut points of the bands, stand in each row.';

create function private.tg_pf_organizations__add_question_sets() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.add_standard_question_sets(new.id);
  return null;
end
$$;
comment on function private.tg_pf_organizations__add_question_sets() is 'A new organization begins with the standard question sets.';
create trigger _400_add_question_sets after insert on public.pf_organizations
  for each row execute function private.tg_pf_organizations__add_question_sets();

-- Who takes part in a session, joining by link without an account, and the answers given.

create table public.pm_session_participants (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  session_id uuid not null,
  patient_id uuid,
  guest_name text,
  is_drop_in boolean not null default false,
  joined_at timestamptz,
  attendance_status text,
  minutes integer,
  attendance_note text,
  recorded_by uuid,
  recorded_at timestamptz,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table public.pm_session_responses (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  question_set_id uuid,
  answers jsonb not null,
  score numeric,
  band text,
  flags jsonb not null default '[]',
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  submitted_at timestamptz not null default now()
);
create table private.participant_tokens (
  token_hash bytea not null,
  organization_id uuid not null,
  participant_id uuid not null,
  created_at timestamptz not null default now()
);
create table private.patient_join_codes (
  organization_id uuid not null,
  patient_id uuid not null,
  code text not null,
  created_at timestamptz not null default now()
);
create table private.join_attempts (
  id bigint generated always as identity,
  session_id uuid not null,
  attempted_at timestamptz not null default clock_timestamp()
);

alter table public.pm_session_participants
  add constraint pm_session_participants_pkey primary key (id),
  add constraint pm_session_participants_organization_id_id_key unique (organization_id, id),
  add constraint pm_session_participants_session_patient_key unique (session_id, patient_id),
  add constraint pm_session_participants_session_fkey foreign key (organization_id, session_id)
    references public.pm_group_schedule (organization_id, id),
  add constraint pm_session_participants_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id),
  add constraint pm_session_participants_recorded_by_fkey foreign key (recorded_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_session_participants_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_session_participants_patient_or_guest check ((patient_id is null) <> (guest_name is null)),
  add constraint pm_session_participants_guest_name_length check (char_length(guest_name) <= 80 and btrim(guest_name) <> ''),
  add constraint pm_session_participants_drop_in_check check (not is_drop_in or patient_id is not null),
  add constraint pm_session_participants_attendance_status_check check (attendance_status in ('present', 'late', 'left_early', 'excused', 'absent')),
  add constraint pm_session_participants_minutes_range check (
    minutes is null or (minutes between 0 and 720 and coalesce(attendance_status, '') in ('present', 'late', 'left_early'))),
  add constraint pm_session_participants_attendance_note_length check (char_length(attendance_note) <= 500);
alter table public.pm_session_responses
  add constraint pm_session_responses_pkey primary key (id),
  add constraint pm_session_responses_participant_key unique (organization_id, participant_id),
  add constraint pm_session_responses_session_fkey foreign key (organization_id, session_id)
    references public.pm_group_schedule (organization_id, id),
  add constraint pm_session_responses_participant_fkey foreign key (organization_id, participant_id)
    references public.pm_session_participants (organization_id, id) on delete cascade,
  add constraint pm_session_responses_question_set_fkey foreign key (organization_id, question_set_id)
    references public.pm_question_sets (organization_id, id),
  add constraint pm_session_responses_acknowledged_by_fkey foreign key (acknowledged_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_session_responses_answers_object check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 262144),
  add constraint pm_session_responses_flags_array check (jsonb_typeof(flags) = 'array');
alter table private.participant_tokens
  add constraint participant_tokens_pkey primary key (token_hash),
  add constraint participant_tokens_participant_fkey foreign key (organization_id, participant_id)
    references public.pm_session_participants (organization_id, id) on delete cascade;
alter table private.patient_join_codes
  add constraint patient_join_codes_pkey primary key (organization_id, patient_id),
  add constraint patient_join_codes_code_key unique (organization_id, code),
  add constraint patient_join_codes_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id) on delete cascade,
  add constraint patient_join_codes_code_format check (code ~ '^[2-9A-HJKMNP-Z]{8}$');
alter table private.join_attempts
  add constraint join_attempts_pkey primary key (id),
  add constraint join_attempts_session_fkey foreign key (session_id) references public.pm_group_schedule (id) on delete cascade;

create index pm_session_participants_session_idx on public.pm_session_participants (organization_id, session_id);
create index pm_session_participants_patient_idx on public.pm_session_participants (organization_id, patient_id);
create index pm_session_participants_recorded_by_idx on public.pm_session_participants (recorded_by);
create index pm_session_participants_created_by_idx on public.pm_session_participants (created_by);
create index pm_session_responses_session_idx on public.pm_session_responses (organization_id, session_id);
create index pm_session_responses_question_set_idx on public.pm_session_responses (organization_id, question_set_id);
create index pm_session_responses_acknowledged_by_idx on public.pm_session_responses (acknowledged_by);
create index participant_tokens_participant_idx on private.participant_tokens (organization_id, participant_id);
create index join_attempts_session_idx on private.join_attempts (session_id, attempted_at);

alter table public.pm_session_participants enable row level security;
alter table public.pm_session_participants force row level security;
alter table public.pm_session_responses enable row level security;
alter table public.pm_session_responses force row level security;
alter table private.participant_tokens enable row level security;
alter table private.participant_tokens force row level security;
alter table private.patient_join_codes enable row level security;
alter table private.patient_join_codes force row level security;
alter table private.join_attempts enable row level security;
alter table private.join_attempts force row level security;

create policy select_viewers on public.pm_session_participants for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_attendance.view'))));
create policy select_viewers on public.pm_session_responses for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_attendance.view')))
    and organization_id = any (array(select private.organizations_with('pm.question_sets.view'))));

-- Everything is written by functions.
grant select on public.pm_session_participants, public.pm_session_responses to authenticated;
grant all on public.pm_session_participants, public.pm_session_responses to service_role;

comment on table public.pm_session_participants is
  'Who took part in a session, or was booked into it: patients of the roster once they join or are recorded, drop-ins, guests. The roster itself is pm_session_roster.';
comment on column public.pm_session_participants.is_drop_in is 'True: takes part in this one session, without an enrollment.';
comment on column public.pm_session_participants.joined_at is 'When the person first joined by link; null for who did not.';
comment on column public.pm_session_participants.minutes is 'Minutes attended; null for the whole session.';
comment on column public.pm_session_participants.attendance_note is 'The reason given with the latest change, if any.';
comment on column public.pm_session_participants.recorded_at is 'When it was tapped, which may be before it arrived: a later tap wins over an earlier one, whichever arrives first.';
comment on policy select_viewers on public.pm_session_participants is 'Attendance: pm.group_attendance.view.';
comment on table public.pm_session_responses is 'The answers that a participant gave in a session, once.';
comment on column public.pm_session_responses.score is 'By the scoring of what was asked; null for none.';
comment on column public.pm_session_responses.band is 'What the score means, by the bands of what was asked; null where no band holds it.';
comment on column public.pm_session_responses.flags is 'Ids of the questions whose answer is above their flag_above: a facilitator looks at these at once.';
comment on policy select_viewers on public.pm_session_responses is 'Answers are care records: pm.group_attendance.view and pm.question_sets.view together.';
comment on table private.participant_tokens is 'SHA-256 of the secret by which a phone that joined is known; the secret itself is not kept. One row a phone.';
comment on table private.patient_join_codes is 'The personal code by which a patient joins: kept readable, since the front desk reads it out; of use only with the link of a session on whose roster the patient is.';
comment on table private.join_attempts is 'Codes that were tried in vain, to limit guessing.';

create trigger _900_touch before update on public.pm_session_participants for each row execute function private.tg__touch();

create function private.roster_of(session public.pm_group_schedule) returns setof public.pm_group_enrollments
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    select distinct on (enrollment.patient_id) enrollment.*
    from public.pm_group_enrollments enrollment
    where enrollment.organization_id = session.organization_id and enrollment.group_definition_id = session.group_definition_id
      and enrollment.deleted_at is null and enrollment.enrolled_at is not null and enrollment.starts_on <= session.session_date
      and (enrollment.status = 'enrolled' or enrollment.disenrolled_at > session.starts_at)
    order by enrollment.patient_id, enrollment.enrolled_at desc;
end
$$;
comment on function private.roster_of(public.pm_group_schedule) is 'The session''s roster by the rule of public.pm_session_roster, without row level security.';

create function private.questions_of(question_set public.pm_question_sets) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_build_object('question_set_id', question_set.id, 'title', question_set.title, 'version', question_set.version, 'scoring', question_set.scoring,
    'questions', question_set.questions, 'bands', question_set.bands, 'materials', question_set.materials)
$$;
comment on function private.questions_of(public.pm_question_sets) is 'The copy of a question set that a session keeps as questions_data.';

create function private.tg_pm_group_schedule__questions() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  problem text;
begin
  if new.status = 'active' and new.questions_data is null and (tg_op = 'INSERT' or old.status <> 'active') then
    select private.questions_of(question_set) into new.questions_data
    from public.pm_group_question_sets assigned
    join public.pm_question_sets question_set on question_set.id = assigned.question_set_id and question_set.deleted_at is null
    where assigned.organization_id = new.organization_id and assigned.group_definition_id = new.group_definition_id and assigned.is_check_in;
  end if;
  if new.questions_data is null or (tg_op = 'UPDATE' and new.questions_data is not distinct from old.questions_data) then
    if tg_op = 'UPDATE' and old.questions_data is not null and new.questions_data is null then
      perform private.require_no_answers(new.id);
    end if;
    return new;
  end if;
  if jsonb_typeof(new.questions_data) <> 'object'
     or new.questions_data - array['question_set_id', 'title', 'version', 'scoring', 'questions', 'bands', 'materials'] <> '{}' then
    problem := 'questions_data holds question_set_id, title, version, scoring, questions, bands and materials, nothing else.';
  elsif jsonb_typeof(coalesce(new.questions_data -> 'title', '""')) <> 'string' or char_length(coalesce(new.questions_data ->> 'title', '')) > 200 then
    problem := 'The title of what is asked has at most 200 characters.';
  elsif jsonb_typeof(coalesce(new.questions_data -> 'version', 'null')) not in ('number', 'null') then
    problem := 'version is a number.';
  else
    new.questions_data := '{"scoring": "none", "questions": [], "bands": [], "materials": []}' || new.questions_data;
    problem := private.problem_of_content(new.questions_data);
  end if;
  if problem is null and jsonb_typeof(coalesce(new.questions_data -> 'question_set_id', 'null')) <> 'null' and not exists (
    select from public.pm_question_sets question_set
    where question_set.organization_id = new.organization_id and question_set.id::text = new.questions_data ->> 'question_set_id'
      -- What is called PHQ-9 asks what PHQ-9 asks, and flags what it flags.
      and (auth.uid() is null or (question_set.questions, question_set.bands, question_set.scoring)
        is not distinct from (new.questions_data -> 'questions', new.questions_data -> 'bands', new.questions_data ->> 'scoring'))) then
    problem := 'The question set does not exist in this organization, or asks something else. Leave question_set_id out for questions of your own.';
  end if;
  if problem is not null then
    perform private.refuse('PT400', 'INVALID_QUESTIONS', problem, null);
  end if;
  if tg_op = 'UPDATE' then
    perform private.require_no_answers(new.id);
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_schedule__questions() is
  'A session that starts asks what its group asks at every session, unless it has questions already. Raises INVALID_QUESTIONS, and SESSION_HAS_ANSWERS when what was answered would change.';

create function private.require_no_answers(session_id uuid) returns void
language plpgsql stable security definer
set search_path = ''
as $$
begin
  if exists (select from public.pm_session_responses response where response.session_id = require_no_answers.session_id) then
    perform private.refuse('PT409', 'SESSION_HAS_ANSWERS', 'Somebody has answered already, and what was asked stays as it was.', 'Ask it in another session.');
  end if;
end
$$;
comment on function private.require_no_answers(uuid) is 'Raises SESSION_HAS_ANSWERS if somebody has answered in the session.';
create trigger _160_questions before insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__questions();

create function private.set_session_questions(session_id uuid, question_set_id uuid) returns public.pm_group_schedule
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_schedule.edit');
  question_set public.pm_question_sets;
begin
  if question_set_id is not null then
    question_set := private.require_question_set(question_set_id, 'pm.question_sets.view');
  end if;
  perform private.lock_organizations('schedule');
  update public.pm_group_schedule asking
  set questions_data = case when question_set.id is not null then private.questions_of(question_set) end
  where asking.id = session.id returning * into session;
  return session;
end
$$;
comment on function private.set_session_questions(uuid, uuid) is 'See public.pm_set_session_questions.';

-- Joining.

create function private.session_of_link(token text) returns public.pm_group_schedule
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
begin
  select * into session from public.pm_group_schedule shared where shared.share_token = token;
  if session.id is null then
    perform private.refuse('PT404', 'SESSION_LINK_INVALID', 'This link leads to no session.', 'Scan the code again, or ask the front desk for the link.');
  end if;
  return session;
end
$$;
comment on function private.session_of_link(text) is 'The session of a link''s secret. Raises SESSION_LINK_INVALID. Guessing is hopeless: 192 bits by chance.';

create function private.link_state(session public.pm_group_schedule) returns text
language sql stable
set search_path = ''
as $$
  select case
    when session.status = 'cancelled' then 'cancelled'
    when session.status = 'completed' then 'over'
    when session.status = 'active' then case when now() < session.ends_at + interval '12 hours' then 'open' else 'over' end
    when now() > session.ends_at + interval '1 hour' then 'over'
    when now() < session.starts_at - interval '30 minutes' or session.approval_status <> 'approved' then 'not_yet'
    else 'open' end
$$;
comment on function private.link_state(public.pm_group_schedule) is
  'What the link does now: not_yet, open (from 30 minutes before the start, while active, until an hour after the end), over, cancelled. One that was started and forgotten closes 12 hours after its end.';

create function private.join_info(token text) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.session_of_link(token);
  state text := private.link_state(session);
begin
  return jsonb_build_object('state', state, 'opens_at', session.starts_at - interval '30 minutes',
    'session_id', session.id, 'group_definition_id', session.group_definition_id,
    'session_date', session.session_date, 'start_time', session.start_time, 'end_time', session.end_time,
    'title', session.questions_data -> 'title',
    'questions', case when state = 'open' then coalesce(session.questions_data -> 'questions', '[]') else '[]' end,
    'materials', case when state = 'open' then coalesce(session.questions_data -> 'materials', '[]') else '[]' end)
    || (select jsonb_build_object('organization_name', organization.name, 'timezone', organization.timezone, 'group_name', definition.name)
        from public.pf_organizations organization, public.pm_group_definitions definition
        where organization.id = session.organization_id and definition.id = session.group_definition_id);
end
$$;
comment on function private.join_info(text) is 'See public.pm_join_info.';

create function private.new_participant_token(participant public.pm_session_participants) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  token text := translate(encode(extensions.gen_random_bytes(24), 'base64'), '+/', '-_');
begin
  insert into private.participant_tokens (token_hash, organization_id, participant_id)
  values (extensions.digest(token, 'sha256'), participant.organization_id, participant.id);
  return token;
end
$$;
comment on function private.new_participant_token(public.pm_session_participants) is 'A new secret for the phone of a participant: 32 signs, 192 bits by chance.';

create function private.join_session(token text, code text, guest_name text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  most_attempts constant integer := 20;
  attempts_window constant interval := '15 minutes';
  session public.pm_group_schedule := private.session_of_link(token);
  -- Cut before anything looks at them: anybody may send megabytes. Signs that are not seen, or turn the words around, are no part of a name.
  typed_code text := upper(regexp_replace(coalesce(left(code, 100), ''), '[^[:alnum:]]', '', 'g'));
  typed_name text := btrim(regexp_replace(regexp_replace(coalesce(left(guest_name, 400), ''),
    '[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), '\s+', ' ', 'g'));
  participant public.pm_session_participants;
  patient public.pm_patients;
  tried integer;
  first_attempt timestamptz;
begin
  if (typed_code = '') = (typed_name = '') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'Join by your personal code, or as a guest with a name.', null);
  end if;
  if private.link_state(session) <> 'open' then
    perform private.refuse('PT409', 'SESSION_NOT_OPEN', format('This session is not open: it is on %s, %s-%s.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'),
      to_char(session.start_time, 'FMHH12:MI AM'), to_char(session.end_time, 'FMHH12:MI AM')), 'Ask your facilitator.');
  end if;
  -- One at a time in a session: attempts and guests are counted in a statement after the lock.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('join:' || session.id, 0));

  if typed_name <> '' then
    if char_length(typed_name) > 80 then
      perform private.refuse('PT400', 'INVALID_INPUT', 'A name has at most 80 characters here.', null);
    end if;
    if (select count(*) from public.pm_session_participants guest where guest.session_id = session.id and guest.guest_name is not null) >= 100 then
      perform private.refuse('PT409', 'TOO_MANY_GUESTS', 'A hundred guests have joined this session already.', 'Ask your facilitator.');
    end if;
    insert into public.pm_session_participants (organization_id, session_id, guest_name, joined_at, created_by)
    values (session.organization_id, session.id, typed_name, now(), null) returning * into participant;
    return jsonb_build_object('participant_token', private.new_participant_token(participant), 'display_name', typed_name, 'has_answered', false);
  end if;

  select count(*), min(attempt.attempted_at) into tried, first_attempt from private.join_attempts attempt
  where attempt.session_id = session.id and attempt.attempted_at > now() - attempts_window;
  if tried >= most_attempts then
    return jsonb_build_object('error', 'TOO_MANY_ATTEMPTS', 'retry_after_seconds', ceil(extract(epoch from first_attempt + attempts_window - now())));
  end if;
  select listed.* into patient
  from private.patient_join_codes known
  join public.pm_patients listed on listed.organization_id = known.organization_id and listed.id = known.patient_id and listed.deleted_at is null
  where known.organization_id = session.organization_id and known.code = typed_code
    and (exists (select from private.roster_of(session) seat where seat.patient_id = known.patient_id)
      or exists (select from public.pm_session_participants booked where booked.session_id = session.id and booked.patient_id = known.patient_id));
  if patient.id is null then
    -- Not raised: a refusal would take the count of the attempt back.
    insert into private.join_attempts (session_id) values (session.id);
    return jsonb_build_object('error', 'CODE_INVALID', 'attempts_left', most_attempts - tried - 1);
  end if;
  insert into public.pm_session_participants as joining (organization_id, session_id, patient_id, joined_at, created_by)
  values (session.organization_id, session.id, patient.id, now(), null)
  on conflict on constraint pm_session_participants_session_patient_key do update set joined_at = coalesce(joining.joined_at, excluded.joined_at)
  returning * into participant;
  return jsonb_build_object('participant_token', private.new_participant_token(participant),
    'display_name', coalesce(patient.preferred_name, patient.first_name),
    'has_answered', exists (select from public.pm_session_responses response where response.organization_id = participant.organization_id and response.participant_id = participant.id));
end
$$;
comment on function private.join_session(text, text, text) is 'See public.pm_join_session.';

create function private.option_score(question jsonb, answered text) returns numeric
language sql immutable
set search_path = ''
as $$
  select (option ->> 'score')::numeric from jsonb_array_elements(question -> 'options') option where option ->> 'value' = answered
$$;
comment on function private.option_score(jsonb, text) is 'The score of an option by its value; null if it has none.';

create function private.question_score(question jsonb, answer jsonb) returns numeric
language sql immutable
set search_path = ''
as $$
  select case question ->> 'type'
    when 'single' then private.option_score(question, answer #>> '{}')
    when 'multiple' then (select sum(private.option_score(question, chosen)) from jsonb_array_elements_text(case jsonb_typeof(answer) when 'array' then answer else '[]' end) chosen)
    when 'text' then null
    else case when jsonb_typeof(answer) = 'number' then (answer #>> '{}')::numeric end end
$$;
comment on function private.question_score(jsonb, jsonb) is
  'What an answer counts: the score of the option, the sum of the scores of several, or the number itself; null for text and options without score.';

create function private.problem_of_answers(questions jsonb, answers jsonb) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  question jsonb;
  answer jsonb;
  unknown text;
  amount numeric;
begin
  if jsonb_typeof(answers) is distinct from 'object' then
    return 'Answers are an object of question ids.';
  end if;
  select key into unknown from jsonb_object_keys(answers) key
  where not exists (select from jsonb_array_elements(questions) asked where asked ->> 'id' = key) limit 1;
  if unknown is not null then
    return format('There is no question %s here.', quote_literal(left(unknown, 60)));
  end if;
  for question in select * from jsonb_array_elements(questions) loop
    answer := answers -> (question ->> 'id');
    if answer is null or answer in ('null', '""', '[]') or (jsonb_typeof(answer) = 'string' and btrim(answer #>> '{}') = '') then
      if (question -> 'required') = 'true' then
        return format('"%s" needs an answer.', question ->> 'text');
      end if;
      continue;
    end if;
    case question ->> 'type'
    when 'single' then
      if jsonb_typeof(answer) <> 'string' or not exists (select from jsonb_array_elements(question -> 'options') option where option -> 'value' = answer) then
        return format('"%s" is answered by one of its options.', question ->> 'text');
      end if;
    when 'multiple' then
      if jsonb_typeof(answer) <> 'array' or jsonb_array_length(answer) > 20
         or exists (select from jsonb_array_elements(answer) chosen where not exists (select from jsonb_array_elements(question -> 'options') option where option -> 'value' = chosen))
         or (select count(distinct chosen) from jsonb_array_elements(answer) chosen) < jsonb_array_length(answer) then
        return format('"%s" is answered by some of its options, each once.', question ->> 'text');
      end if;
    when 'text' then
      if jsonb_typeof(answer) <> 'string' or char_length(answer #>> '{}') > 2000 then
        return format('"%s" is answered in at most 2,000 characters.', question ->> 'text');
      end if;
    else
      if jsonb_typeof(answer) <> 'number' then
        return format('"%s" is answered by a number.', question ->> 'text');
      end if;
      -- 1e-16000 is a number of sixteen thousand digits.
      if char_length(answer #>> '{}') > 30 then
        return format('The answer to "%s" has too many digits.', question ->> 'text');
      end if;
      amount := (answer #>> '{}')::numeric;
      if amount < (question ->> 'min')::numeric or amount > (question ->> 'max')::numeric or abs(amount) > 1000000000 then
        return format('The answer to "%s" is between %s and %s.', question ->> 'text', coalesce(question ->> 'min', 'any number'), coalesce(question ->> 'max', 'any number'));
      end if;
      if question ->> 'type' = 'scale' and (amount - (question ->> 'min')::numeric) % coalesce((question ->> 'step')::numeric, 1) <> 0 then
        return format('The answer to "%s" is one of the points of its scale.', question ->> 'text');
      end if;
    end case;
  end loop;
  return null;
end
$$;
comment on function private.problem_of_answers(jsonb, jsonb) is 'What is wrong with answers to these questions, in a sentence that names the question; null if nothing is.';

create function private.max_score(asked jsonb) returns numeric
language sql immutable
set search_path = ''
as $$
  select case when asked ->> 'scoring' = 'sum' then sum(case question ->> 'type'
      when 'single' then (select max((option ->> 'score')::numeric) from jsonb_array_elements(question -> 'options') option)
      when 'multiple' then (select sum(greatest((option ->> 'score')::numeric, 0)) from jsonb_array_elements(question -> 'options') option)
      else case when question -> 'scored' = 'true' then (question ->> 'max')::numeric end end) end
  from jsonb_array_elements(asked -> 'questions') question
$$;
comment on function private.max_score(jsonb) is 'The highest score that questions_data allows; null without scoring.';

create function private.score_of(asked jsonb, answers jsonb) returns numeric
language sql immutable
set search_path = ''
as $$
  select case when asked ->> 'scoring' = 'sum' then sum(private.question_score(question, answers -> (question ->> 'id')))
    filter (where question ->> 'type' in ('single', 'multiple') or question -> 'scored' = 'true') end
  from jsonb_array_elements(asked -> 'questions') question
$$;
comment on function private.score_of(jsonb, jsonb) is 'The sum of what the answers count, by questions_data; null without scoring or without a scored answer.';

create function private.aggregate_of(session public.pm_group_schedule, for_patients boolean) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  answered integer;
  average numeric;
begin
  -- Patients only: with guests counted, two made-up guests would lay one patient's answers bare.
  select count(*), round(avg(response.score), 1) into answered, average
  from public.pm_session_responses response
  join public.pm_session_participants participant on participant.id = response.participant_id and participant.patient_id is not null
  where response.organization_id = session.organization_id and response.session_id = session.id;
  if answered < 3 then
    return null;
  end if;
  return jsonb_build_object('count', answered, 'average', average, 'questions', (
    select coalesce(jsonb_object_agg(question ->> 'id', case
        when question ->> 'type' in ('single', 'multiple') then jsonb_build_object('counts', (
          select coalesce(jsonb_object_agg(option ->> 'value', (
            select count(*) from public.pm_session_responses response
            join public.pm_session_participants participant on participant.id = response.participant_id and participant.patient_id is not null
            where response.organization_id = session.organization_id and response.session_id = session.id
              and response.answers -> (question ->> 'id') @> (option -> 'value'))), '{}')
          from jsonb_array_elements(question -> 'options') option))
        else jsonb_build_object('average', (
          select round(avg((response.answers ->> (question ->> 'id'))::numeric), 1) from public.pm_session_responses response
          join public.pm_session_participants participant on participant.id = response.participant_id and participant.patient_id is not null
          where response.organization_id = session.organization_id and response.session_id = session.id
            and jsonb_typeof(response.answers -> (question ->> 'id')) = 'number')) end), '{}')
    from jsonb_array_elements(session.questions_data -> 'questions') question
    -- Nobody's words, and, for the others in the room, not who thinks of dying.
    where question ->> 'type' <> 'text' and not (for_patients and question ? 'flag_above')));
end
$$;
comment on function private.aggregate_of(public.pm_group_schedule, boolean) is
  'What the patients of a session answered together: {count, average (of the scores), questions: {id: {counts} or {average}}}; null under 3. Guests do not count; texts are left out, and for_patients also the questions that are told to the facilitator.';

create function private.participant_of(participant_token text) returns public.pm_session_participants
language plpgsql stable security definer
set search_path = ''
as $$
declare
  participant public.pm_session_participants;
begin
  select joined.* into participant
  from private.participant_tokens known
  join public.pm_session_participants joined on joined.organization_id = known.organization_id and joined.id = known.participant_id
  where known.token_hash = extensions.digest(participant_token, 'sha256')
    and not exists (select from public.pm_patients gone where gone.organization_id = joined.organization_id and gone.id = joined.patient_id and gone.deleted_at is not null);
  if participant.id is null then
    perform private.refuse('PT404', 'PARTICIPANT_UNKNOWN', 'This phone has not joined the session, or was taken off it.', 'Join again by the link.');
  end if;
  return participant;
end
$$;
comment on function private.participant_of(text) is 'The participant of a phone''s secret, unless the patient''s record was deleted. Raises PARTICIPANT_UNKNOWN.';

create function private.session_result(participant public.pm_session_participants) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
  response public.pm_session_responses;
begin
  select * into session from public.pm_group_schedule joined where joined.id = participant.session_id;
  select * into response from public.pm_session_responses given
  where given.organization_id = participant.organization_id and given.participant_id = participant.id;
  return jsonb_build_object('state', private.link_state(session), 'has_answered', response.id is not null, 'answers', response.answers,
    'score', response.score, 'band', response.band, 'max_score', private.max_score(session.questions_data),
    'is_flagged', coalesce(response.flags <> '[]', false),
    'group', case when response.id is not null then private.aggregate_of(session, true) end);
end
$$;
comment on function private.session_result(public.pm_session_participants) is 'See public.pm_session_result.';

create function private.session_result_of_token(participant_token text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select private.session_result(private.participant_of(participant_token))
$$;
comment on function private.session_result_of_token(text) is 'See public.pm_session_result.';

create function private.submit_answers(participant_token text, answers jsonb) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  participant public.pm_session_participants := private.participant_of(participant_token);
  session public.pm_group_schedule;
  given public.pm_session_responses;
  problem text;
  total numeric;
begin
  -- Sent twice at once: the second waits here, then finds what the first has written.
  perform from public.pm_session_participants waiting where waiting.id = participant.id for no key update;
  -- The questions cannot change while they are being answered.
  select * into session from public.pm_group_schedule joined where joined.id = participant.session_id for share;
  select * into given from public.pm_session_responses response
  where response.organization_id = participant.organization_id and response.participant_id = participant.id;
  if given.id is not null then
    if given.answers is distinct from jsonb_strip_nulls(answers) then
      perform private.refuse('PT409', 'ALREADY_ANSWERED', 'Your answers have arrived already and stay as they are.', 'Tell your facilitator if something has changed.');
    end if;
    return private.session_result(participant);
  end if;
  if session.status = 'cancelled' or now() > session.ends_at + interval '24 hours' then
    perform private.refuse('PT409', 'SESSION_NOT_OPEN', 'This session takes no answers any more.', 'Tell your facilitator.');
  end if;
  if session.questions_data is null then
    perform private.refuse('PT400', 'INVALID_ANSWERS', 'This session asks nothing.', null);
  end if;
  problem := private.problem_of_answers(session.questions_data -> 'questions', answers);
  if problem is not null then
    perform private.refuse('PT400', 'INVALID_ANSWERS', problem, null);
  end if;
  answers := jsonb_strip_nulls(answers);
  total := private.score_of(session.questions_data, answers);
  insert into public.pm_session_responses (organization_id, session_id, participant_id, question_set_id, answers, score, band, flags)
  values (session.organization_id, session.id, participant.id, (session.questions_data ->> 'question_set_id')::uuid, answers, total,
    (select band ->> 'label' from jsonb_array_elements(session.questions_data -> 'bands') band
     where total between (band ->> 'min')::numeric and (band ->> 'max')::numeric limit 1),
    (select coalesce(jsonb_agg(question -> 'id'), '[]') from jsonb_array_elements(session.questions_data -> 'questions') question
     where private.question_score(question, answers -> (question ->> 'id')) > (question ->> 'flag_above')::numeric));
  return private.session_result(participant);
end
$$;
comment on function private.submit_answers(text, jsonb) is 'See public.pm_submit_answers.';

create function private.patient_join_code(patient_id uuid, renew boolean) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  -- Without what is misread: 0 and O, 1, I and L.
  signs constant text := '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  organization uuid := (select patient.organization_id from public.pm_patients patient where patient.id = patient_id and patient.deleted_at is null);
  known text;
begin
  if organization is null or not private.can_see_organization(organization) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Search again.');
  end if;
  if not private.has_permission(organization, 'pm.group_attendance.edit') then
    perform private.require_permission(organization, 'pm.patients.edit');
  end if;
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('join_code:' || organization, 0));
  if renew then
    delete from private.patient_join_codes gone where gone.organization_id = organization and gone.patient_id = patient_join_code.patient_id;
  end if;
  loop
    select kept.code into known from private.patient_join_codes kept
    where kept.organization_id = organization and kept.patient_id = patient_join_code.patient_id;
    exit when known is not null;
    insert into private.patient_join_codes (organization_id, patient_id, code)
    select organization, patient_join_code.patient_id, string_agg(substr(signs, 1 + (get_byte(random_bytes.value, place) * 256 + get_byte(random_bytes.value, place + 8)) % length(signs), 1), '')
    from (select extensions.gen_random_bytes(16) as value) random_bytes, generate_series(0, 7) place
    on conflict do nothing;
  end loop;
  return left(known, 4) || '-' || right(known, 4);
end
$$;
comment on function private.patient_join_code(uuid, boolean) is 'See public.pm_patient_join_code.';

create function private.acknowledge_flag(response_id uuid) returns public.pm_session_responses
language plpgsql security definer
set search_path = ''
as $$
declare
  response public.pm_session_responses;
begin
  select * into response from public.pm_session_responses given where given.id = response_id for no key update;
  if response.id is null or not private.can_see_organization(response.organization_id) then
    perform private.refuse('PT404', 'RESPONSE_NOT_FOUND', 'There is no such answer in your organizations.', 'Reload the page.');
  end if;
  perform private.require_permission(response.organization_id, 'pm.group_attendance.edit');
  perform private.require_permission(response.organization_id, 'pm.group_attendance.view');
  perform private.require_permission(response.organization_id, 'pm.question_sets.view');
  if response.acknowledged_at is null then
    update public.pm_session_responses seen set acknowledged_at = now(), acknowledged_by = auth.uid() where seen.id = response_id returning * into response;
    update public.pf_notifications told set read_at = now()
    where told.organization_id = response.organization_id and told.user_id = auth.uid() and told.kind = 'response_flagged'
      and told.session_id = response.session_id and told.read_at is null and told.patient_id is not distinct from (
        select participant.patient_id from public.pm_session_participants participant where participant.id = response.participant_id);
  end if;
  return response;
end
$$;
comment on function private.acknowledge_flag(uuid) is 'See public.pm_acknowledge_flag.';

create function private.session_results(session_id uuid) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_attendance.view');
begin
  perform private.require_permission(session.organization_id, 'pm.question_sets.view');
  return jsonb_build_object('answered', (select count(*) from public.pm_session_responses response where response.organization_id = session.organization_id and response.session_id = session.id),
      'max_score', private.max_score(session.questions_data),
      'bands', (select coalesce(jsonb_object_agg(counted.band, counted.answers), '{}') from (
        select response.band, count(*) as answers from public.pm_session_responses response
        join public.pm_session_participants participant on participant.id = response.participant_id and participant.patient_id is not null
        where response.organization_id = session.organization_id and response.session_id = session.id and response.band is not null
        group by response.band) counted))
    || coalesce(private.aggregate_of(session, false), '{"count": null, "average": null, "questions": null}');
end
$$;
comment on function private.session_results(uuid) is 'See public.pm_session_results.';

create function private.patient_measures(patient_id uuid) returns table (
  session_id uuid, session_date date, group_definition_id uuid, group_name text, title text, score numeric, max_score numeric, band text,
  group_count integer, group_average numeric
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  organization uuid := (select patient.organization_id from public.pm_patients patient where patient.id = patient_id and patient.deleted_at is null);
begin
  if organization is null or not private.can_see_organization(organization) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Search again.');
  end if;
  perform private.require_permission(organization, 'pm.group_attendance.view');
  perform private.require_permission(organization, 'pm.question_sets.view');
  return query
    select session.id, session.session_date, session.group_definition_id, definition.name, session.questions_data ->> 'title', response.score,
      private.max_score(session.questions_data), response.band, case when everybody.count >= 3 then everybody.count end, case when everybody.count >= 3 then everybody.average end
    from public.pm_session_participants participant
    join public.pm_session_responses response on response.organization_id = participant.organization_id and response.participant_id = participant.id
    join public.pm_group_schedule session on session.id = participant.session_id
    join public.pm_group_definitions definition on definition.id = session.group_definition_id
    -- As private.aggregate_of, without its questions.
    cross join lateral (
      select count(*)::integer as count, round(avg(given.score), 1) as average
      from public.pm_session_responses given
      join public.pm_session_participants person on person.id = given.participant_id and person.patient_id is not null
      where given.organization_id = organization and given.session_id = session.id) everybody
    where participant.organization_id = organization and participant.patient_id = patient_measures.patient_id and response.score is not null
    order by session.starts_at, session.id;
end
$$;
comment on function private.patient_measures(uuid) is 'See public.pm_patient_measures.';

create function public.pm_set_session_questions(session_id uuid, question_set_id uuid default null) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.set_session_questions(session_id, question_set_id)
$$;
comment on function public.pm_set_session_questions(uuid, uuid) is
  'What the session asks: a copy of the question set, or nothing for null (pm.group_schedule.edit, pm.question_sets.view). Returns the session. Raises SESSION_NOT_FOUND, QUESTION_SET_NOT_FOUND, PERMISSION_DENIED, SESSION_HAS_ANSWERS.';
create function public.pm_join_info(token text) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.join_info(token)
$$;
comment on function public.pm_join_info(text) is
  'For whoever has a session''s link (token: its share_token), without an account: {state: not_yet, open, over or cancelled; opens_at; organization_name, group_name, timezone, session_date, start_time, end_time (wall clock); title, questions, materials (empty unless open); session_id, group_definition_id}. Nothing about anybody. Raises SESSION_LINK_INVALID.';
create function public.pm_join_session(token text, code text default null, guest_name text default null) returns jsonb
language sql
set search_path = ''
as $$
  select private.join_session(token, code, guest_name)
$$;
comment on function public.pm_join_session(text, text, text) is
  'Joins a session by its link, with the patient''s personal code (case and hyphen do not matter; only who is on the session''s roster or booked into it), or as a guest with a name of at most 80 characters. Returns {participant_token, display_name, has_answered}; or {error: CODE_INVALID, attempts_left} or {error: TOO_MANY_ATTEMPTS, retry_after_seconds}, after 20 wrong codes in 15 minutes in a session. Raises SESSION_LINK_INVALID, SESSION_NOT_OPEN, TOO_MANY_GUESTS, INVALID_INPUT.';
create function public.pm_submit_answers(participant_token text, answers jsonb) returns jsonb
language sql
set search_path = ''
as $$
  select private.submit_answers(participant_token, answers)
$$;
comment on function public.pm_submit_answers(text, jsonb) is
  'The answers of whoever joined: {question id: option value, list of option values, number or text}. Once: the same again returns the same, others raise ALREADY_ANSWERED. Taken until 24 hours after the session''s end, for phones that were offline. Returns what pm_session_result returns. Raises PARTICIPANT_UNKNOWN, INVALID_ANSWERS, ALREADY_ANSWERED, SESSION_NOT_OPEN.';
create function public.pm_session_result(participant_token text) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.session_result_of_token(participant_token)
$$;
comment on function public.pm_session_result(text) is
  'For whoever joined: {state, has_answered, answers, score, max_score, band, is_flagged} of their own, and group: {count, average, questions} once they have answered and at least 3 patients have; else null. Raises PARTICIPANT_UNKNOWN.';
create function public.pm_patient_join_code(patient_id uuid, renew boolean default false) returns text
language sql
set search_path = ''
as $$
  select private.patient_join_code(patient_id, renew)
$$;
comment on function public.pm_patient_join_code(uuid, boolean) is
  'The code by which the patient joins sessions, like K7QM-3XPD; made when first asked for, and anew with renew. Needs pm.group_attendance.edit or pm.patients.edit. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_acknowledge_flag(response_id uuid) returns public.pm_session_responses
language sql
set search_path = ''
as $$
  select private.acknowledge_flag(response_id)
$$;
comment on function public.pm_acknowledge_flag(uuid) is
  'Notes that somebody has looked at flagged answers, and marks the caller''s notification of them as read; the first one stays (pm.group_attendance.edit and .view, pm.question_sets.view). Returns the response. Raises RESPONSE_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_session_results(session_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.session_results(session_id)
$$;
comment on function public.pm_session_results(uuid) is
  'What a session''s patients answered together: {answered (guests too), max_score, bands: {label: patients}, count, average, questions}; the last three are null under 3 patients. Needs pm.group_attendance.view and pm.question_sets.view. Raises SESSION_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_patient_measures(patient_id uuid) returns table (
  session_id uuid, session_date date, group_definition_id uuid, group_name text, title text, score numeric, max_score numeric, band text,
  group_count integer, group_average numeric
)
language sql stable
set search_path = ''
as $$
  select * from private.patient_measures(patient_id)
$$;
comment on function public.pm_patient_measures(uuid) is
  'The patient''s scores over time, earliest first, each beside the average of the session''s patients (null under 3). Needs pm.group_attendance.view and pm.question_sets.view. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function
  private.set_session_questions(uuid, uuid), private.patient_join_code(uuid, boolean), private.acknowledge_flag(uuid), private.session_results(uuid),
  private.patient_measures(uuid),
  public.pm_set_session_questions(uuid, uuid), public.pm_patient_join_code(uuid, boolean), public.pm_acknowledge_flag(uuid), public.pm_session_results(uuid),
  public.pm_patient_measures(uuid)
  to authenticated, service_role;
-- For patients, who have no account.
grant execute on function
  private.join_info(text), private.join_session(text, text, text), private.submit_answers(text, jsonb), private.session_result_of_token(text),
  public.pm_join_info(text), public.pm_join_session(text, text, text), public.pm_submit_answers(text, jsonb), public.pm_session_result(text)
  to anon, authenticated, service_role;

-- Attendance: who was there, for how long; drop-ins for one session; and who misses sessions in a row.

create function private.missed_in_a_row(session public.pm_group_schedule, patient_id uuid) returns integer
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return (
    with marked as (
      select held.starts_at, participant.attendance_status
      from public.pm_session_participants participant
      join public.pm_group_schedule held on held.id = participant.session_id
      where participant.organization_id = session.organization_id and participant.patient_id = missed_in_a_row.patient_id
        and held.group_definition_id = session.group_definition_id and held.starts_at < session.starts_at and held.status <> 'cancelled'
    )
    select count(*)::integer from marked
    where marked.attendance_status = 'absent' and marked.starts_at > coalesce(
      (select max(came.starts_at) from marked came where came.attendance_status in ('present', 'late', 'left_early')), '-infinity'));
end
$$;
comment on function private.missed_in_a_row(public.pm_group_schedule, uuid) is
  'How many sessions of the group the patient missed in a row right before this one: absent counts, excused neither counts nor ends it, unrecorded neither.';

create function private.session_attendance(session_id uuid) returns table (
  participant_id uuid, patient_id uuid, guest_name text, enrollment_id uuid, is_drop_in boolean, joined_at timestamptz, has_answered boolean, is_flagged boolean,
  attendance_status text, minutes integer, recorded_by uuid, recorded_at timestamptz, first_name text, last_name text, preferred_name text, mrn text,
  missed_in_a_row integer
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_attendance.view');
  sees_names boolean := private.has_permission(session.organization_id, 'pm.patients.view');
  sees_answers boolean := private.has_permission(session.organization_id, 'pm.question_sets.view');
begin
  return query
    select participant.id, coalesce(participant.patient_id, seat.patient_id), participant.guest_name, seat.id, coalesce(participant.is_drop_in, false),
      participant.joined_at, response.id is not null, sees_answers and coalesce(response.flags <> '[]' and response.acknowledged_at is null, false),
      participant.attendance_status, participant.minutes, participant.recorded_by, participant.recorded_at,
      case when sees_names then patient.first_name end, case when sees_names then patient.last_name end,
      case when sees_names then patient.preferred_name end, case when sees_names then patient.mrn end,
      case when patient.id is null then 0 else private.missed_in_a_row(session, patient.id) end
    from private.roster_of(session) seat
    full join (select * from public.pm_session_participants listed where listed.organization_id = session.organization_id and listed.session_id = session.id) participant
      on participant.patient_id = seat.patient_id
    left join public.pm_session_responses response on response.organization_id = session.organization_id and response.participant_id = participant.id
    left join public.pm_patients patient on patient.id = coalesce(participant.patient_id, seat.patient_id)
    order by patient.last_name, patient.first_name, participant.guest_name, patient.id, participant.id;
end
$$;
comment on function private.session_attendance(uuid) is 'See public.pm_session_attendance.';

create function private.record_attendance(session_id uuid, entries jsonb, reason text) returns setof public.pm_session_participants
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_attendance.edit');
  why text := private.reason_words(reason);
  entry record;
  participant public.pm_session_participants;
  tapped_at timestamptz;
begin
  if jsonb_typeof(entries) is distinct from 'array' or jsonb_array_length(entries) not between 1 and 200
     or exists (select from jsonb_array_elements(entries) listed where jsonb_typeof(listed) <> 'object'
                or listed - array['patient_id', 'participant_id', 'status', 'minutes', 'recorded_at'] <> '{}') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'entries is a list of 1 to 200 objects with patient_id or participant_id, status, minutes and recorded_at.', null);
  end if;
  -- Completing waits for taps that are being written; taps wait for a session that is being completed, then are judged anew.
  select * into session from public.pm_group_schedule held where held.id = session_id for share;
  if session.status = 'cancelled' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'This session is cancelled, so nobody attended it.', null);
  end if;
  -- In one order, so that two people who record the same list do not wait for each other.
  for entry in
    select listed.* from jsonb_to_recordset(entries) as listed (patient_id uuid, participant_id uuid, status text, minutes integer, recorded_at timestamptz)
    order by coalesce(listed.patient_id, (select known.patient_id from public.pm_session_participants known where known.id = listed.participant_id and known.session_id = session.id)),
      listed.participant_id, listed.recorded_at
  loop
    if (entry.patient_id is null) = (entry.participant_id is null) then
      perform private.refuse('PT400', 'INVALID_INPUT', 'Each entry names a patient_id or a participant_id, not both.', null);
    end if;
    if entry.status is not null and entry.status not in ('present', 'late', 'left_early', 'excused', 'absent') then
      perform private.refuse('PT400', 'INVALID_INPUT', format('%s is no attendance: present, late, left_early, excused, absent, or null to clear it.', quote_literal(left(entry.status, 40))), null);
    end if;
    if entry.minutes is not null and (entry.minutes not between 0 and 720 or coalesce(entry.status, '') not in ('present', 'late', 'left_early')) then
      perform private.refuse('PT400', 'INVALID_INPUT', 'Minutes are 0 to 720, for those who were there.', null);
    end if;
    if entry.minutes > extract(epoch from session.ends_at - session.starts_at) / 60 + 60 then
      perform private.refuse('PT400', 'INVALID_INPUT', format('%s minutes are more than the session had.', entry.minutes), 'If it took longer, change its end first.');
    end if;
    if entry.recorded_at is not null and (not isfinite(entry.recorded_at) or entry.recorded_at < session.starts_at - interval '400 days') then
      perform private.refuse('PT400', 'INVALID_INPUT', 'recorded_at is when it was tapped.', null);
    end if;
    tapped_at := least(coalesce(entry.recorded_at, clock_timestamp()), clock_timestamp());
    if entry.patient_id is not null and exists (select from private.roster_of(session) seat where seat.patient_id = entry.patient_id) then
      insert into public.pm_session_participants (organization_id, session_id, patient_id) values (session.organization_id, session.id, entry.patient_id)
      on conflict on constraint pm_session_participants_session_patient_key do nothing;
    end if;
    select * into participant from public.pm_session_participants listed
    where listed.session_id = session.id and (listed.patient_id = entry.patient_id or listed.id = entry.participant_id) for no key update;
    if participant.id is null then
      perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'Somebody in the list does not belong to this session.', 'Add the patient as a drop-in first.');
    end if;
    if participant.recorded_at >= tapped_at then
      return next participant;
      continue;
    end if;
    if participant.attendance_status is not distinct from entry.status and participant.minutes is not distinct from entry.minutes then
      if participant.recorded_at is not null and (session.status <> 'completed' or tapped_at < coalesce(session.completed_at, session.ends_at)) then
        -- Said once more, it is the later word, and a tap from before that arrives after this one is too late.
        update public.pm_session_participants repeated set recorded_at = tapped_at, recorded_by = auth.uid()
        where repeated.id = participant.id returning * into participant;
      end if;
      return next participant;
      continue;
    end if;
    -- Started early on its day is started; of another day, nobody has been there yet.
    if session.starts_at - interval '30 minutes' > now() and coalesce(entry.status, 'excused') <> 'excused'
       and (session.status = 'scheduled' or session.session_date > private.organization_today(session.organization_id)) then
      perform private.refuse('PT409', 'ATTENDANCE_TOO_EARLY', format('The session is on %s at %s.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'), to_char(session.start_time, 'FMHH12:MI AM')),
        'Before a session, somebody can only be excused.');
    end if;
    if session.status = 'completed' and participant.attendance_status is not null and why is null
       -- Sessions completed before there was completed_at: at their end.
       and (tapped_at >= coalesce(session.completed_at, session.ends_at)
         or now() > coalesce(session.completed_at, session.ends_at) + interval '24 hours') then
      perform private.refuse('PT400', 'ATTENDANCE_REASON_REQUIRED', 'The session is completed; what was recorded is changed with a reason.', 'Say why in a few words.');
    end if;
    perform private.log_activity(session.organization_id, session.group_definition_id, participant.patient_id,
      case when participant.attendance_status is null then 'attendance_recorded' else 'attendance_changed' end,
      jsonb_build_object('session_id', session.id, 'session_date', session.session_date, 'start_time', session.start_time,
        'participant_id', participant.id, 'is_guest', case when participant.patient_id is null then true end, 'from', participant.attendance_status, 'to', entry.status, 'from_minutes', participant.minutes, 'minutes', entry.minutes,
        'reason', why, 'recorded_at', tapped_at, 'after_completion', case when session.status = 'completed' then true end));
    update public.pm_session_participants recorded
    set attendance_status = entry.status, minutes = entry.minutes, attendance_note = why, recorded_by = auth.uid(), recorded_at = tapped_at
    where recorded.id = participant.id returning * into participant;
    return next participant;
  end loop;
exception
  when data_exception then
    perform private.refuse('PT400', 'INVALID_INPUT', format('An id, number or time cannot be read: %s.', sqlerrm), null);
end
$$;
comment on function private.record_attendance(uuid, jsonb, text) is 'See public.pm_record_attendance.';

create function private.require_drop_in(session_id uuid) returns public.pm_group_schedule
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
begin
  select * into session from public.pm_group_schedule candidate where candidate.id = session_id;
  if session.id is null or not private.can_see_organization(session.organization_id) then
    perform private.refuse('PT404', 'SESSION_NOT_FOUND', 'There is no such session in your organizations.', 'Reload the calendar.');
  end if;
  if not private.has_permission(session.organization_id, 'pm.group_enrollments.create') then
    perform private.require_permission(session.organization_id, 'pm.group_attendance.edit');
  end if;
  return session;
end
$$;
comment on function private.require_drop_in(uuid) is
  'The session, if the caller may book drop-ins: pm.group_attendance.edit or pm.group_enrollments.create. Raises SESSION_NOT_FOUND, PERMISSION_DENIED.';

create function private.book_drop_in(session_id uuid, patient_id uuid) returns public.pm_session_participants
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_drop_in(session_id);
  definition public.pm_group_definitions;
  participant public.pm_session_participants;
  taken integer;
begin
  perform from public.pm_patients patient
  where patient.id = patient_id and patient.organization_id = session.organization_id and patient.deleted_at is null for key share;
  if not found then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in this organization.', 'The record may have been deleted. Search again.');
  end if;
  definition := private.lock_group(session.organization_id, session.group_definition_id);
  select * into session from public.pm_group_schedule candidate where candidate.id = session_id for share;
  if session.status = 'cancelled' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'This session is cancelled.', 'Choose another one.');
  end if;
  if exists (select from private.roster_of(session) seat where seat.patient_id = book_drop_in.patient_id) then
    perform private.refuse('PT409', 'PATIENT_ALREADY_ENROLLED', format('The patient has a seat in "%s" and belongs to this session anyway.', definition.name), null);
  end if;
  select * into participant from public.pm_session_participants booked where booked.session_id = session.id and booked.patient_id = book_drop_in.patient_id;
  if participant.is_drop_in and participant.attendance_status is distinct from 'excused' then
    return participant;
  end if;
  select (select count(*) from private.roster_of(session))
    + (select count(*) from public.pm_session_participants booked
       where booked.session_id = session.id and booked.is_drop_in and booked.attendance_status is distinct from 'excused'
         -- Who has got a seat in the group since.
         and not exists (select from private.roster_of(session) seat where seat.patient_id = booked.patient_id)) into taken;
  if taken >= definition.max_capacity and session.status <> 'completed' then
    perform private.refuse('PT409', 'GROUP_AT_CAPACITY', format('All %s seats of "%s" are taken on %s.', definition.max_capacity, definition.name,
      to_char(session.session_date, 'FMDy, Mon FMDD, YYYY')), 'Choose another session.');
  end if;
  -- Who was recorded before, and left the group or was excused, is booked anew.
  insert into public.pm_session_participants as known (organization_id, session_id, patient_id, is_drop_in)
  values (session.organization_id, session.id, patient_id, true)
  on conflict on constraint pm_session_participants_session_patient_key do update
  set is_drop_in = true, attendance_status = null, minutes = null, recorded_at = null, recorded_by = null
  returning * into participant;
  perform private.log_activity(session.organization_id, session.group_definition_id, patient_id, 'drop_in_booked',
    jsonb_build_object('session_id', session.id, 'session_date', session.session_date, 'start_time', session.start_time));
  return participant;
end
$$;
comment on function private.book_drop_in(uuid, uuid) is 'See public.pm_book_drop_in.';

create function private.cancel_drop_in(session_id uuid, patient_id uuid) returns public.pm_session_participants
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_drop_in(session_id);
  participant public.pm_session_participants;
begin
  select * into participant from public.pm_session_participants booked
  where booked.session_id = session.id and booked.patient_id = cancel_drop_in.patient_id and booked.is_drop_in for update;
  if participant.id is null then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'The patient is not booked into this session as a drop-in.', 'Reload the page.');
  end if;
  if participant.attendance_status is not null or participant.joined_at is not null then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'The patient has joined or is recorded already.', 'Record the patient as excused or absent instead.');
  end if;
  delete from public.pm_session_participants gone where gone.id = participant.id;
  perform private.log_activity(session.organization_id, session.group_definition_id, patient_id, 'drop_in_cancelled',
    jsonb_build_object('session_id', session.id, 'session_date', session.session_date, 'start_time', session.start_time));
  return participant;
end
$$;
comment on function private.cancel_drop_in(uuid, uuid) is 'See public.pm_cancel_drop_in.';

create function private.remove_guest(participant_id uuid) returns public.pm_session_participants
language plpgsql security definer
set search_path = ''
as $$
declare
  guest public.pm_session_participants;
  session public.pm_group_schedule;
begin
  select * into guest from public.pm_session_participants joined
  where joined.id = participant_id and joined.guest_name is not null and private.can_see_organization(joined.organization_id) for update;
  if guest.id is null then
    perform private.refuse('PT404', 'GUEST_NOT_FOUND', 'There is no such guest in the sessions of your organizations.', 'Reload the page.');
  end if;
  perform private.require_permission(guest.organization_id, 'pm.group_attendance.edit');
  if guest.attendance_status is not null or exists (
    select from public.pm_session_responses given where given.organization_id = guest.organization_id and given.participant_id = guest.id) then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'The guest has answered or is recorded already.', 'What is recorded by mistake can be cleared; answers stay.');
  end if;
  delete from public.pm_session_participants gone where gone.id = guest.id;
  select * into session from public.pm_group_schedule held where held.id = guest.session_id;
  perform private.log_activity(session.organization_id, session.group_definition_id, null, 'guest_removed',
    jsonb_build_object('session_id', session.id, 'session_date', session.session_date, 'start_time', session.start_time));
  return guest;
end
$$;
comment on function private.remove_guest(uuid) is 'See public.pm_remove_guest.';

create function private.tg_pm_patients__drop_bookings() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  booked record;
begin
  for booked in
    delete from public.pm_session_participants gone using public.pm_group_schedule session
    where gone.organization_id = new.organization_id and gone.patient_id = new.id and gone.is_drop_in and gone.attendance_status is null
      and gone.joined_at is null and session.id = gone.session_id and session.starts_at > now()
    returning session.id, session.group_definition_id, session.session_date, session.start_time
  loop
    perform private.log_activity(new.organization_id, booked.group_definition_id, new.id, 'drop_in_cancelled',
      jsonb_build_object('session_id', booked.id, 'session_date', booked.session_date, 'start_time', booked.start_time));
  end loop;
  return null;
end
$$;
comment on function private.tg_pm_patients__drop_bookings() is 'A deleted patient gives up the single sessions to come that they were booked into; restoring the record does not bring these back.';
create trigger _400_drop_bookings after update of deleted_at on public.pm_patients
  for each row when (old.deleted_at is null and new.deleted_at is not null)
  execute function private.tg_pm_patients__drop_bookings();

create function private.no_show_streaks(organization_id uuid, at_least integer) returns table (
  patient_id uuid, group_definition_id uuid, group_name text, missed_in_a_row integer, last_attended_on date, last_missed_on date,
  first_name text, last_name text, mrn text
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  sees_names boolean := private.has_permission(organization_id, 'pm.patients.view');
begin
  perform private.require_permission(organization_id, 'pm.group_enrollments.view');
  return query
    with marked as (
      select participant.patient_id, session.group_definition_id, session.starts_at, session.session_date, participant.attendance_status,
        max(session.starts_at) filter (where participant.attendance_status in ('present', 'late', 'left_early'))
          over (partition by participant.patient_id, session.group_definition_id) as last_came_at
      from public.pm_session_participants participant
      join public.pm_group_schedule session on session.id = participant.session_id and session.status <> 'cancelled'
      join public.pm_group_enrollments enrollment on enrollment.organization_id = participant.organization_id
        and enrollment.patient_id = participant.patient_id and enrollment.group_definition_id = session.group_definition_id
        and enrollment.status = 'enrolled' and enrollment.deleted_at is null
      where participant.organization_id = no_show_streaks.organization_id and participant.attendance_status is not null
    )
    select marked.patient_id, marked.group_definition_id, definition.name,
      count(*) filter (where marked.attendance_status = 'absent' and marked.starts_at > coalesce(marked.last_came_at, '-infinity'))::integer as missed,
      max(marked.session_date) filter (where marked.starts_at = marked.last_came_at),
      max(marked.session_date) filter (where marked.attendance_status = 'absent'),
      case when sees_names then patient.first_name end, case when sees_names then patient.last_name end, case when sees_names then patient.mrn end
    from marked
    join public.pm_group_definitions definition on definition.id = marked.group_definition_id and definition.deleted_at is null
    join public.pm_patients patient on patient.id = marked.patient_id and patient.deleted_at is null
    group by marked.patient_id, marked.group_definition_id, definition.name, patient.id
    having count(*) filter (where marked.attendance_status = 'absent' and marked.starts_at > coalesce(marked.last_came_at, '-infinity')) >= greatest(coalesce(at_least, 2), 1)
    order by missed desc, max(marked.session_date) desc, patient.last_name, patient.first_name, marked.patient_id, definition.name;
end
$$;
comment on function private.no_show_streaks(uuid, integer) is 'See public.pm_no_show_streaks.';

create function public.pm_session_attendance(session_id uuid) returns table (
  participant_id uuid, patient_id uuid, guest_name text, enrollment_id uuid, is_drop_in boolean, joined_at timestamptz, has_answered boolean, is_flagged boolean,
  attendance_status text, minutes integer, recorded_by uuid, recorded_at timestamptz, first_name text, last_name text, preferred_name text, mrn text,
  missed_in_a_row integer
)
language sql stable
set search_path = ''
as $$
  select * from private.session_attendance(session_id)
$$;
comment on function public.pm_session_attendance(uuid) is
  'Everybody who belongs to a session, a row each: its roster, drop-ins, who joined, guests; by name. participant_id is null until somebody joins or is recorded. is_flagged: answers that nobody has looked at yet (false without pm.question_sets.view). minutes: null for the whole session. Names are null without pm.patients.view. Needs pm.group_attendance.view. Raises SESSION_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_record_attendance(session_id uuid, entries jsonb, reason text default null) returns setof public.pm_session_participants
language sql
set search_path = ''
as $$
  select * from private.record_attendance(session_id, entries, reason)
$$;
comment on function public.pm_record_attendance(uuid, jsonb, text) is
  'Records who attended: 1 to 200 entries {patient_id or participant_id, status (present, late, left_early, excused, absent; null clears), minutes (0 to an hour more than the session was planned for; null for the whole session), recorded_at (when it was tapped; now by default, never later)}. All or nothing. The latest tap wins, whichever arrives first, and what is sent twice changes nothing, so a device that was offline may send again. Before the session only excused; after its completion a recorded status is changed with a reason (at most 500 characters), unless it was tapped before and arrives within 24 hours. Each change is logged. Needs pm.group_attendance.edit. Returns the participants named. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, PATIENT_NOT_FOUND (not of this session), INVALID_TRANSITION (cancelled), ATTENDANCE_TOO_EARLY, ATTENDANCE_REASON_REQUIRED, INVALID_INPUT.';
create function public.pm_book_drop_in(session_id uuid, patient_id uuid) returns public.pm_session_participants
language sql
set search_path = ''
as $$
  select private.book_drop_in(session_id, patient_id)
$$;
comment on function public.pm_book_drop_in(uuid, uuid) is
  'Books a patient into one session without an enrollment, if roster and drop-ins leave a seat; somebody who is in it already stays. Needs pm.group_attendance.edit or pm.group_enrollments.create. Returns the participant. Raises SESSION_NOT_FOUND, PATIENT_NOT_FOUND, PERMISSION_DENIED, PATIENT_ALREADY_ENROLLED, GROUP_AT_CAPACITY, INVALID_TRANSITION (cancelled).';
create function public.pm_cancel_drop_in(session_id uuid, patient_id uuid) returns public.pm_session_participants
language sql
set search_path = ''
as $$
  select private.cancel_drop_in(session_id, patient_id)
$$;
comment on function public.pm_cancel_drop_in(uuid, uuid) is
  'Takes a drop-in off a session, unless the patient has joined or is recorded; permissions as for pm_book_drop_in. Returns who was booked. Raises SESSION_NOT_FOUND, PATIENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';
create function public.pm_remove_guest(participant_id uuid) returns public.pm_session_participants
language sql
set search_path = ''
as $$
  select private.remove_guest(participant_id)
$$;
comment on function public.pm_remove_guest(uuid) is
  'Takes a guest off a session, unless they have answered or are recorded; their device is no longer known then. The log keeps that a guest was removed, without the name. Needs pm.group_attendance.edit. Returns who was removed. Raises GUEST_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';
create function public.pm_no_show_streaks(organization_id uuid, at_least integer default 2) returns table (
  patient_id uuid, group_definition_id uuid, group_name text, missed_in_a_row integer, last_attended_on date, last_missed_on date,
  first_name text, last_name text, mrn text
)
language sql stable
set search_path = ''
as $$
  select * from private.no_show_streaks(organization_id, at_least)
$$;
comment on function public.pm_no_show_streaks(uuid, integer) is
  'Who has missed at least so many sessions of a group in a row, of those with a seat in it now, longest first. absent counts; excused and unrecorded neither count nor end it. Dates are the clinic''s; last_attended_on is null for who never came. Names are null without pm.patients.view. Needs pm.group_enrollments.view. Raises PERMISSION_DENIED.';

grant execute on function
  private.session_attendance(uuid), private.record_attendance(uuid, jsonb, text), private.book_drop_in(uuid, uuid), private.cancel_drop_in(uuid, uuid),
  private.remove_guest(uuid), private.no_show_streaks(uuid, integer),
  public.pm_session_attendance(uuid), public.pm_record_attendance(uuid, jsonb, text), public.pm_book_drop_in(uuid, uuid), public.pm_cancel_drop_in(uuid, uuid),
  public.pm_remove_guest(uuid), public.pm_no_show_streaks(uuid, integer)
  to authenticated, service_role;

-- Notifications: what a person of the clinic should know without looking for it. Ids, dates and times only: names are looked up
-- with the reader's own permissions.

create table public.pf_notifications (
  id bigint generated always as identity,
  organization_id uuid not null,
  user_id uuid not null,
  kind text not null,
  group_definition_id uuid,
  session_id uuid,
  patient_id uuid,
  enrollment_id uuid,
  payload jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  read_at timestamptz
);
create table public.pf_notification_settings (
  organization_id uuid not null,
  user_id uuid not null default auth.uid(),
  kind text not null,
  is_enabled boolean not null default true
);

alter table public.pf_notifications
  add constraint pf_notifications_pkey primary key (id),
  add constraint pf_notifications_membership_fkey foreign key (organization_id, user_id)
    references public.pf_memberships (organization_id, user_id) on delete cascade,
  add constraint pf_notifications_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pf_notifications_session_fkey foreign key (organization_id, session_id)
    references public.pm_group_schedule (organization_id, id),
  add constraint pf_notifications_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id),
  add constraint pf_notifications_enrollment_fkey foreign key (organization_id, enrollment_id)
    references public.pm_group_enrollments (organization_id, id),
  add constraint pf_notifications_kind_check check (kind in ('patient_promoted', 'session_cancelled', 'session_rescheduled', 'approval_requested',
    'approval_granted', 'approval_rejected', 'short_of_hours', 'response_flagged'));
alter table public.pf_notification_settings
  add constraint pf_notification_settings_pkey primary key (organization_id, user_id, kind),
  add constraint pf_notification_settings_membership_fkey foreign key (organization_id, user_id)
    references public.pf_memberships (organization_id, user_id) on delete cascade,
  -- Answers that may mean danger reach whoever leads the session, whatever they like to be told.
  add constraint pf_notification_settings_kind_check check (kind in ('patient_promoted', 'session_cancelled', 'session_rescheduled', 'approval_requested',
    'approval_granted', 'approval_rejected', 'short_of_hours'));

create index pf_notifications_person_idx on public.pf_notifications (organization_id, user_id, id desc);
-- Every open window counts the unread ones after each message.
create index pf_notifications_unread_idx on public.pf_notifications (organization_id, user_id, id desc) where read_at is null;
create index pf_notifications_group_idx on public.pf_notifications (organization_id, group_definition_id);
create index pf_notifications_session_idx on public.pf_notifications (organization_id, session_id);
create index pf_notifications_patient_idx on public.pf_notifications (organization_id, patient_id);
create index pf_notifications_enrollment_idx on public.pf_notifications (organization_id, enrollment_id);

alter table public.pf_notifications enable row level security;
alter table public.pf_notifications force row level security;
alter table public.pf_notification_settings enable row level security;
alter table public.pf_notification_settings force row level security;

create policy select_own on public.pf_notifications for select to authenticated
  using (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));
create policy update_own on public.pf_notifications for update to authenticated
  using (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())))
  with check (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));
create policy select_own on public.pf_notification_settings for select to authenticated
  using (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));
create policy insert_own on public.pf_notification_settings for insert to authenticated
  with check (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));
create policy update_own on public.pf_notification_settings for update to authenticated
  using (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())))
  with check (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));

grant select, update (read_at) on public.pf_notifications to authenticated;
-- An upsert of PostgREST writes every column that it is sent, the key too.
grant select, insert (organization_id, kind, is_enabled), update (organization_id, kind, is_enabled) on public.pf_notification_settings to authenticated;
grant all on public.pf_notifications, public.pf_notification_settings to service_role;

comment on table public.pf_notifications is 'What the application tells a person; the payload holds dates, times and reasons, never a name.';
comment on column public.pf_notifications.read_at is 'When the person looked at it; null until then.';
comment on table public.pf_notification_settings is 'What a person does not want to be told; a kind without a row is told.';
comment on policy select_own on public.pf_notifications is 'A person sees their own, while they are an active member.';
comment on policy update_own on public.pf_notifications is 'Marking one''s own as read.';
comment on policy select_own on public.pf_notification_settings is 'A person sees their own settings.';
comment on policy insert_own on public.pf_notification_settings is 'A person makes their own settings.';
comment on policy update_own on public.pf_notification_settings is 'A person changes their own settings.';

create function private.notify(
  organization_id uuid, people uuid[], kind text, payload jsonb, group_definition_id uuid default null, session_id uuid default null,
  patient_id uuid default null, enrollment_id uuid default null
) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.pf_notifications (organization_id, user_id, kind, payload, group_definition_id, session_id, patient_id, enrollment_id)
  select notify.organization_id, person.id, notify.kind, jsonb_strip_nulls(notify.payload), notify.group_definition_id, notify.session_id, notify.patient_id,
    notify.enrollment_id
  from (select distinct listed.id from unnest(people) listed (id)) person
  join public.pf_memberships membership on membership.organization_id = notify.organization_id and membership.user_id = person.id and membership.status = 'active'
  -- Whoever's browser it was sent from: answers that may mean danger are told.
  where (person.id is distinct from auth.uid() or notify.kind = 'response_flagged') and not exists (
    select from public.pf_notification_settings setting
    where setting.organization_id = notify.organization_id and setting.user_id = person.id and setting.kind = notify.kind and not setting.is_enabled)
  order by person.id;
end
$$;
comment on function private.notify(uuid, uuid[], text, jsonb, uuid, uuid, uuid, uuid) is
  'Tells people (nulls and doubles are fine) in the caller''s transaction: active members only, not who did it (but for response_flagged), not who does not want it.';

create function private.people_with(organization_id uuid, permission text) returns uuid[]
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return array(
    select membership.user_id from public.pf_memberships membership
    join public.pf_role_permissions granted on granted.role_id = membership.role_id and granted.permission_key = permission
    join public.pf_permissions catalogue on catalogue.key = granted.permission_key and catalogue.is_active
    where membership.organization_id = people_with.organization_id and membership.status = 'active');
end
$$;
comment on function private.people_with(uuid, text) is 'The active members who hold the permission key.';

create function private.tg_pm_group_schedule__notify() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  leaders uuid[] := array[new.facilitator_id, new.co_facilitator_id] || case when tg_op = 'UPDATE' then array[old.facilitator_id, old.co_facilitator_id] end;
  facts jsonb := jsonb_build_object('session_date', new.session_date, 'start_time', new.start_time);
begin
  if new.approval_status = 'pending' and new.status = 'scheduled' and (tg_op = 'INSERT' or old.approval_status <> 'pending') then
    perform private.notify(new.organization_id,
      array(select approver from unnest(private.people_with(new.organization_id, 'pm.group_definitions.edit')) approver
            where approver <> all (array_remove(array[new.facilitator_id, new.co_facilitator_id], null))),
      'approval_requested', facts, new.group_definition_id, new.id);
  end if;
  if tg_op = 'INSERT' then
    return null;
  end if;
  if new.approval_status <> old.approval_status and new.approval_status in ('approved', 'rejected') then
    perform private.notify(new.organization_id, leaders || new.created_by,
      case new.approval_status when 'approved' then 'approval_granted' else 'approval_rejected' end,
      facts || jsonb_build_object('reason', new.cancellation_reason), new.group_definition_id, new.id);
  elsif new.status = 'cancelled' and old.status <> 'cancelled' then
    perform private.notify(new.organization_id, leaders, 'session_cancelled', facts || jsonb_build_object('reason', new.cancellation_reason),
      new.group_definition_id, new.id);
  elsif new.status in ('scheduled', 'active')
        and (new.session_date, new.start_time, new.end_time, new.location) is distinct from (old.session_date, old.start_time, old.end_time, old.location) then
    perform private.notify(new.organization_id, leaders, 'session_rescheduled', jsonb_build_object(
        'from', jsonb_build_object('session_date', old.session_date, 'start_time', old.start_time, 'end_time', old.end_time, 'location', old.location),
        'to', jsonb_build_object('session_date', new.session_date, 'start_time', new.start_time, 'end_time', new.end_time, 'location', new.location)),
      new.group_definition_id, new.id);
  end if;
  return null;
end
$$;
comment on function private.tg_pm_group_schedule__notify() is
  'Tells approvers what waits for them, and who leads (or led) a session that it was approved, rejected, cancelled or moved.';
create trigger _850_notify after insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__notify();

create function private.tg_pm_group_enrollments__notify() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.notify(new.organization_id,
    (select array[definition.facilitator_id, definition.co_facilitator_id] from public.pm_group_definitions definition where definition.id = new.group_definition_id)
      || new.created_by,
    'patient_promoted', jsonb_build_object('rule', coalesce(nullif(current_setting('quorum.promotion_cause', true), '')::jsonb ->> 'rule', 'by_hand')),
    new.group_definition_id, null, new.patient_id, new.id);
  return null;
end
$$;
comment on function private.tg_pm_group_enrollments__notify() is 'A seat came to somebody who waited: tells the group''s facilitators and who put the patient on the waitlist.';
create trigger _850_notify after update on public.pm_group_enrollments
  for each row when (old.status = 'waitlisted' and new.status = 'enrolled' and new.deleted_at is null)
  execute function private.tg_pm_group_enrollments__notify();

create function private.tg_pm_session_responses__notify() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
  leaders uuid[];
begin
  select * into session from public.pm_group_schedule answered where answered.id = new.session_id;
  -- Nobody leads the session who is active and may read the answer: everybody who takes attendance.
  leaders := array(select person from unnest(private.people_with(new.organization_id, 'pm.group_attendance.view')) person
    where person in (session.facilitator_id, session.co_facilitator_id));
  if leaders = '{}' then
    leaders := private.people_with(new.organization_id, 'pm.group_attendance.edit');
  end if;
  perform private.notify(new.organization_id, leaders, 'response_flagged', jsonb_build_object('question_ids', new.flags),
    session.group_definition_id, session.id,
    (select participant.patient_id from public.pm_session_participants participant where participant.id = new.participant_id));
  return null;
end
$$;
comment on function private.tg_pm_session_responses__notify() is 'An answer was above its flag_above (PHQ-9, item 9): tells who leads the session at once.';
create trigger _850_notify after insert on public.pm_session_responses
  for each row when (new.flags <> '[]')
  execute function private.tg_pm_session_responses__notify();

-- For other programs: a browser extension, an intake form, a kiosk. Plain functions over the same rules.

create function private.my_groups() returns table (
  organization_id uuid, organization_name text, organization_slug text, group_definition_id uuid, name text, group_type text, is_leader boolean,
  may_create_session boolean, active_session_id uuid, next_session_id uuid, next_starts_at timestamptz
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    select organization.id, organization.name, organization.slug, definition.id, definition.name, definition.group_type, private.leads_group(definition),
      private.has_permission(organization.id, 'pm.group_schedule.create') and case definition.session_creation_permission
        when 'owner' then private.leads_group(definition)
        when 'admin' then private.has_permission(organization.id, 'pm.group_definitions.edit')
        else true end,
      running.id, upcoming.id, upcoming.starts_at
    from public.pm_group_definitions definition
    join public.pf_organizations organization on organization.id = definition.organization_id
    left join lateral (
      select session.id from public.pm_group_schedule session
      where session.organization_id = organization.id and session.group_definition_id = definition.id and session.status = 'active'
        and organization.id in (select private.organizations_with('pm.group_schedule.view'))
      order by session.starts_at desc limit 1) running on true
    left join lateral (
      select session.id, session.starts_at from public.pm_group_schedule session
      where session.organization_id = organization.id and session.group_definition_id = definition.id and session.status = 'scheduled'
        -- One that should be running is next, until it is over. No session is longer than a day.
        and session.ends_at > now() and session.starts_at > now() - interval '1 day'
        and organization.id in (select private.organizations_with('pm.group_schedule.view'))
      order by session.starts_at limit 1) upcoming on true
    where definition.organization_id in (select private.organizations_with('pm.group_definitions.view'))
      and definition.status = 'active' and definition.deleted_at is null
    order by private.leads_group(definition) desc, organization.name, definition.name, definition.id;
end
$$;
comment on function private.my_groups() is 'See public.pm_my_groups.';

create function public.pm_my_groups() returns table (
  organization_id uuid, organization_name text, organization_slug text, group_definition_id uuid, name text, group_type text, is_leader boolean,
  may_create_session boolean, active_session_id uuid, next_session_id uuid, next_starts_at timestamptz
)
language sql stable
set search_path = ''
as $$
  select * from private.my_groups()
$$;
comment on function public.pm_my_groups() is
  'The active groups that the caller may see (pm.group_definitions.view), over all organizations, those that they lead first. may_create_session: by permission and the group''s policy; time slots, notice and approval come on top. active_session_id, next_session_id, next_starts_at (what waits to be started and is not over): null for none, or without pm.group_schedule.view.';

create function private.create_group_session(
  group_definition_id uuid, session_type text, session_date date, start_time time, end_time time, question_set_id uuid, questions_data jsonb, notes text
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_schedule.create');
  question_set public.pm_question_sets;
  asked jsonb := questions_data;
  session public.pm_group_schedule;
begin
  if question_set_id is not null then
    if questions_data is not null then
      perform private.refuse('PT400', 'INVALID_INPUT', 'A session asks a question set or questions of its own, not both.', null);
    end if;
    question_set := private.require_question_set(question_set_id, 'pm.question_sets.view');
    asked := private.questions_of(question_set);
  end if;
  case coalesce(session_type, 'instant')
  when 'instant' then
    if session_date is not null or start_time is not null then
      perform private.refuse('PT400', 'INVALID_INPUT', 'An instant session starts now.', 'Leave session_date and start_time out, or make it scheduled.');
    end if;
    session := private.start_instant_session(definition.id, null, null, false, asked, notes);
  when 'scheduled' then
    if session_date is null or start_time is null then
      perform private.refuse('PT400', 'INVALID_INPUT', 'A scheduled session needs session_date and start_time.', null);
    end if;
    insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, session_type, questions_data, notes)
    values (definition.organization_id, definition.id, create_group_session.session_date, create_group_session.start_time,
      coalesce(create_group_session.end_time, create_group_session.start_time + make_interval(mins => coalesce(definition.duration_minutes, 60))),
      'scheduled', asked, create_group_session.notes)
    returning * into session;
  else
    perform private.refuse('PT400', 'INVALID_INPUT', format('%s is not instant or scheduled.', quote_literal(left(session_type, 40))), 'For recurring ones there is pm_schedule_series.');
  end case;
  return jsonb_build_object('session', to_jsonb(session),
    'join_path', format('/questions/%s?groupId=%s&sessionId=%s', session.share_token, session.group_definition_id, session.id));
end
$$;
comment on function private.create_group_session(uuid, text, date, time, time, uuid, jsonb, text) is 'See public.pm_create_group_session.';

create function public.pm_create_group_session(
  group_definition_id uuid, session_type text default 'instant', session_date date default null, start_time time default null, end_time time default null,
  question_set_id uuid default null, questions_data jsonb default null, notes text default null
) returns jsonb
language sql
set search_path = ''
as $$
  select private.create_group_session(group_definition_id, session_type, session_date, start_time, end_time, question_set_id, questions_data, notes)
$$;
comment on function public.pm_create_group_session(uuid, text, date, time, time, uuid, jsonb, text) is
  'Makes a session for a group in one call: instant (it is active at once) or scheduled (session_date, start_time, wall clock; end_time null for the group''s duration, else an hour). What it asks: a question set, or questions_data {title, questions, scoring, bands, materials}; null for the group''s check-in. Returns {session, join_path: the address by which patients join, below the application''s}. Needs pm.group_schedule.create, with a question set pm.question_sets.view. Raises GROUP_NOT_FOUND, GROUP_NOT_ACTIVE, QUESTION_SET_NOT_FOUND, PERMISSION_DENIED, SESSION_ALREADY_ACTIVE, SCHEDULE_CONFLICT, the codes of the session policy, INVALID_QUESTIONS, INVALID_DATE_RANGE, INVALID_INPUT.';

create function private.recent_question_sets(organization_id uuid, most integer) returns table (
  question_set_id uuid, title text, version integer, last_used_at timestamptz, times_used integer
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.question_sets.view');
  return query
    select question_set.id, question_set.title, question_set.version, used.last_at, coalesce(used.times, 0)
    from public.pm_question_sets question_set
    left join (
      select session.questions_data ->> 'question_set_id' as id, max(coalesce(session.started_at, session.starts_at)) as last_at, count(*)::integer as times
      from public.pm_group_schedule session
      where session.organization_id = recent_question_sets.organization_id and session.questions_data is not null
        and session.status in ('active', 'completed')
      group by 1) used on used.id = question_set.id::text
    where question_set.organization_id = recent_question_sets.organization_id and question_set.deleted_at is null and question_set.superseded_at is null
    order by used.last_at desc nulls last, question_set.created_at desc, question_set.title, question_set.id
    limit least(greatest(coalesce(most, 10), 1), 100);
end
$$;
comment on function private.recent_question_sets(uuid, integer) is 'See public.pm_recent_question_sets.';

create function public.pm_recent_question_sets(organization_id uuid, most integer default 10) returns table (
  question_set_id uuid, title text, version integer, last_used_at timestamptz, times_used integer
)
language sql stable
set search_path = ''
as $$
  select * from private.recent_question_sets(organization_id, most)
$$;
comment on function public.pm_recent_question_sets(uuid, integer) is
  'The question sets that sessions asked last, latest first, then those never used; 1 to 100 of them. last_used_at is null for those. Needs pm.question_sets.view. Raises PERMISSION_DENIED.';

grant execute on function
  private.my_groups(), private.create_group_session(uuid, text, date, time, time, uuid, jsonb, text), private.recent_question_sets(uuid, integer),
  public.pm_my_groups(), public.pm_create_group_session(uuid, text, date, time, time, uuid, jsonb, text), public.pm_recent_question_sets(uuid, integer)
  to authenticated, service_role;

select private.add_standard_question_sets(organization.id) from public.pf_organizations organization;
