-- Changing and cancelling a series from one session on or as a whole, and cancelling many sessions at once.

create function private.require_series_session(session_id uuid, scope text, permission text) returns public.pm_group_schedule
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
  if session.series_id is null then
    perform private.refuse('PT404', 'SERIES_NOT_FOUND', 'This session does not belong to a series.', 'Change the session by itself.');
  end if;
  if scope is null or scope not in ('following', 'all') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'scope is following or all.', null);
  end if;
  return session;
end
$$;
comment on function private.require_series_session(uuid, text, text) is
  'The session, if it belongs to a series and the caller holds the permission. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, SERIES_NOT_FOUND, INVALID_INPUT (scope).';

create function private.series_sessions(chosen public.pm_group_schedule, scope text) returns setof public.pm_group_schedule
language sql stable security definer
set search_path = ''
as $$
  select session.* from public.pm_group_schedule session
  where session.organization_id = chosen.organization_id and session.group_definition_id = chosen.group_definition_id
    and session.series_id = chosen.series_id and session.status = 'scheduled'
    and (session.id = chosen.id or case scope when 'following' then session.starts_at >= chosen.starts_at else session.starts_at > now() end)
  order by session.starts_at, session.id
$$;
comment on function private.series_sessions(public.pm_group_schedule, text) is
  'The scheduled sessions of the chosen one''s series: from it on (following), or all still to come and itself (all). Active, completed and cancelled ones are never among them.';

create function private.planned_series_change(session_id uuid, scope text, changes jsonb)
returns table (keeps_own boolean, keeps_date boolean, session public.pm_group_schedule)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  chosen public.pm_group_schedule;
  wanted record;
  unknown text;
  zone text;
begin
  select * into chosen from public.pm_group_schedule candidate where candidate.id = session_id;
  zone := private.organization_timezone(chosen.organization_id);
  if jsonb_typeof(changes) is distinct from 'object' or changes = '{}' then
    perform private.refuse('PT400', 'INVALID_INPUT', 'changes is an object that names at least one thing to change.', null);
  end if;
  select key into unknown from jsonb_object_keys(changes) key
  where key not in ('days', 'start_time', 'end_time', 'facilitator_id', 'co_facilitator_id', 'location', 'notes', 'conflict_override', 'recurrence_rule')
  limit 1;
  if unknown is not null then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A change has the unknown key %s.', quote_literal(left(unknown, 60))), null);
  end if;
  select coalesce(listed.days, 0) as days, coalesce(listed.start_time, chosen.start_time) as start_time, coalesce(listed.end_time, chosen.end_time) as end_time,
    listed.facilitator_id, listed.co_facilitator_id, nullif(btrim(listed.location), '') as location, nullif(btrim(listed.notes), '') as notes,
    listed.conflict_override,
    changes ?| array['days', 'start_time', 'end_time'] as new_time, changes ? 'facilitator_id' as new_facilitator,
    changes ? 'co_facilitator_id' as new_co_facilitator, changes ? 'location' as new_location, changes ? 'notes' as new_notes
  into wanted
  from jsonb_to_record(changes) as listed (days integer, start_time time, end_time time, facilitator_id uuid, co_facilitator_id uuid,
    location text, notes text, conflict_override boolean);
  if wanted.days not between -31 and 31 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('Sessions of a series move by at most 31 days, not %s.', wanted.days), null);
  end if;
  if wanted.end_time <= wanted.start_time then
    perform private.refuse('PT400', 'INVALID_DATE_RANGE', 'The sessions have to end after they start, on the same day.', null);
  end if;
  perform private.require_members(chosen.organization_id, array[wanted.facilitator_id, wanted.co_facilitator_id]);
  return query
  select
    wanted.new_time and not same.time or wanted.new_facilitator and not same.facilitator or wanted.new_co_facilitator and not same.co_facilitator
      or wanted.new_location and not same.location or wanted.new_notes and not same.notes,
    at.day = member.session_date,
    jsonb_populate_record(member, jsonb_build_object(
      'session_date', at.day, 'start_time', at.start_time, 'end_time', at.end_time,
      'starts_at', (at.day + at.start_time) at time zone zone, 'ends_at', (at.day + at.end_time) at time zone zone,
      'facilitator_id', person.id,
      'co_facilitator_id', case when wanted.new_co_facilitator and same.co_facilitator then wanted.co_facilitator_id else nullif(member.co_facilitator_id, person.id) end,
      'location', case when wanted.new_location and same.location then wanted.location else member.location end,
      'notes', case when wanted.new_notes and same.notes then wanted.notes else member.notes end,
      'conflict_override', coalesce(wanted.conflict_override, member.conflict_override)))
  from private.series_sessions(chosen, scope) member
  cross join lateral (select
    (member.start_time, member.end_time) = (chosen.start_time, chosen.end_time) as time,
    member.facilitator_id is not distinct from chosen.facilitator_id as facilitator,
    member.co_facilitator_id is not distinct from chosen.co_facilitator_id as co_facilitator,
    member.location is not distinct from chosen.location as location,
    member.notes is not distinct from chosen.notes as notes) same
  cross join lateral (select
    member.session_date + case when wanted.new_time and same.time then wanted.days else 0 end as day,
    case when wanted.new_time and same.time then wanted.start_time else member.start_time end as start_time,
    case when wanted.new_time and same.time then wanted.end_time else member.end_time end as end_time) at
  cross join lateral (select case when wanted.new_facilitator and same.facilitator then wanted.facilitator_id else member.facilitator_id end as id) person;
