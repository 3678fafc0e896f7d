-- The calendar: series of sessions, closed days, calendar feeds; conflicts that know the co-facilitator; domain events whose ids
-- are in the order of the commits.

alter table public.pm_group_schedule add column calendar_sequence integer not null default 0;
comment on column public.pm_group_schedule.calendar_sequence is
  'SEQUENCE of RFC 5545: goes up when time, place, people or state change, so that calendars outside take the change over.';

create or replace function private.tg__audit() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  -- Secrets and noise never enter the log.
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - array['token_hash', 'created_at', 'updated_at'] end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - array['token_hash', 'created_at', 'updated_at'] end;
  organization_id uuid := coalesce(after_row, before_row) ->> case tg_table_name when 'pf_organizations' then 'id' else 'organization_id' end;
  changes jsonb := case tg_op
    when 'DELETE' then (select jsonb_object_agg(gone.key, jsonb_build_object('from', gone.value, 'to', null)) from jsonb_each(before_row) gone)
    else private.changes(coalesce(before_row, '{}'), after_row) end;
begin
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
comment on function private.tg__audit() is 'Writes pf_audit_log for a change of an organization, role, role permission, membership, invitation or closed day.';

create or replace function private.emit_event(organization_id uuid, event_type text, payload jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Ids are given out under a lock that is held until the commit: whoever sees an event sees all of the organization's with
  -- lower ids, and none with a lower id comes later. So "id greater than the last" misses nothing.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('events:' || organization_id, 0));
  insert into public.pf_domain_events (organization_id, event_type, payload) values (organization_id, event_type, payload);
end
$$;
comment on function private.emit_event(uuid, text, jsonb) is 'Adds a domain event in the caller''s transaction, its id in the order of the commits of the organization.';

comment on table public.pf_domain_events is 'The outbox: events for other programs, written in the transaction that causes them. Within an organization ids are in the order of the commits; a consumer keeps the last id that it has dealt with and asks for greater ones, so each sees every event, in order, at least once.';

drop function private.overlapping_sessions(uuid, text, text, tstzrange, uuid);
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

create or replace function private.tg_pm_group_schedule__check() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  zone text;
  -- created_by: set to null by its foreign key when the person's account is erased.
  still_open text[] := array['notes', 'questions_data', 'updated_at', 'created_by'];
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
    if auth.uid() is not null then
      perform private.require_permission(new.organization_id, 'pm.group_schedule.delete');
    end if;
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
      new.organization_id, wanted.kind, wanted.resource, tstzrange(new.starts_at, new.ends_at), array[new.id]) limit 1;
    if other.id is not null then
      perform private.refuse('PT409', 'SCHEDULE_CONFLICT',
        format('%s is already taken by %s.', private.resource_words(wanted.kind, wanted.resource, new.location), private.session_words(other)),
        case wanted.kind when 'person' then 'Choose another time or facilitator.' else 'Choose another time or room.' end);
    end if;
    insert into private.schedule_claims (session_id, organization_id, kind, resource, during)
    values (new.id, new.organization_id, wanted.kind, wanted.resource, tstzrange(new.starts_at, new.ends_at));
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
      'conflict_override', case when new.conflict_override then true end));
    return null;
  end if;
  changes := private.changes(to_jsonb(old), to_jsonb(new)) - array['share_token', 'starts_at', 'ends_at', 'calendar_sequence'];
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

drop function public.pm_schedule_conflicts(uuid, date[], time, time, uuid, text, uuid);
drop function private.schedule_conflicts(uuid, date[], time, time, uuid, text, uuid);
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

grant execute on function
  private.schedule_conflicts(uuid, date[], time, time, uuid, text, uuid, uuid),
  public.pm_schedule_conflicts(uuid, date[], time, time, uuid, text, uuid, uuid)
  to authenticated, service_role;

-- Days on which the clinic is closed: holidays and the like. They refuse and cancel nothing by themselves; a planned series
-- stops at them, and calendars show them.

create table public.pm_closed_days (
  organization_id uuid not null,
  closed_on date not null,
  name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

alter table public.pm_closed_days
  add constraint pm_closed_days_pkey primary key (organization_id, closed_on),
  add constraint pm_closed_days_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id),
  add constraint pm_closed_days_closed_on_range check (closed_on between '1990-01-01' and '2199-12-31'),
  add constraint pm_closed_days_name_length check (char_length(name) <= 100 and btrim(name) <> '');

alter table public.pm_closed_days enable row level security;
alter table public.pm_closed_days force row level security;

create policy select_viewers on public.pm_closed_days for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_schedule.view'))));
create policy insert_editors on public.pm_closed_days for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pf.organization.edit'))));
create policy update_editors on public.pm_closed_days for update to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.organization.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pf.organization.edit'))));
create policy delete_editors on public.pm_closed_days for delete to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.organization.edit'))));

grant select, delete on public.pm_closed_days to authenticated;
grant insert (organization_id, closed_on, name) on public.pm_closed_days to authenticated;
grant update (name) on public.pm_closed_days to authenticated;
grant all on public.pm_closed_days to service_role;

comment on table public.pm_closed_days is 'Days on which the clinic is closed. A planned series marks and skips them; single sessions are not refused.';
comment on column public.pm_closed_days.closed_on is 'Date on the clinic''s wall calendar.';
comment on column public.pm_closed_days.name is 'What people call the day, for example Thanksgiving.';
comment on policy select_viewers on public.pm_closed_days is 'Closed days: who sees the calendar, pm.group_schedule.view.';
comment on policy insert_editors on public.pm_closed_days is 'Adding closed days: pf.organization.edit.';
comment on policy update_editors on public.pm_closed_days is 'Renaming closed days: pf.organization.edit.';
comment on policy delete_editors on public.pm_closed_days is 'Taking closed days back: pf.organization.edit.';

create trigger _800_audit after insert or update or delete on public.pm_closed_days for each row execute function private.tg__audit();
create trigger _900_touch before update on public.pm_closed_days for each row execute function private.tg__touch();

-- Series of sessions: what sessions that were scheduled together have in common. The dates come from the client, which expands
-- the rule and mends single dates (19); who and which room is free is decided here.

