-- Session occurrences, and the claims that keep people and rooms from being in two places.
-- One writer of sessions an organization at a time (_000_lock): the exclusion constraint alone is correct, but two
-- overlapping writers can deadlock in it, and the look-up that names the other session would race.

create table public.pm_group_schedule (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  group_definition_id uuid not null,
  session_date date not null,
  start_time time not null,
  end_time time not null,
  -- The defaults only let an insert leave the columns out (generated types read them); the trigger always sets both.
  starts_at timestamptz not null default '-infinity',
  ends_at timestamptz not null default '-infinity',
  session_type text not null default 'scheduled',
  status text not null default 'scheduled',
  cancellation_reason text,
  facilitator_id uuid,
  co_facilitator_id uuid,
  location text,
  series_id uuid,
  approval_status text not null default 'approved',
  conflict_override boolean not null default false,
  notes text,
  share_token text not null default translate(encode(extensions.gen_random_bytes(24), 'base64'), '+/', '-_'),
  questions_data jsonb,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  calendar_sequence integer not null default 0,
  started_at timestamptz,
  completed_at timestamptz
);
create table private.schedule_claims (
  session_id uuid not null,
  organization_id uuid not null,
  kind text not null,
  resource text not null,
  during tstzrange not null
);

alter table public.pm_group_schedule
  add constraint pm_group_schedule_pkey primary key (id),
  add constraint pm_group_schedule_organization_id_id_key unique (organization_id, id),
  add constraint pm_group_schedule_share_token_key unique (share_token),
  add constraint pm_group_schedule_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pm_group_schedule_facilitator_fkey foreign key (organization_id, facilitator_id)
    references public.pf_memberships (organization_id, user_id),
  add constraint pm_group_schedule_co_facilitator_fkey foreign key (organization_id, co_facilitator_id)
    references public.pf_memberships (organization_id, user_id),
  add constraint pm_group_schedule_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_group_schedule_session_date_range check (session_date between '1990-01-01' and '2199-12-31'),
  add constraint pm_group_schedule_time_range check (end_time > start_time),
  add constraint pm_group_schedule_session_type_check check (session_type in ('instant', 'scheduled', 'recurring')),
  add constraint pm_group_schedule_status_check check (status in ('scheduled', 'active', 'completed', 'cancelled')),
  add constraint pm_group_schedule_cancellation_reason_check check (
    (status = 'cancelled') = (cancellation_reason is not null) and char_length(cancellation_reason) <= 500 and btrim(cancellation_reason) <> ''),
  add constraint pm_group_schedule_facilitators_differ check (co_facilitator_id <> facilitator_id),
  add constraint pm_group_schedule_location_length check (char_length(location) <= 100 and btrim(location) <> ''),
  add constraint pm_group_schedule_approval_status_check check (approval_status in ('approved', 'pending', 'rejected')),
  add constraint pm_group_schedule_notes_length check (char_length(notes) <= 4000),
  add constraint pm_group_schedule_questions_data_size check (pg_column_size(questions_data) < 262144);
alter table private.schedule_claims
  add constraint schedule_claims_pkey primary key (session_id, kind, resource),
  add constraint schedule_claims_session_id_fkey foreign key (session_id) references public.pm_group_schedule (id) on delete cascade,
  add constraint schedule_claims_kind_check check (kind in ('person', 'location')),
  add constraint schedule_claims_no_overlap exclude using gist (
    organization_id with operator(pg_catalog.=), kind with operator(pg_catalog.=), resource with operator(pg_catalog.=), during with operator(pg_catalog.&&));

create index pm_group_schedule_group_idx on public.pm_group_schedule (organization_id, group_definition_id, starts_at);
create index pm_group_schedule_starts_at_idx on public.pm_group_schedule (organization_id, starts_at);
create index pm_group_schedule_facilitator_idx on public.pm_group_schedule (organization_id, facilitator_id);
create index pm_group_schedule_co_facilitator_idx on public.pm_group_schedule (organization_id, co_facilitator_id);
create index pm_group_schedule_created_by_idx on public.pm_group_schedule (created_by);

