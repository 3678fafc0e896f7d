-- Groups: what is offered, by whom, where, and how many seats it has.

create table public.pm_group_definitions (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  group_code text,
  name text not null,
  description text,
  group_type text not null,
  facilitator_id uuid,
  co_facilitator_id uuid,
  location text,
  max_capacity integer not null default 20,
  min_capacity integer,
  duration_minutes integer,
  recurrence_rule text,
  time_period text,
  start_date date,
  end_date date,
  status text not null default 'active',
  session_creation_permission text not null default 'all_members',
  session_approval_required boolean not null default false,
  advance_notice_hours integer not null default 0,
  allowed_time_slots jsonb not null default '[]',
  custom_fields jsonb not null default '{}',
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

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

alter table public.pm_group_definitions
  add constraint pm_group_definitions_pkey primary key (id),
  add constraint pm_group_definitions_organization_id_id_key unique (organization_id, id),
  add constraint pm_group_definitions_organization_id_group_code_key unique (organization_id, group_code),
  add constraint pm_group_definitions_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id),
  add constraint pm_group_definitions_facilitator_fkey foreign key (organization_id, facilitator_id)
    references public.pf_memberships (organization_id, user_id) on delete set null (facilitator_id),
  add constraint pm_group_definitions_co_facilitator_fkey foreign key (organization_id, co_facilitator_id)
    references public.pf_memberships (organization_id, user_id) on delete set null (co_facilitator_id),
  add constraint pm_group_definitions_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_group_definitions_name_length check (char_length(name) between 1 and 100 and btrim(name) <> ''),
  add constraint pm_group_definitions_description_length check (char_length(description) <= 500),
  add constraint pm_group_definitions_group_type_check check (
    group_type in ('therapy', 'psychoeducation', 'skills_training', 'support', 'iop', 'php', 'other')),
  add constraint pm_group_definitions_facilitators_differ check (co_facilitator_id <> facilitator_id),
  add constraint pm_group_definitions_location_length check (char_length(location) <= 100 and btrim(location) <> ''),
  add constraint pm_group_definitions_max_capacity_range check (max_capacity between 1 and 100),
  add constraint pm_group_definitions_min_capacity_range check (min_capacity >= 1 and min_capacity <= max_capacity),
  add constraint pm_group_definitions_duration_minutes_range check (duration_minutes between 5 and 720),
  add constraint pm_group_definitions_recurrence_rule_length check (char_length(recurrence_rule) <= 1000),
  add constraint pm_group_definitions_time_period_check check (time_period in ('AM', 'PM')),
  add constraint pm_group_definitions_start_date_range check (start_date between '1990-01-01' and '2199-12-31'),
  add constraint pm_group_definitions_end_date_range check (end_date > start_date and end_date <= '2199-12-31'),
  add constraint pm_group_definitions_status_check check (status in ('active', 'inactive', 'completed')),
  add constraint pm_group_definitions_session_creation_permission_check check (
    session_creation_permission in ('owner', 'admin', 'all_members')),
  add constraint pm_group_definitions_advance_notice_hours_range check (advance_notice_hours between 0 and 8760),
  add constraint pm_group_definitions_allowed_time_slots_array check (
    jsonb_typeof(allowed_time_slots) = 'array' and pg_column_size(allowed_time_slots) < 16384),
  add constraint pm_group_definitions_allowed_time_slots_form check (private.are_time_slots(allowed_time_slots)),
  add constraint pm_group_definitions_custom_fields_object check (
    jsonb_typeof(custom_fields) = 'object' and pg_column_size(custom_fields) < 65536);

create index pm_group_definitions_facilitator_idx on public.pm_group_definitions (organization_id, facilitator_id);
create index pm_group_definitions_co_facilitator_idx on public.pm_group_definitions (organization_id, co_facilitator_id);
create index pm_group_definitions_created_by_idx on public.pm_group_definitions (created_by);

alter table public.pm_group_definitions enable row level security;
alter table public.pm_group_definitions force row level security;

create policy select_viewers on public.pm_group_definitions for select to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.group_definitions.view'))));
create policy insert_creators on public.pm_group_definitions for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.group_definitions.create'))));
create policy update_editors on public.pm_group_definitions for update to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.group_definitions.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.group_definitions.edit'))));

-- delete is not granted: pm_delete_group_definition soft-deletes.
grant select on public.pm_group_definitions to authenticated;
grant insert (organization_id, name, description, group_type, facilitator_id, co_facilitator_id, location, max_capacity, min_capacity,
  duration_minutes, recurrence_rule, time_period, start_date, end_date, status, session_creation_permission,
  session_approval_required, advance_notice_hours, allowed_time_slots, custom_fields) on public.pm_group_definitions to authenticated;