create table public.pm_session_series (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  group_definition_id uuid not null,
  recurrence_rule text,
  start_time time not null,
  end_time time not null,
  facilitator_id uuid,
  co_facilitator_id uuid,
  location text,
  is_finite boolean not null default false,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

alter table public.pm_session_series
  add constraint pm_session_series_pkey primary key (id),
  add constraint pm_session_series_organization_group_id_key unique (organization_id, group_definition_id, id),
  add constraint pm_session_series_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pm_session_series_facilitator_fkey foreign key (organization_id, facilitator_id)
    references public.pf_memberships (organization_id, user_id) on delete set null (facilitator_id),
  add constraint pm_session_series_co_facilitator_fkey foreign key (organization_id, co_facilitator_id)
    references public.pf_memberships (organization_id, user_id) on delete set null (co_facilitator_id),
  add constraint pm_session_series_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_session_series_recurrence_rule_length check (char_length(recurrence_rule) <= 1000),
  add constraint pm_session_series_time_range check (end_time > start_time),
  add constraint pm_session_series_location_length check (char_length(location) <= 100 and btrim(location) <> '');
-- Sessions that were given a series by an earlier version get the row that describes it.
insert into public.pm_session_series (id, organization_id, group_definition_id, recurrence_rule, start_time, end_time)
select distinct on (session.series_id) session.series_id, session.organization_id, session.group_definition_id, definition.recurrence_rule,
  session.start_time, session.end_time
from public.pm_group_schedule session
join public.pm_group_definitions definition on definition.id = session.group_definition_id
where session.series_id is not null
order by session.series_id, session.organization_id, session.group_definition_id, session.starts_at desc;
-- The same series in two groups was never meant. Completed sessions are frozen by a trigger; this changes no fact of theirs.
alter table public.pm_group_schedule disable trigger user;
update public.pm_group_schedule session set series_id = null
where session.series_id is not null and not exists (
  select from public.pm_session_series series
  where (series.organization_id, series.group_definition_id, series.id) = (session.organization_id, session.group_definition_id, session.series_id));
alter table public.pm_group_schedule enable trigger user;

alter table public.pm_group_schedule
  add constraint pm_group_schedule_series_fkey foreign key (organization_id, group_definition_id, series_id)
    references public.pm_session_series (organization_id, group_definition_id, id);

create index pm_session_series_facilitator_idx on public.pm_session_series (organization_id, facilitator_id);
create index pm_session_series_co_facilitator_idx on public.pm_session_series (organization_id, co_facilitator_id);
create index pm_session_series_created_by_idx on public.pm_session_series (created_by);
create index pm_group_schedule_series_idx on public.pm_group_schedule (organization_id, group_definition_id, series_id);

alter table public.pm_session_series enable row level security;
alter table public.pm_session_series force row level security;

create policy select_viewers on public.pm_session_series for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_schedule.view'))));
create policy update_editors on public.pm_session_series for update to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_schedule.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.group_schedule.edit'))));

-- Made and changed through pm_schedule_series and pm_change_series only, together with the sessions.
grant select on public.pm_session_series to authenticated;
grant update (is_finite) on public.pm_session_series to authenticated;
grant all on public.pm_session_series to service_role;

comment on table public.pm_session_series is 'What sessions that were scheduled together have in common, and how an extension continues.';
comment on column public.pm_session_series.recurrence_rule is 'One RRULE of RFC 5545 without DTSTART, in words of the clinic''s wall calendar; null for dates chosen by hand.';
comment on column public.pm_session_series.start_time is 'Wall clock in the organization''s time zone.';
comment on column public.pm_session_series.end_time is 'Wall clock in the organization''s time zone, on the same day.';
comment on column public.pm_session_series.facilitator_id is 'Null: the group''s.';
comment on column public.pm_session_series.co_facilitator_id is 'Null: the group''s.';
comment on column public.pm_session_series.location is 'Null: the group''s.';
comment on column public.pm_session_series.is_finite is 'True: meant to end, so nobody is reminded to extend it.';
comment on policy select_viewers on public.pm_session_series is 'Series: pm.group_schedule.view.';
comment on policy update_editors on public.pm_session_series is 'Letting a series end: pm.group_schedule.edit.';

create trigger _900_touch before update on public.pm_session_series for each row execute function private.tg__touch();

create view public.pm_session_series_overview with (security_invoker = true) as
select
  series.*,
  definition.name as group_name,
  definition.status as group_status,
  definition.end_date as group_end_date,
  dates.first_session_on,
  dates.last_session_on,
  dates.session_count,
  dates.sessions_left,
  coalesce(not series.is_finite and definition.status = 'active'
    and (definition.end_date is null or definition.end_date > dates.last_session_on)
    and dates.last_session_on between today.on_wall - 60 and today.on_wall + 21, false) as is_running_out
from public.pm_session_series series
left join public.pm_group_definitions definition
  on definition.organization_id = series.organization_id and definition.id = series.group_definition_id and definition.deleted_at is null
join public.pf_organizations organization on organization.id = series.organization_id
cross join lateral (select (now() at time zone organization.timezone)::date as on_wall) today
cross join lateral (
  select min(session.session_date) as first_session_on, max(session.session_date) as last_session_on, count(*)::integer as session_count,
    count(*) filter (where session.status = 'scheduled' and session.starts_at > now())::integer as sessions_left
  from public.pm_group_schedule session
  where session.organization_id = series.organization_id and session.group_definition_id = series.group_definition_id
    and session.series_id = series.id and session.status <> 'cancelled'
) dates;
comment on view public.pm_session_series_overview is
  'Series with group, first and last date, sessions (not cancelled) and how many are left. is_running_out: the last session is at most 21 days ahead or 60 days past, the group goes on, and the series is not meant to end.';
grant select on public.pm_session_series_overview to authenticated, service_role;

-- Planning a series: the dates that the client sends with what was mended on single ones, what stands in their way, and saving
-- them in one step.

create function private.recurrence_rule_of(typed text) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  rule text := nullif(regexp_replace(upper(btrim(typed)), '^RRULE:', ''), '');
  part text;
  name text;
  setting text;
  seen text[] := '{}';
  shape text;
  day constant text := '(SU|MO|TU|WE|TH|FR|SA)';
  month_day constant text := '(0?[1-9]|[12]\d|3[01])';
  month constant text := '(0?[1-9]|1[0-2])';
begin
  foreach part in array coalesce(string_to_array(rule, ';'), '{}') loop
    name := split_part(part, '=', 1);
    setting := substr(part, length(name) + 2);
    shape := case name
      when 'FREQ' then '(DAILY|WEEKLY|MONTHLY|YEARLY)'
      when 'INTERVAL' then '0*[1-9]\d{0,2}'
      when 'COUNT' then '0*[1-9]\d{0,3}'
      when 'UNTIL' then '\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(T\d{6}Z?)?'
      when 'BYDAY' then format('([+-]?0?[1-9]|[+-]?[1-4]\d|[+-]?5[0-3])?%s(,([+-]?0?[1-9]|[+-]?[1-4]\d|[+-]?5[0-3])?%s)*', day, day)
      when 'BYMONTHDAY' then format('[+-]?%s(,[+-]?%s)*', month_day, month_day)
      when 'BYYEARDAY' then '[+-]?0*[1-9]\d{0,2}(,[+-]?0*[1-9]\d{0,2})*'
      when 'BYWEEKNO' then '[+-]?0?[1-9]\d?(,[+-]?0?[1-9]\d?)*'
      when 'BYMONTH' then format('%s(,%s)*', month, month)
      when 'BYSETPOS' then '[+-]?0*[1-9]\d{0,2}(,[+-]?0*[1-9]\d{0,2})*'
      when 'WKST' then day
    end;
    if shape is null or setting !~ ('^(' || shape || ')$') or name = any (seen) then
      perform private.refuse('PT400', 'INVALID_RECURRENCE_RULE',
        format('The recurrence rule has a part that cannot be read here: %s.', quote_literal(left(part, 60))),
        'Use a rule of RFC 5545 for days, such as FREQ=WEEKLY;BYDAY=TU;COUNT=10.');
    end if;
    seen := seen || name;
  end loop;
  if rule is not null and (not 'FREQ' = any (seen) or seen @> array['COUNT', 'UNTIL']) then
    perform private.refuse('PT400', 'INVALID_RECURRENCE_RULE',
      case when 'FREQ' = any (seen) then 'A recurrence rule ends by COUNT or by UNTIL, not by both.'
        else 'A recurrence rule needs FREQ: DAILY, WEEKLY, MONTHLY or YEARLY.' end,
      'Use a rule of RFC 5545 for days, such as FREQ=WEEKLY;BYDAY=TU;COUNT=10.');
  end if;
  return rule;
end
$$;
comment on function private.recurrence_rule_of(text) is
  'The rule as it is kept: upper case, without RRULE:, null for nothing. Raises INVALID_RECURRENCE_RULE unless each part has the shape of RFC 5545 section 3.3.10 and none is about times of day: a rule describes dates.';

create function private.require_members(organization_id uuid, people uuid[]) returns void
language plpgsql stable security definer
set search_path = ''
as $$
begin
  if exists (
    select from unnest(people) person where person is not null and not exists (
      select from public.pf_memberships membership
      where membership.organization_id = require_members.organization_id and membership.user_id = person)
  ) then
    perform private.refuse('PT400', 'INVALID_INPUT', 'A facilitator or co-facilitator is not a member of this organization.', 'Choose one of its members.');
  end if;
end
$$;
comment on function private.require_members(uuid, uuid[]) is 'Raises INVALID_INPUT unless each person (nulls aside) is a member of the organization.';

create function private.require_possible(plan public.pm_group_schedule[]) returns void
language plpgsql stable security definer
set search_path = ''
as $$
declare
  wrong public.pm_group_schedule;
begin
  select session.* into wrong from unnest(plan) session where session.session_date not between '1990-01-01' and '2199-12-31' limit 1;
  if found then
    perform private.refuse('PT400', 'INVALID_INPUT', format('%s is before 1990 or after 2199.', wrong.session_date), null);
  end if;
  select session.* into wrong from unnest(plan) session where session.end_time <= session.start_time limit 1;
  if found then
    perform private.refuse('PT400', 'INVALID_DATE_RANGE',
      format('On %s the session would end at %s, which is not after its start at %s.', to_char(wrong.session_date, 'FMDy, Mon FMDD, YYYY'),
        to_char(wrong.end_time, 'FMHH12:MI AM'), to_char(wrong.start_time, 'FMHH12:MI AM')), 'Choose an end after the start, on the same day.');
  end if;
  select session.* into wrong from unnest(plan) session where session.co_facilitator_id = session.facilitator_id limit 1;
  if found then
    perform private.refuse('PT400', 'INVALID_INPUT',
      format('On %s facilitator and co-facilitator would be the same person.', to_char(wrong.session_date, 'FMDy, Mon FMDD, YYYY')), 'Choose two people.');
  end if;
end
$$;
comment on function private.require_possible(public.pm_group_schedule[]) is
  'Refuses planned sessions that could be at no time or place: dates before 1990 or after 2199, an end before the start, one person in both roles. Raises INVALID_INPUT, INVALID_DATE_RANGE.';

create function private.conflicts_of_plan(plan public.pm_group_schedule[], open_on_closed_days uuid[]) returns table (session_id uuid, conflicts jsonb)
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
  )
  select planned.id, coalesce(
    jsonb_agg(jsonb_build_object('kind', found.kind, 'resource', found.resource, 'resource_id', found.resource_id, 'session_id', found.other_id,
        'group_name', found.group_name, 'starts_at', found.starts_at, 'ends_at', found.ends_at, 'detail', found.detail)
      order by found.rank, found.starts_at, found.kind desc, found.resource) filter (where found.id is not null), '[]')
  from planned left join found on found.id = planned.id
  group by planned.id