alter table public.pm_group_schedule enable row level security;
alter table public.pm_group_schedule force row level security;
alter table private.schedule_claims enable row level security;
alter table private.schedule_claims force row level security;

create policy select_viewers on public.pm_group_schedule for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_schedule.view'))));
create policy insert_creators on public.pm_group_schedule for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.group_schedule.create'))));
create policy update_editors on public.pm_group_schedule for update to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_schedule.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.group_schedule.edit'))));

-- delete is not granted: an occurrence is cancelled, with a reason, and stays.
grant select on public.pm_group_schedule to authenticated;
grant insert (organization_id, group_definition_id, session_date, start_time, end_time, session_type, status, cancellation_reason,
  facilitator_id, co_facilitator_id, location, series_id, conflict_override, notes, questions_data) on public.pm_group_schedule to authenticated;
grant update (session_date, start_time, end_time, status, cancellation_reason, facilitator_id, co_facilitator_id, location,
  series_id, conflict_override, notes, questions_data) on public.pm_group_schedule to authenticated;
grant all on public.pm_group_schedule to service_role;

comment on table public.pm_group_schedule is 'Session occurrences (PM-04). scheduled -> active -> completed, scheduled -> completed, cancelled from scheduled or active.';
comment on column public.pm_group_schedule.session_date is 'Date on the clinic''s wall calendar.';
comment on column public.pm_group_schedule.start_time is 'Wall clock in the organization''s time zone.';
comment on column public.pm_group_schedule.end_time is 'Wall clock in the organization''s time zone, on the same day.';
comment on column public.pm_group_schedule.starts_at is 'The instant of session_date + start_time; kept by trigger.';
comment on column public.pm_group_schedule.ends_at is 'The instant of session_date + end_time; kept by trigger.';
comment on column public.pm_group_schedule.conflict_override is 'True: this session claims neither people nor room. Setting it needs pm.group_schedule.edit.';
comment on column public.pm_group_schedule.calendar_sequence is
  'SEQUENCE of RFC 5545: goes up when time, place, people or state change, so that calendars outside take the change over.';
comment on column public.pm_group_schedule.share_token is 'Secret of the link by which patients join; pm_renew_session_link makes another.';
comment on column public.pm_group_schedule.approval_status is 'pending: holds its time and room, but cannot start before it is approved (pm_approve_session). rejected sessions are cancelled.';
comment on column public.pm_group_schedule.questions_data is
  'What the session asks, a copy taken when it was chosen: {question_set_id, title, version, scoring, questions, bands, materials}. Null: nothing.';
comment on column public.pm_group_schedule.started_at is 'When it was started; kept by trigger. Null for sessions that were completed without being started.';
comment on column public.pm_group_schedule.completed_at is 'When it was completed; kept by trigger. Facilitators and room are free from then on.';
comment on policy select_viewers on public.pm_group_schedule is 'Sessions: pm.group_schedule.view.';
comment on policy insert_creators on public.pm_group_schedule is 'Creating sessions: pm.group_schedule.create.';
comment on policy update_editors on public.pm_group_schedule is 'Editing sessions: pm.group_schedule.edit; cancelling also needs pm.group_schedule.delete (trigger).';
comment on table private.schedule_claims is 'Who and which room is taken when, by sessions neither cancelled nor conflict_override. One row a person or room and session.';
comment on column private.schedule_claims.resource is 'The person''s id, or the location in lower case without spaces around it.';

create function private.claims_of(session public.pm_group_schedule) returns table (kind text, resource text)
language sql immutable
set search_path = ''
as $$
  select 'person', session.facilitator_id::text where session.facilitator_id is not null
  union
  select 'person', session.co_facilitator_id::text where session.co_facilitator_id is not null
  union
  select 'location', lower(btrim(session.location)) where btrim(session.location) <> ''
