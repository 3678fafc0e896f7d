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
