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