$$;
comment on function private.claims_of(public.pm_group_schedule) is 'The people and the room that a session needs.';

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

create function private.overlapping_sessions(
  organization_id uuid, kind text, resource text, during tstzrange, except_session_ids uuid[] default '{}'
) returns setof public.pm_group_schedule
language sql stable security definer
set search_path = ''
as $$
  select session.*
  from private.schedule_claims claim
  join public.pm_group_schedule session on session.id = claim.session_id
  where claim.organization_id = overlapping_sessions.organization_id and claim.kind = overlapping_sessions.kind
    and claim.resource = overlapping_sessions.resource and claim.during && overlapping_sessions.during
    and claim.session_id <> all (except_session_ids)
  order by session.starts_at, session.id
$$;
comment on function private.overlapping_sessions(uuid, text, text, tstzrange, uuid[]) is
  'Sessions that claim the person or room at some time of the range [start, end), earliest first; except_session_ids are left out.';

create function private.session_words(session public.pm_group_schedule) returns text
language sql stable security definer
set search_path = ''
as $$
  select format('"%s" on %s, %s-%s', definition.name, to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'),
    to_char(session.start_time, 'FMHH12:MI AM'), to_char(session.end_time, 'FMHH12:MI AM'))
  from public.pm_group_definitions definition where definition.id = session.group_definition_id
$$;
comment on function private.session_words(public.pm_group_schedule) is 'A session in words: group, date and wall-clock time.';

create function private.resource_words(kind text, resource text, location text) returns text
language sql stable security definer
set search_path = ''
as $$
  select case kind when 'location' then location
    else (select profile.full_name from public.pf_profiles profile where profile.id::text = resource) end
$$;
comment on function private.resource_words(text, text, text) is 'The person''s name, or the location as written.';

create trigger _000_lock before insert or update on public.pm_group_schedule
  for each statement execute function private.tg__lock_organizations('schedule');

create function private.needs_other_claims(before public.pm_group_schedule, after public.pm_group_schedule) returns boolean
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

create function private.tg_pm_group_schedule__check() returns trigger
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
create trigger _100_check before insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__check();
create trigger _900_touch before update on public.pm_group_schedule for each row execute function private.tg__touch();

create function private.tg_pm_group_schedule__release() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if private.needs_other_claims(old, new) then
    delete from private.schedule_claims claim where claim.session_id = new.id;
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_schedule__release() is
  'Lets go of the claims before any row of the statement claims anew, so that sessions moved together do not meet each other on the way.';
create trigger _950_release before update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__release();

create function private.tg_pm_group_schedule__claim() returns trigger
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
create trigger _200_claim after insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__claim();

create function private.tg_pm_group_schedule__record() returns trigger
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
create trigger _800_record after insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__record();

create function private.tg_pf_organizations__keep_wall_clock() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Sessions that are being made with the old zone are waited for; later ones read the new zone.
  perform private.lock_organizations('schedule');
  update public.pm_group_schedule session set start_time = session.start_time
  where session.organization_id = new.id and session.status in ('scheduled', 'active') and session.starts_at > now();
  return null;
end
$$;
comment on function private.tg_pf_organizations__keep_wall_clock() is
  'When the clinic''s time zone changes, sessions still to come keep their wall-clock time and get new instants.';
create trigger _300_keep_wall_clock after update of timezone on public.pf_organizations
  for each row when (old.timezone is distinct from new.timezone)
  execute function private.tg_pf_organizations__keep_wall_clock();

create function private.change_session_status(session_id uuid, new_status text, reason text, permission text) returns public.pm_group_schedule
language plpgsql security definer
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
  -- Two people at once: the second waits here, then is judged by the state that the first left.
  perform private.lock_organizations('schedule');
  select * into session from public.pm_group_schedule candidate where candidate.id = session_id for no key update;
  if session.status = new_status or (new_status = 'active' and session.status <> 'scheduled') then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('This session is %s already.', session.status), 'Reload the calendar.');
  end if;
  update public.pm_group_schedule changed
  set status = new_status, cancellation_reason = reason
  where changed.id = session_id returning * into session;
  return session;