exception
  when data_exception then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A date, time or id cannot be read: %s.', sqlerrm), null);
end
$$;
comment on function private.planned_series_change(uuid, text, jsonb) is
  'The sessions of private.series_sessions as they would be after changes. keeps_own: in something that changes, the session was mended by hand before (it differs from the chosen one) and stays as it is; keeps_date: its date stays. Whoever becomes the facilitator is not the co-facilitator any more. Raises INVALID_INPUT, INVALID_DATE_RANGE.';

create function private.preview_series_change(session_id uuid, scope text, changes jsonb) returns table (
  changed_session_id uuid, session_date date, start_time time, end_time time, starts_at timestamptz, ends_at timestamptz, keeps_own boolean, conflicts jsonb
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  plan public.pm_group_schedule[];
  open_on_closed_days uuid[];
  keeping uuid[];
begin
  perform private.require_series_session(session_id, scope, 'pm.group_schedule.view');
  select coalesce(array_agg(listed.session), '{}'), array_agg((listed.session).id) filter (where listed.keeps_date),
    coalesce(array_agg((listed.session).id) filter (where listed.keeps_own), '{}')
  into plan, open_on_closed_days, keeping
  from private.planned_series_change(session_id, scope, changes) listed;
  perform private.require_possible(plan);
  return query
    select planned.id, planned.session_date, planned.start_time, planned.end_time, planned.starts_at, planned.ends_at,
      planned.id = any (keeping), checked.conflicts
    from private.conflicts_of_plan(plan, coalesce(open_on_closed_days, '{}')) checked
    join unnest(plan) planned on planned.id = checked.session_id
    order by planned.starts_at, planned.id;
end
$$;
comment on function private.preview_series_change(uuid, text, jsonb) is 'See public.pm_preview_series_change.';

create function public.pm_preview_series_change(session_id uuid, scope text, changes jsonb) returns table (
  changed_session_id uuid, session_date date, start_time time, end_time time, starts_at timestamptz, ends_at timestamptz, keeps_own boolean, conflicts jsonb
)
language sql stable
set search_path = ''
as $$
  select * from private.preview_series_change(session_id, scope, changes)
$$;
comment on function public.pm_preview_series_change(uuid, text, jsonb) is
  'What pm_change_series with the same arguments would do: one row a session, where and when it would be, whether it keeps something that was mended by hand (keeps_own), and its conflicts as in pm_preview_series. Needs pm.group_schedule.view. Raises SESSION_NOT_FOUND, SERIES_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_DATE_RANGE.';

create function private.change_series(session_id uuid, scope text, changes jsonb, skip_conflicts boolean) returns jsonb
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

create function public.pm_change_series(session_id uuid, scope text, changes jsonb, skip_conflicts boolean default false) returns jsonb
language sql
set search_path = ''
as $$
  select private.change_series(session_id, scope, changes, skip_conflicts)
$$;
comment on function public.pm_change_series(uuid, text, jsonb, boolean) is
  'Changes a series from a session on (scope following) or all that is still to come (all); active, completed and cancelled sessions stay. changes: {days (shift of the date, -31 to 31), start_time, end_time, facilitator_id, co_facilitator_id, location, notes, conflict_override, recurrence_rule}, null for nobody or nothing. A session that was mended by hand before keeps what differs from the chosen one. All move together and do not conflict with each other; all or nothing, or with skip_conflicts leaving those that conflict as they are. Returns {changed: [sessions], skipped: [{session_id, session_date, error, detail}], kept: how many keep something of their own}. Needs pm.group_schedule.edit. Raises SESSION_NOT_FOUND, SERIES_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_RECURRENCE_RULE, INVALID_DATE_RANGE, INVALID_TRANSITION, SCHEDULE_CONFLICT, CLOSED_DAY.';

create function private.cancel_sessions(session_ids uuid[], reason text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  wanted uuid[] := array(select distinct listed from unnest(session_ids) listed where listed is not null order by listed);
  cancelled uuid;
  results jsonb := '[]';
  code text;
  words text;
begin
  if cardinality(wanted) not between 1 and 500 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('1 to 500 sessions at a time, not %s.', cardinality(wanted)), null);
  end if;
  if coalesce(btrim(reason, E' \t\r\n'), '') = '' then
    perform private.refuse('PT400', 'CANCELLATION_REASON_REQUIRED', 'Sessions are cancelled with a reason.', 'Say why in a few words.');
  end if;
  if char_length(btrim(reason)) > 500 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('The reason has %s characters; 500 fit.', char_length(btrim(reason))), 'Shorten it.');
  end if;
  foreach cancelled in array wanted loop
    begin
      perform private.cancel_session(cancelled, reason);
      results := results || jsonb_build_object('session_id', cancelled, 'status', 'cancelled', 'error', null, 'detail', null);
    exception when sqlstate 'PT404' or sqlstate 'PT409' or sqlstate 'PT403' then
      get stacked diagnostics code = message_text, words = pg_exception_detail;
      results := results || jsonb_build_object('session_id', cancelled, 'status', 'failed', 'error', code, 'detail', words);
    end;
  end loop;
  return jsonb_build_object(
    'cancelled', (select count(*) from jsonb_array_elements(results) result where result ->> 'status' = 'cancelled'),
    'failed', (select count(*) from jsonb_array_elements(results) result where result ->> 'status' = 'failed'),
    'results', results);
