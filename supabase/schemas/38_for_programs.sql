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
