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