$$;
comment on function private.conflicts_of_plan(public.pm_group_schedule[], uuid[]) is
  'For sessions as they would be (existing ones with their ids, starts_at and ends_at computed), each with what stands in its way: sessions outside of the plan, those before it in the plan (kind series; only the later one of two is marked), closed days unless listed in open_on_closed_days, and times that the change to daylight saving skips. One row a session; conflicts is [] where all is free.';

create function private.planned_sessions(
  definition public.pm_group_definitions, session_dates date[], start_time time, end_time time, changes jsonb,
  facilitator_id uuid, co_facilitator_id uuid, location text
) returns table (planned_on date, on_closed_day boolean, session public.pm_group_schedule)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  zone text := private.organization_timezone(definition.organization_id);
  dates date[] := array(select distinct day from unnest(session_dates) day where day is not null order by day);
  unknown text;
begin
  if cardinality(dates) not between 1 and 500 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('1 to 500 dates at a time, not %s.', cardinality(dates)), null);
  end if;
  if start_time is null or end_time is null or end_time <= start_time then
    perform private.refuse('PT400', 'INVALID_DATE_RANGE', 'The sessions have to end after they start, on the same day.', null);
  end if;
  if facilitator_id = co_facilitator_id then
    perform private.refuse('PT400', 'INVALID_INPUT', 'Facilitator and co-facilitator must be two people.', null);
  end if;
  if jsonb_typeof(changes) is distinct from 'array' or exists (select from jsonb_array_elements(changes) change where jsonb_typeof(change) <> 'object') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'changes is a list of objects, each with a session_date.', null);
  end if;
  select key into unknown from jsonb_array_elements(changes) change, jsonb_object_keys(change) key
  where key not in ('session_date', 'moved_to', 'start_time', 'end_time', 'facilitator_id', 'co_facilitator_id', 'location', 'conflict_override', 'on_closed_day')
  limit 1;
  if unknown is not null then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A change has the unknown key %s.', quote_literal(left(unknown, 60))), null);
  end if;
  select change ->> 'session_date' into unknown from jsonb_array_elements(changes) change
  group by 1 having count(*) > 1 or coalesce(change ->> 'session_date', '') <> all (dates::text[]) limit 1;
  if found then
    perform private.refuse('PT400', 'INVALID_INPUT',
      format('Each change names one of session_dates, and each of them once; %s does not.', coalesce(quote_literal(left(unknown, 60)), 'null')), null);
  end if;
  perform private.require_members(definition.organization_id, array[facilitator_id, co_facilitator_id]
    || array(select named.id from jsonb_array_elements(changes) change, unnest(array[change ->> 'facilitator_id', change ->> 'co_facilitator_id']::uuid[]) named (id)));
  return query
  select listed.day, coalesce(change.on_closed_day, false),
    jsonb_populate_record(null::public.pm_group_schedule, jsonb_build_object(
      'id', gen_random_uuid(), 'organization_id', definition.organization_id, 'group_definition_id', definition.id,
      'session_date', at.day, 'start_time', at.start_time, 'end_time', at.end_time,
      'starts_at', (at.day + at.start_time) at time zone zone, 'ends_at', (at.day + at.end_time) at time zone zone,
      'facilitator_id', person.id,
      'co_facilitator_id', coalesce(change.co_facilitator_id,
        nullif(planned_sessions.co_facilitator_id, person.id), nullif(definition.co_facilitator_id, person.id)),
      'location', coalesce(nullif(btrim(change.location), ''), nullif(btrim(planned_sessions.location), ''), definition.location),
      'conflict_override', coalesce(change.conflict_override, false)))
  from unnest(dates) listed (day)
  left join jsonb_to_recordset(changes) as change (
    session_date date, moved_to date, start_time time, end_time time, facilitator_id uuid, co_facilitator_id uuid, location text,
    conflict_override boolean, on_closed_day boolean) on change.session_date = listed.day
  cross join lateral (select coalesce(change.moved_to, listed.day) as day, coalesce(change.start_time, planned_sessions.start_time) as start_time,
    coalesce(change.end_time, planned_sessions.end_time) as end_time) at
  cross join lateral (select coalesce(change.facilitator_id, planned_sessions.facilitator_id, definition.facilitator_id) as id) person
  order by at.day, at.start_time, listed.day;