end
$$;
comment on function private.cancel_sessions(uuid[], text) is 'See public.pm_cancel_sessions.';

create function public.pm_cancel_sessions(session_ids uuid[], reason text) returns jsonb
language sql
set search_path = ''
as $$
  select private.cancel_sessions(session_ids, reason)
$$;
comment on function public.pm_cancel_sessions(uuid[], text) is
  'Cancels 1 to 500 sessions with one reason (at most 500 characters); what fails does not undo the others. Returns {cancelled, failed, results: [{session_id, status cancelled|failed, error, detail}]}. Needs pm.group_schedule.delete in each session''s organization. Raises INVALID_INPUT, CANCELLATION_REASON_REQUIRED.';

create function private.cancel_series(session_id uuid, scope text, reason text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  chosen public.pm_group_schedule := private.require_series_session(session_id, scope, 'pm.group_schedule.delete');
  wanted uuid[];
begin
  perform private.lock_organizations('schedule');
  wanted := array(select member.id from private.series_sessions(chosen, scope) member);
  if wanted = '{}' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'No session of this series is still scheduled from here on.', 'Reload the calendar.');
  end if;
  return private.cancel_sessions(wanted, reason);
end
$$;
comment on function private.cancel_series(uuid, text, text) is 'See public.pm_cancel_series.';

create function public.pm_cancel_series(session_id uuid, scope text, reason text) returns jsonb
language sql
set search_path = ''
as $$
  select private.cancel_series(session_id, scope, reason)
$$;
comment on function public.pm_cancel_series(uuid, text, text) is
  'Cancels the scheduled sessions of a series from a session on (scope following) or all that are still to come (all); active and completed ones stay. Returns as pm_cancel_sessions does. Needs pm.group_schedule.delete. Raises SESSION_NOT_FOUND, SERIES_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_TRANSITION, CANCELLATION_REASON_REQUIRED.';

grant execute on function
  private.preview_series_change(uuid, text, jsonb), private.change_series(uuid, text, jsonb, boolean),
  private.cancel_sessions(uuid[], text), private.cancel_series(uuid, text, text),
  public.pm_preview_series_change(uuid, text, jsonb), public.pm_change_series(uuid, text, jsonb, boolean),
  public.pm_cancel_sessions(uuid[], text), public.pm_cancel_series(uuid, text, text)
  to authenticated, service_role;
