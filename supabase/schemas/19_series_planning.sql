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
  'What pm_schedule_series with the same arguments would make, and what stands in its way: one row a date of session_dates (planned_on), where and when it would be, and conflicts [{kind, resource, resource_id, session_id, group_name, starts_at, ends_at, detail}], [] where all is free. kind: person, location, series (an earlier one of this series is in the way), closed_day, clock_change (the hour that daylight saving skips), advance_notice and time_slot (the group''s session policy). In order of time. Needs pm.group_schedule.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_DATE_RANGE.';

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

create function private.schedule_if_free(plan public.pm_group_schedule, on_closed_day boolean) returns jsonb
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
  answer jsonb;
  made uuid[] := '{}';
  skipped jsonb := '[]';
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
    plan.session_type := 'recurring';
    plan.series_id := series.id;
    plan.notes := schedule_series.notes;
    answer := private.schedule_if_free(plan, plan.id = any (open_on_closed_days));
    if answer ? 'error' then
      skipped := skipped || (answer - 'start_time');
    else
      made := made || (answer ->> 'session_id')::uuid;
    end if;
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
  'Schedules a session on each of session_dates (1 to 500, each once; wall clock of the organization), all or nothing, or with skip_conflicts without those that conflict. recurrence_rule: the RRULE behind the dates, or null. changes: single dates that differ, [{session_date, moved_to, start_time, end_time, facilitator_id, co_facilitator_id, location, conflict_override, on_closed_day}], session_date being one of session_dates, what is left out as in the series; a closed day of the clinic is a conflict unless on_closed_day is true. facilitator_id, co_facilitator_id, location: null for the group''s. series_id: a series of the group to extend, null for a new one; an extension takes over the rule, if one is given, and the series goes on. Returns {series_id, created: [sessions], skipped: [{session_date, error, detail}]}; series_id is null if nothing was made. Needs pm.group_schedule.create, for conflict_override also .edit. Raises GROUP_NOT_FOUND, GROUP_NOT_ACTIVE, PERMISSION_DENIED, INVALID_INPUT, INVALID_RECURRENCE_RULE, INVALID_DATE_RANGE, SCHEDULE_CONFLICT, CLOSED_DAY, SERIES_NOT_FOUND, SESSION_CREATION_NOT_ALLOWED, ADVANCE_NOTICE_REQUIRED, TIME_SLOT_NOT_ALLOWED.';

grant execute on function
  private.preview_series(uuid, date[], time, time, jsonb, uuid, uuid, text),
  private.schedule_series(uuid, text, date[], time, time, boolean, jsonb, uuid, uuid, text, text, uuid),
  public.pm_preview_series(uuid, date[], time, time, jsonb, uuid, uuid, text),
  public.pm_schedule_series(uuid, text, date[], time, time, boolean, jsonb, uuid, uuid, text, text, uuid)
  to authenticated, service_role;