exception
  when data_exception then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A date, time or id cannot be read: %s.', sqlerrm), null);
end
$$;
comment on function private.planned_sessions(public.pm_group_definitions, date[], time, time, jsonb, uuid, uuid, text) is
  'The sessions that a series would make, with new ids: in order of time, each date (duplicates once) with its change from changes, people and room from there, from the series or from the group. A substitute who is the co-facilitator leaves that role to the group''s, or open. Raises INVALID_INPUT, INVALID_DATE_RANGE.';

create function private.preview_series(
  group_definition_id uuid, session_dates date[], start_time time, end_time time, changes jsonb,
  facilitator_id uuid, co_facilitator_id uuid, location text
) returns table (
  planned_on date, session_date date, planned_start_time time, planned_end_time time, starts_at timestamptz, ends_at timestamptz, conflicts jsonb
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_schedule.view');
  plan public.pm_group_schedule[];
  open_on_closed_days uuid[];
  dates date[];
begin
  select array_agg(listed.session), array_agg((listed.session).id) filter (where listed.on_closed_day), array_agg(listed.planned_on)
  into plan, open_on_closed_days, dates
  from private.planned_sessions(definition, session_dates, start_time, end_time, changes, facilitator_id, co_facilitator_id, location) listed;
  perform private.require_possible(plan);
  return query
    select dates[planned.position], planned.session_date, planned.start_time, planned.end_time, planned.starts_at, planned.ends_at, checked.conflicts
    from private.conflicts_of_plan(plan, coalesce(open_on_closed_days, '{}')) checked
    join (select listed.position, (plan[listed.position]).* from generate_subscripts(plan, 1) listed (position)) planned on planned.id = checked.session_id
    order by planned.position;
end
$$;
comment on function private.preview_series(uuid, date[], time, time, jsonb, uuid, uuid, text) is 'See public.pm_preview_series.';

create function public.pm_preview_series(
  group_definition_id uuid, session_dates date[], start_time time, end_time time, changes jsonb default '[]',
  facilitator_id uuid default null, co_facilitator_id uuid default null, location text default null
) returns table (
  planned_on date, session_date date, planned_start_time time, planned_end_time time, starts_at timestamptz, ends_at timestamptz, conflicts jsonb
)
language sql stable
set search_path = ''
as $$
  select * from private.preview_series(
    group_definition_id, session_dates, start_time, end_time, changes, facilitator_id, co_facilitator_id, location)
$$;
comment on function public.pm_preview_series(uuid, date[], time, time, jsonb, uuid, uuid, text) is
  'What pm_schedule_series with the same arguments would make, and what stands in its way: one row a date of session_dates (planned_on), where and when it would be, and conflicts [{kind, resource, resource_id, session_id, group_name, starts_at, ends_at, detail}], [] where all is free. kind: person, location, series (an earlier one of this series is in the way), closed_day, clock_change (the hour that daylight saving skips). In order of time. Needs pm.group_schedule.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_DATE_RANGE.';

create function private.refuse_series(skipped jsonb, planned integer) returns void
language plpgsql immutable
set search_path = ''
as $$
declare
  code text := (select case when count(distinct skip ->> 'error') = 1 then min(skip ->> 'error') else 'SCHEDULE_CONFLICT' end from jsonb_array_elements(skipped) skip);
begin
  perform private.refuse(case code when 'INVALID_DATE_RANGE' then 'PT400' else 'PT409' end, code,
    format('%s of %s dates cannot be kept. %s%s', jsonb_array_length(skipped), planned,
      (select string_agg(skip ->> 'detail', ' ' order by position) from jsonb_array_elements(skipped) with ordinality as listed (skip, position) where position <= 10),
      case when jsonb_array_length(skipped) > 10 then format(' And %s more.', jsonb_array_length(skipped) - 10) end),
    'Nothing was saved. Change these dates or leave them out.');
end
$$;
comment on function private.refuse_series(jsonb, integer) is
  'Raises what stands in the way of a whole series: SCHEDULE_CONFLICT, or the one code that all skipped [{error, detail}] share, with the first ten in words. planned: how many dates there are in all.';

create function private.schedule_series(
  group_definition_id uuid, recurrence_rule text, session_dates date[], start_time time, end_time time, skip_conflicts boolean,
  changes jsonb, facilitator_id uuid, co_facilitator_id uuid, location text, notes text, series_id uuid
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_schedule.create');
  rule text := private.recurrence_rule_of(recurrence_rule);
  series public.pm_session_series;
  plans public.pm_group_schedule[];
  open_on_closed_days uuid[];
  plan public.pm_group_schedule;
  session_id uuid;
  made uuid[] := '{}';
  skipped jsonb := '[]';
  code text;
  words text;
begin
  perform private.lock_organizations('schedule');
  select array_agg(listed.session), coalesce(array_agg((listed.session).id) filter (where listed.on_closed_day), '{}')
  into plans, open_on_closed_days
  from private.planned_sessions(definition, session_dates, start_time, end_time, changes, facilitator_id, co_facilitator_id, location) listed;
  perform private.require_possible(plans);
  if series_id is null then
    insert into public.pm_session_series (organization_id, group_definition_id, recurrence_rule, start_time, end_time, facilitator_id, co_facilitator_id, location)
    values (definition.organization_id, definition.id, rule, schedule_series.start_time, schedule_series.end_time,
      schedule_series.facilitator_id, schedule_series.co_facilitator_id, nullif(btrim(schedule_series.location), ''))
    returning * into series;
  else
    select * into series from public.pm_session_series extended
    where extended.id = series_id and extended.organization_id = definition.organization_id and extended.group_definition_id = definition.id
    for no key update;
    if series.id is null then
      perform private.refuse('PT404', 'SERIES_NOT_FOUND', format('"%s" has no such series.', definition.name), 'Reload the page.');
    end if;
  end if;

  foreach plan in array plans loop
    begin
      -- People and rooms are checked by the session's own triggers, as for any insert; what they refuse is told by date.
      select closed.name into words from public.pm_closed_days closed
      where closed.organization_id = plan.organization_id and closed.closed_on = plan.session_date;
      if found and plan.id <> all (open_on_closed_days) then
        perform private.refuse('PT409', 'CLOSED_DAY', format('The clinic is closed on %s: %s.', to_char(plan.session_date, 'FMDy, Mon FMDD, YYYY'), words), null);
      end if;
      insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, session_type,
        facilitator_id, co_facilitator_id, location, series_id, conflict_override, notes)
      values (plan.organization_id, plan.group_definition_id, plan.session_date, plan.start_time, plan.end_time, 'recurring',
        plan.facilitator_id, plan.co_facilitator_id, plan.location, series.id, plan.conflict_override, schedule_series.notes)
      returning id into session_id;
      made := made || session_id;
    exception when sqlstate 'PT409' or sqlstate 'PT400' then
      get stacked diagnostics code = message_text, words = pg_exception_detail;
      if code not in ('SCHEDULE_CONFLICT', 'CLOSED_DAY', 'INVALID_DATE_RANGE') then
        raise;
      end if;
      skipped := skipped || jsonb_build_object('session_date', plan.session_date, 'error', code, 'detail', words);
    end;
  end loop;
  if skipped <> '[]' and not coalesce(skip_conflicts, false) then
    perform private.refuse_series(skipped, cardinality(made) + jsonb_array_length(skipped));
  end if;
  if series_id is null and made = '{}' then
    delete from public.pm_session_series empty where empty.id = series.id;
    series.id := null;
  elsif series_id is not null and made <> '{}' then
    update public.pm_session_series extended
    set recurrence_rule = coalesce(rule, extended.recurrence_rule), is_finite = false where extended.id = series.id;
  end if;
  return jsonb_build_object('series_id', series.id,
    'created', (select coalesce(jsonb_agg(to_jsonb(session) order by session.starts_at), '[]') from public.pm_group_schedule session where session.id = any (made)),
    'skipped', skipped);
end
$$;
comment on function private.schedule_series(uuid, text, date[], time, time, boolean, jsonb, uuid, uuid, text, text, uuid) is 'See public.pm_schedule_series.';

create function public.pm_schedule_series(
  group_definition_id uuid, recurrence_rule text, session_dates date[], start_time time, end_time time, skip_conflicts boolean default false,
  changes jsonb default '[]', facilitator_id uuid default null, co_facilitator_id uuid default null, location text default null,
  notes text default null, series_id uuid default null
) returns jsonb
language sql
set search_path = ''
as $$
  select private.schedule_series(
    group_definition_id, recurrence_rule, session_dates, start_time, end_time, skip_conflicts, changes,
    facilitator_id, co_facilitator_id, location, notes, series_id)
$$;
comment on function public.pm_schedule_series(uuid, text, date[], time, time, boolean, jsonb, uuid, uuid, text, text, uuid) is
  'Schedules a session on each of session_dates (1 to 500, each once; wall clock of the organization), all or nothing, or with skip_conflicts without those that conflict. recurrence_rule: the RRULE behind the dates, or null. changes: single dates that differ, [{session_date, moved_to, start_time, end_time, facilitator_id, co_facilitator_id, location, conflict_override, on_closed_day}], session_date being one of session_dates, what is left out as in the series; a closed day of the clinic is a conflict unless on_closed_day is true. facilitator_id, co_facilitator_id, location: null for the group''s. series_id: a series of the group to extend, null for a new one; an extension takes over the rule, if one is given, and the series goes on. Returns {series_id, created: [sessions], skipped: [{session_date, error, detail}]}; series_id is null if nothing was made. Needs pm.group_schedule.create, for conflict_override also .edit. Raises GROUP_NOT_FOUND, GROUP_NOT_ACTIVE, PERMISSION_DENIED, INVALID_INPUT, INVALID_RECURRENCE_RULE, INVALID_DATE_RANGE, SCHEDULE_CONFLICT, CLOSED_DAY, SERIES_NOT_FOUND.';

grant execute on function
  private.preview_series(uuid, date[], time, time, jsonb, uuid, uuid, text),
  private.schedule_series(uuid, text, date[], time, time, boolean, jsonb, uuid, uuid, text, text, uuid),
  public.pm_preview_series(uuid, date[], time, time, jsonb, uuid, uuid, text),
  public.pm_schedule_series(uuid, text, date[], time, time, boolean, jsonb, uuid, uuid, text, text, uuid)
  to authenticated, service_role;

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
      'error', case checked.conflicts -> 0 ->> 'kind' when 'closed_day' then 'CLOSED_DAY' when 'clock_change' then 'INVALID_DATE_RANGE' else 'SCHEDULE_CONFLICT' end,
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

-- Calendars outside of Quorum: iCalendar files (RFC 5545), and feeds that a calendar program reads by a secret link.
-- No patient's name can be in them: they hold groups, people who lead, rooms and times, and no free text of a session.

create table public.pm_calendar_feeds (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid not null,
  scope text not null,
  token_hash bytea not null,
  created_at timestamptz not null default now()
);

alter table public.pm_calendar_feeds
  add constraint pm_calendar_feeds_pkey primary key (id),
  add constraint pm_calendar_feeds_one_each unique (organization_id, user_id, scope),
  add constraint pm_calendar_feeds_token_hash_key unique (token_hash),
  add constraint pm_calendar_feeds_membership_fkey foreign key (organization_id, user_id)
    references public.pf_memberships (organization_id, user_id) on delete cascade,
  add constraint pm_calendar_feeds_scope_check check (scope in ('mine', 'all'));

alter table public.pm_calendar_feeds enable row level security;
alter table public.pm_calendar_feeds force row level security;

create policy select_own on public.pm_calendar_feeds for select to authenticated
  using (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));