end
$$;
comment on function private.change_session_status(uuid, text, text, text) is
  'Moves a session to another state after checking the permission. reason: null but for cancelled. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION, CANCELLATION_REASON_REQUIRED.';

create function private.cancel_session(session_id uuid, reason text) returns public.pm_group_schedule
language sql security definer
set search_path = ''
as $$
  select private.change_session_status(session_id, 'cancelled', reason, 'pm.group_schedule.delete')
$$;
comment on function private.cancel_session(uuid, text) is 'See public.pm_cancel_session.';
create function private.start_session(session_id uuid) returns public.pm_group_schedule
language sql security definer
set search_path = ''
as $$
  select private.change_session_status(session_id, 'active', null, 'pm.group_schedule.edit')
$$;
comment on function private.start_session(uuid) is 'See public.pm_start_session.';
create function private.complete_session(session_id uuid) returns public.pm_group_schedule
language sql security definer
set search_path = ''
as $$
  select private.change_session_status(session_id, 'completed', null, 'pm.group_schedule.edit')
$$;
comment on function private.complete_session(uuid) is 'See public.pm_complete_session.';
-- Erasing or removing a person touches sessions and seats: the locks before the first row, as everywhere.
create function private.tg_pf_memberships__lock() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.lock_organizations('enrollments');
  perform private.lock_organizations('schedule');
  return null;
end
$$;
comment on function private.tg_pf_memberships__lock() is
  'Statement trigger of removals: takes the locks of seats and sessions, in this order, so that a removal cannot deadlock with a session that names the member.';
create trigger _000_lock before delete on public.pf_memberships
  for each statement execute function private.tg_pf_memberships__lock();

create function private.tg_pf_memberships__keep_history() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  sessions integer := (
    select count(*) from public.pm_group_schedule session
    where session.organization_id = old.organization_id and old.user_id in (session.facilitator_id, session.co_facilitator_id));
begin
  if sessions > 0 then
    perform private.refuse('PT409', 'MEMBER_HAS_SESSIONS',
      format('This person leads or led %s sessions, and the record of who led a session stays.', sessions),
      'Suspend the person instead, and give sessions still to come to somebody else.');
  end if;
  return old;
end
$$;
comment on function private.tg_pf_memberships__keep_history() is
  'Raises MEMBER_HAS_SESSIONS when a member who is named on sessions would be removed (the foreign keys would refuse too, without words).';
create trigger _400_keep_history before delete on public.pf_memberships
  for each row execute function private.tg_pf_memberships__keep_history();

grant execute on function private.cancel_session(uuid, text), private.start_session(uuid), private.complete_session(uuid)
  to authenticated, service_role;

create function public.pm_cancel_session(session_id uuid, reason text) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.cancel_session(session_id, reason)
$$;
comment on function public.pm_cancel_session(uuid, text) is
  'Cancels a scheduled or active session (pm.group_schedule.delete). reason: required words, at most 500 characters. Returns the session. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, CANCELLATION_REASON_REQUIRED, INVALID_TRANSITION.';
create function public.pm_start_session(session_id uuid) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.start_session(session_id)
$$;
comment on function public.pm_start_session(uuid) is
  'Starts a scheduled session (pm.group_schedule.edit). Returns the session. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';
create function public.pm_complete_session(session_id uuid) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.complete_session(session_id)
$$;
comment on function public.pm_complete_session(uuid) is
  'Completes a scheduled or active session (pm.group_schedule.edit). Returns the session. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';
grant execute on function public.pm_cancel_session(uuid, text), public.pm_start_session(uuid), public.pm_complete_session(uuid)
  to authenticated, service_role;