grant update (name, description, group_type, facilitator_id, co_facilitator_id, location, max_capacity, min_capacity,
  duration_minutes, recurrence_rule, time_period, start_date, end_date, status, session_creation_permission,
  session_approval_required, advance_notice_hours, allowed_time_slots, custom_fields) on public.pm_group_definitions to authenticated;
grant all on public.pm_group_definitions to service_role;

comment on table public.pm_group_definitions is 'Groups (PM-04). Soft-deleted: hidden from the API while deleted_at is set; session occurrences stay.';
comment on column public.pm_group_definitions.group_code is
  'YYMMDD of the start date, AM or PM, first two letters or digits and the last of the name, upper case; -2, -3 ... on a conflict. Given once start date and period are known, then kept, since it is printed and filed.';
comment on column public.pm_group_definitions.facilitator_id is 'A member of the same organization.';
comment on column public.pm_group_definitions.max_capacity is 'Seats. Lowering it disenrolls nobody; raising it promotes from the waitlist.';
comment on column public.pm_group_definitions.min_capacity is 'Patients needed to hold a session; null for no minimum.';
comment on column public.pm_group_definitions.recurrence_rule is 'RRULE of RFC 5545, in the organization''s time zone.';
comment on column public.pm_group_definitions.session_creation_permission is
  'Who may create sessions: owner (the group''s facilitators), admin (who may edit the group), all_members (who may create sessions). The permission pm.group_schedule.create is needed in any case.';
comment on column public.pm_group_definitions.session_approval_required is 'True: a new or moved session waits for somebody who may edit the group and does not lead the session.';
comment on column public.pm_group_definitions.advance_notice_hours is 'How long before its start a session is put on the calendar at the latest, in hours; instant sessions are exempt.';
comment on column public.pm_group_definitions.allowed_time_slots is '[{days: [1..7, Monday = 1], start: ''08:00'', end: ''12:00''}]; empty for any time.';
comment on policy select_viewers on public.pm_group_definitions is 'Groups: pm.group_definitions.view; deleted ones are hidden.';
comment on policy insert_creators on public.pm_group_definitions is 'Creating groups: pm.group_definitions.create.';
comment on policy update_editors on public.pm_group_definitions is 'Editing groups: pm.group_definitions.edit.';

create function private.group_code_stem(name text, time_period text, start_date date) returns text
language sql immutable
set search_path = ''
as $$
  select to_char(start_date, 'YYMMDD') || time_period || upper(
    case when spelled = '' then 'GR' else left(spelled, 2) || right(spelled, 1) end)
  from (select regexp_replace(name, '[^[:alnum:]]', '', 'g') as spelled) letters
$$;
comment on function private.group_code_stem(text, text, date) is
  'The group code before a suffix: "Group 1" on 2026-03-01 AM -> 260301AMGR1. Spaces and signs of the name are skipped; a name without letters and digits counts as GR.';

create function private.tg_pm_group_definitions__check() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  stem text;
  suffix integer := 1;
begin
  new.name := btrim(new.name);
  new.location := nullif(btrim(new.location), '');
  new.description := nullif(btrim(new.description), '');
  new.recurrence_rule := nullif(btrim(new.recurrence_rule), '');
  if new.time_period not in ('AM', 'PM') then
    perform private.refuse('PT400', 'INVALID_TIME_PERIOD',
      format('The time period is AM or PM, not %s.', quote_literal(left(new.time_period, 20))), 'Choose AM or PM, or leave it empty.');
  end if;
  if new.end_date is not null and (new.start_date is null or new.end_date <= new.start_date) then
    perform private.refuse('PT400', 'INVALID_DATE_RANGE',
      case when new.start_date is null then format('The group ends on %s but has no start date.', new.end_date)
      else format('The end date %s is not after the start date %s.', new.end_date, new.start_date) end,
      'Choose an end date after the start date.');
  end if;
  if new.group_code is null and new.start_date is not null and new.time_period is not null then
    stem := private.group_code_stem(new.name, new.time_period, new.start_date);
    -- Two groups of the same stem at once: the second waits, then sees the first one's code. One lock an organization,
    -- not a stem, so that two inserts of several groups cannot wait for each other.
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('group_code:' || new.organization_id, 0));
    new.group_code := stem;
    while exists (select from public.pm_group_definitions other
                  where other.organization_id = new.organization_id and other.group_code = new.group_code) loop
      suffix := suffix + 1;
      new.group_code := stem || '-' || suffix;
    end loop;
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_definitions__check() is
  'Trims text, gives the group code, and raises INVALID_TIME_PERIOD and INVALID_DATE_RANGE with a sentence before the check constraints would refuse without one.';
create trigger _100_check before insert or update on public.pm_group_definitions
  for each row execute function private.tg_pm_group_definitions__check();
create trigger _900_touch before update on public.pm_group_definitions for each row execute function private.tg__touch();