-- The hash of the token is nobody's to read; links are made, renewed and revoked by functions.
grant select (id, organization_id, user_id, scope, created_at) on public.pm_calendar_feeds to authenticated;
grant all on public.pm_calendar_feeds to service_role;

comment on table public.pm_calendar_feeds is 'Personal calendar links: what the owner may see at the time of reading, for a calendar program without a sign-in.';
comment on column public.pm_calendar_feeds.scope is 'mine: sessions that the owner leads; all: every session of the organization.';
comment on column public.pm_calendar_feeds.token_hash is 'SHA-256 of the secret in the link; the secret itself is not kept.';
comment on column public.pm_calendar_feeds.created_at is 'Since when the present link is valid.';
comment on policy select_own on public.pm_calendar_feeds is 'A person sees the own links.';

create function private.calendar_words(words text) returns text
language sql immutable
set search_path = ''
as $$
  select regexp_replace(replace(replace(replace(regexp_replace(words, '\r\n?', E'\n', 'g'), '\', '\\'), ';', '\;'), ',', '\,'),
    E'\n', '\\n', 'g')
$$;
comment on function private.calendar_words(text) is 'Text as a TEXT value of RFC 5545 section 3.3.11: backslash, semicolon, comma and line break escaped.';

create function private.calendar_line(line text) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  rest text := regexp_replace(line, '[\x01-\x08\x0a-\x1f\x7f]', '', 'g');
  piece text;
  folded text := '';
begin
  while octet_length(rest) > 75 loop
    -- A line has at most 75 octets, and a character is never cut in two; a continuation line begins with a space.
    piece := left(rest, 75);
    while octet_length(piece) > 75 loop
      piece := left(piece, -1);
    end loop;
    folded := folded || piece || E'\r\n';
    rest := ' ' || substr(rest, char_length(piece) + 1);
  end loop;
  return folded || rest || E'\r\n';
end
$$;
comment on function private.calendar_line(text) is 'A content line, folded at 75 octets and ended as RFC 5545 section 3.1 wants; control characters are left out.';

create function private.calendar_offset(distance interval) returns text
language sql immutable
set search_path = ''
as $$
  select case when distance < interval '0' then '-' else '+' end
    || to_char(abs(extract(epoch from distance))::integer / 3600, 'FM00') || to_char(abs(extract(epoch from distance))::integer / 60 % 60, 'FM00')
$$;
comment on function private.calendar_offset(interval) is 'An offset from UTC as RFC 5545 writes it, such as -0700.';

create function private.calendar_timezone(zone text, first_instant timestamptz, last_instant timestamptz) returns text
language sql stable
set search_path = ''
as $$
  with day as (
    select instant, (instant at time zone zone) - (instant at time zone 'UTC') as distance,
      lag(instant) over by_time as before_instant, lag((instant at time zone zone) - (instant at time zone 'UTC')) over by_time as before_distance
    -- From New Year on, so that the first observance is standard time (in the south: daylight time, which is as valid).
    from generate_series(date_trunc('year', first_instant) - interval '1 day', last_instant + interval '2 days', interval '1 day') instant
    window by_time as (order by instant)
  ), change as (
    select day.before_distance, day.distance, (
      select min(minute) from generate_series(day.before_instant, day.instant, interval '1 minute') minute
      where (minute at time zone zone) - (minute at time zone 'UTC') = day.distance) as instant
    from day where day.distance <> day.before_distance
  ), observance as (
    (select timestamp '1970-01-01' as onset, distance as before_distance, distance, 'STANDARD' as kind from day order by instant limit 1)
    union all
    select (change.instant at time zone 'UTC') + change.before_distance, change.before_distance, change.distance,
      case when change.distance > change.before_distance then 'DAYLIGHT' else 'STANDARD' end
    from change
  )
  select private.calendar_line('BEGIN:VTIMEZONE') || private.calendar_line('TZID:' || zone)
    || string_agg(private.calendar_line('BEGIN:' || kind) || private.calendar_line('DTSTART:' || to_char(onset, 'YYYYMMDD"T"HH24MISS'))
      || private.calendar_line('TZOFFSETFROM:' || private.calendar_offset(before_distance))
      || private.calendar_line('TZOFFSETTO:' || private.calendar_offset(distance)) || private.calendar_line('END:' || kind), '' order by onset)
    || private.calendar_line('END:VTIMEZONE')
  from observance
$$;
comment on function private.calendar_timezone(text, timestamptz, timestamptz) is
  'The VTIMEZONE (RFC 5545 section 3.6.5) of an IANA zone, with each change of the clocks between the two instants.';

create function private.calendar_instant(name text, instant timestamptz, zone text) returns text
language sql stable
set search_path = ''
as $$
  -- Time that the clocks repeat (half an hour on Lord Howe Island, two at Troll): RFC 5545 section 3.3.5 takes a wall time for
  -- its first pass, so the second is written in UTC.
  select case when exists (
      select from unnest(array['30 minutes', '1 hour', '2 hours']::interval[]) back
      where (instant - back) at time zone zone = instant at time zone zone)
    then format('%s:%s', name, to_char(instant at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"'))
    else format('%s;TZID=%s:%s', name, zone, to_char(instant at time zone zone, 'YYYYMMDD"T"HH24MISS')) end
$$;
comment on function private.calendar_instant(text, timestamptz, text) is 'A date-time property on the zone''s wall clock.';

create function private.calendar_text(
  organization_id uuid, names_groups boolean, session_id uuid default null, group_definition_id uuid default null, led_by uuid default null
) returns text
language plpgsql stable security definer
set search_path = ''
as $$
declare
  organization public.pf_organizations;
  events text;
  first_instant timestamptz;
  last_instant timestamptz;
  utc constant text := 'YYYYMMDD"T"HH24MISS"Z"';
begin
  select * into organization from public.pf_organizations candidate where candidate.id = organization_id;
  select min(session.starts_at), max(session.ends_at), string_agg(
      E'BEGIN:VEVENT\r\n'
      || format(E'UID:%s@quorum\r\n', session.id)
      || to_char(session.updated_at at time zone 'UTC', '"DTSTAMP:"' || utc) || E'\r\n'
      || to_char(session.created_at at time zone 'UTC', '"CREATED:"' || utc) || E'\r\n'
      || to_char(session.updated_at at time zone 'UTC', '"LAST-MODIFIED:"' || utc) || E'\r\n'
      || format(E'SEQUENCE:%s\r\n', session.calendar_sequence)
      || private.calendar_instant('DTSTART', session.starts_at, organization.timezone) || E'\r\n'
      || private.calendar_instant('DTEND', session.ends_at, organization.timezone) || E'\r\n'
      || private.calendar_line('SUMMARY:' || private.calendar_words(coalesce(definition.name, 'Group session')))
      || coalesce(private.calendar_line('LOCATION:' || private.calendar_words(session.location)), '')
      || coalesce(private.calendar_line('DESCRIPTION:With ' || private.calendar_words(nullif(concat_ws(' and ', facilitator.full_name, co_facilitator.full_name), ''))), '')
      || coalesce('CATEGORIES:' || upper(definition.group_type) || E'\r\n', '')
      || case when session.status = 'cancelled' then E'STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n'
           when session.approval_status = 'approved' then E'STATUS:CONFIRMED\r\n' else E'STATUS:TENTATIVE\r\n' end
      || E'END:VEVENT\r\n', '' order by session.starts_at, session.id)
  into first_instant, last_instant, events
  from public.pm_group_schedule session
  left join public.pm_group_definitions definition
    on definition.organization_id = session.organization_id and definition.id = session.group_definition_id and definition.deleted_at is null and names_groups
  left join public.pf_profiles facilitator on facilitator.id = session.facilitator_id
  left join public.pf_profiles co_facilitator on co_facilitator.id = session.co_facilitator_id
  where session.organization_id = calendar_text.organization_id
    and (session.id = session_id or session_id is null and session.starts_at between now() - interval '90 days' and now() + interval '1 year')
    and (calendar_text.group_definition_id is null or session.group_definition_id = calendar_text.group_definition_id)
    and (led_by is null or led_by in (session.facilitator_id, session.co_facilitator_id));
  return (select string_agg(private.calendar_line(line), '' order by position)
      from unnest(array['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Quorum//Quorum//EN', 'CALSCALE:GREGORIAN',
        'NAME:' || private.calendar_words(organization.name), 'X-WR-CALNAME:' || private.calendar_words(organization.name),
        'X-WR-TIMEZONE:' || organization.timezone, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']) with ordinality as listed (line, position))
    || private.calendar_timezone(organization.timezone, coalesce(first_instant, now()), coalesce(last_instant, now()))
    || coalesce(events, '')
    || private.calendar_line('END:VCALENDAR');
end
$$;
comment on function private.calendar_text(uuid, boolean, uuid, uuid, uuid) is
  'An organization''s sessions from 90 days back to a year ahead as iCalendar text; one session (of any time), one group''s, or those that a person leads, where given. The UID is the session''s id and stays, the SEQUENCE goes up. names_groups: false where the reader may not see groups. Checks no permission.';

create function private.person_has_permission(person uuid, organization_id uuid, permission text) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select exists (
    select from public.pf_memberships membership
    join public.pf_role_permissions granted on granted.role_id = membership.role_id
    join public.pf_permissions catalogue on catalogue.key = granted.permission_key and catalogue.is_active
    where membership.organization_id = person_has_permission.organization_id and membership.user_id = person
      and membership.status = 'active' and granted.permission_key = permission)
$$;
comment on function private.person_has_permission(uuid, uuid, text) is 'True if the person, as an active member, holds the permission key in the organization now.';

create function private.create_calendar_feed(organization_id uuid, scope text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  token text := translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
  feed public.pm_calendar_feeds;
begin
  if auth.uid() is null then
    perform private.refuse('PT403', 'PERMISSION_DENIED', 'A calendar link belongs to a person who is signed in.', null);
  end if;
  perform private.require_permission(organization_id, 'pm.group_schedule.view');
  insert into public.pm_calendar_feeds (organization_id, user_id, scope, token_hash)
  values (create_calendar_feed.organization_id, auth.uid(), create_calendar_feed.scope, extensions.digest(token, 'sha256'))
  on conflict on constraint pm_calendar_feeds_one_each do update set token_hash = excluded.token_hash, created_at = now()
  returning * into feed;
  return jsonb_build_object('id', feed.id, 'scope', feed.scope, 'token', token);
end
$$;
comment on function private.create_calendar_feed(uuid, text) is 'See public.pm_create_calendar_feed.';

create function public.pm_create_calendar_feed(organization_id uuid, scope text default 'mine') returns jsonb
language sql
set search_path = ''
as $$
  select private.create_calendar_feed(organization_id, scope)
$$;
comment on function public.pm_create_calendar_feed(uuid, text) is
  'Makes the caller''s secret calendar link of a scope (mine: sessions that the caller leads; all), or renews it: the link before stops at once. Returns {id, scope, token}; the token is shown only here. Needs pm.group_schedule.view. Raises PERMISSION_DENIED; 23514 pm_calendar_feeds_scope_check.';

create function private.revoke_calendar_feed(feed_id uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  delete from public.pm_calendar_feeds feed where feed.id = feed_id and feed.user_id = auth.uid();
  if not found then
    perform private.refuse('PT404', 'CALENDAR_FEED_NOT_FOUND', 'You have no such calendar link.', 'It may have been revoked already. Reload the page.');
  end if;
end
$$;
comment on function private.revoke_calendar_feed(uuid) is 'See public.pm_revoke_calendar_feed.';

create function public.pm_revoke_calendar_feed(feed_id uuid) returns void
language sql
set search_path = ''
as $$
  select private.revoke_calendar_feed(feed_id)
$$;
comment on function public.pm_revoke_calendar_feed(uuid) is 'Ends one of the caller''s calendar links at once. Returns nothing. Raises CALENDAR_FEED_NOT_FOUND.';

create function private.calendar_feed(token text) returns text
language plpgsql stable security definer
set search_path = ''
as $$
declare
  feed public.pm_calendar_feeds;
begin
  select * into feed from public.pm_calendar_feeds candidate where candidate.token_hash = extensions.digest(token, 'sha256');
  -- Read as the owner would read now: who was suspended, removed or lost the permission has no calendar any more.
  if feed.id is null or not private.person_has_permission(feed.user_id, feed.organization_id, 'pm.group_schedule.view') then
    perform private.refuse('PT404', 'CALENDAR_FEED_NOT_FOUND', 'This calendar link is not valid, or not any more.', 'Make a new link in Quorum, under Schedule.');
  end if;
  return private.calendar_text(feed.organization_id,
    private.person_has_permission(feed.user_id, feed.organization_id, 'pm.group_definitions.view'),
    led_by => case feed.scope when 'mine' then feed.user_id end);
end
$$;
comment on function private.calendar_feed(text) is 'See public.pm_calendar_feed.';

-- PostgREST's handler for any Accept header: calendar programs send */*, which a domain "text/calendar" would answer with JSON.
create domain public."*/*" as bytea;
comment on domain public."*/*" is 'Return type of functions that answer with their own Content-Type, whatever the request accepts.';

create function public.pm_calendar_feed(token text, apikey text default null) returns public."*/*"
language plpgsql stable
set search_path = ''
as $$
begin
  perform pg_catalog.set_config('response.headers',
    '[{"Content-Type": "text/calendar; charset=utf-8"}, {"Content-Disposition": "inline; filename=\"quorum.ics\""}, {"Cache-Control": "private, max-age=300"}]', true);
  return convert_to(private.calendar_feed(token), 'UTF8');
end
$$;
comment on function public.pm_calendar_feed(text, text) is
  'The calendar behind a secret link as text/calendar (RFC 5545), for anybody who has the token: GET /rest/v1/rpc/pm_calendar_feed?token=...&apikey=... with the publishable key. apikey is for the gateway and ignored here. Sessions from 90 days back to a year ahead, with group, people who lead, room and state; what the link''s owner may see now. Raises CALENDAR_FEED_NOT_FOUND.';

create function private.calendar_file(organization_id uuid, session_id uuid, group_definition_id uuid, mine boolean) returns text
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.group_schedule.view');
  if session_id is not null and not exists (
    select from public.pm_group_schedule session where session.id = session_id and session.organization_id = calendar_file.organization_id) then
    perform private.refuse('PT404', 'SESSION_NOT_FOUND', 'There is no such session in this organization.', 'Reload the calendar.');
  end if;
  if group_definition_id is not null and not exists (
    select from public.pm_group_definitions definition
    where definition.id = group_definition_id and definition.organization_id = calendar_file.organization_id and definition.deleted_at is null) then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'It may have been deleted. Reload the page.');
  end if;
  return private.calendar_text(organization_id, private.has_permission(organization_id, 'pm.group_definitions.view'),
    session_id, group_definition_id, case when mine then auth.uid() end);
end
$$;
comment on function private.calendar_file(uuid, uuid, uuid, boolean) is 'See public.pm_calendar_file.';

create function public.pm_calendar_file(
  organization_id uuid, session_id uuid default null, group_definition_id uuid default null, mine boolean default false
) returns text
language sql stable
set search_path = ''
as $$
  select private.calendar_file(organization_id, session_id, group_definition_id, mine)
$$;
comment on function public.pm_calendar_file(uuid, uuid, uuid, boolean) is
  'iCalendar text (RFC 5545) to download: one session, a group''s, those that the caller leads (mine), or all; from 90 days back to a year ahead, but for a single session. Needs pm.group_schedule.view. Raises PERMISSION_DENIED, SESSION_NOT_FOUND, GROUP_NOT_FOUND.';

-- The one door of the engine for people without a sign-in.
grant usage on schema private to anon;
grant execute on function private.calendar_feed(text), public.pm_calendar_feed(text, text) to anon, authenticated, service_role;
grant execute on function
  private.create_calendar_feed(uuid, text), private.revoke_calendar_feed(uuid), private.calendar_file(uuid, uuid, uuid, boolean),
  public.pm_create_calendar_feed(uuid, text), public.pm_revoke_calendar_feed(uuid), public.pm_calendar_file(uuid, uuid, uuid, boolean)
  to authenticated, service_role;

-- The secret key changes members too; the trigger that checks them calls this as the client's role.
grant execute on function private.role_exceeds_caller(uuid, uuid) to service_role;
