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
