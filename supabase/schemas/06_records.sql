-- What happened: domain events for other programs, and the audit log of who changed whose rights.

create table public.pf_domain_events (
  id bigint generated always as identity,
  organization_id uuid not null,
  event_type text not null,
  payload jsonb not null,
  occurred_at timestamptz not null default clock_timestamp()
);
create table public.pf_audit_log (
  id bigint generated always as identity,
  organization_id uuid not null,
  action text not null,
  performed_by uuid,
  target_table text not null,
  target jsonb not null,
  changes jsonb not null,
  created_at timestamptz not null default clock_timestamp()
);

alter table public.pf_domain_events
  add constraint pf_domain_events_pkey primary key (id),
  add constraint pf_domain_events_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id);
-- No foreign key to the performer: the log must neither lose a name nor stand in the way when a person's account is erased.
alter table public.pf_audit_log
  add constraint pf_audit_log_pkey primary key (id),
  add constraint pf_audit_log_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id);

create index pf_domain_events_organization_id_idx on public.pf_domain_events (organization_id, id);
create index pf_audit_log_organization_id_idx on public.pf_audit_log (organization_id, created_at desc);
create index pf_audit_log_performed_by_idx on public.pf_audit_log (organization_id, performed_by, id desc);
create index pf_audit_log_target_idx on public.pf_audit_log (organization_id, (target ->> 'id'), id desc);

alter table public.pf_domain_events enable row level security;
alter table public.pf_domain_events force row level security;
alter table public.pf_audit_log enable row level security;
alter table public.pf_audit_log force row level security;

create policy select_auditors on public.pf_domain_events for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.audit_log.view'))));
create policy select_auditors on public.pf_audit_log for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.audit_log.view')))
    -- Patients' data stays with those who may see patients.
    and (target_table <> 'pm_patients' or organization_id = any (array(select private.organizations_with('pm.patients.view')))));

grant select on public.pf_domain_events, public.pf_audit_log to authenticated, service_role;

comment on table public.pf_domain_events is 'The outbox: events for other programs, written in the transaction that causes them. Within an organization ids are in the order of the commits; a consumer keeps the last id that it has dealt with and asks for greater ones, so each sees every event, in order, at least once.';
comment on column public.pf_domain_events.payload is 'Ids and dates only, as PM-04 lists them; never a patient''s name.';
comment on table public.pf_audit_log is 'Who changed roles, permissions, members, invitations, settings and patients'' records, and who opened such a record (action open). Append-only.';
comment on column public.pf_audit_log.performed_by is 'auth.users.id of the person; null when the system or an administrator in the database did it.';
comment on column public.pf_audit_log.changes is '{column: {from, to}}';
comment on policy select_auditors on public.pf_domain_events is 'Events: pf.audit_log.view (and the secret key, for integrations).';
comment on policy select_auditors on public.pf_audit_log is 'The audit log: pf.audit_log.view; entries about patients also pm.patients.view.';

create trigger _100_append_only before update or delete on public.pf_audit_log
  for each row execute function private.tg__append_only();
create trigger _100_append_only_truncate before truncate on public.pf_audit_log
  for each statement execute function private.tg__append_only();

create function private.tg__audit() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  -- Secrets and noise never enter the log.
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - array['token_hash', 'created_at', 'updated_at', 'search_text'] end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - array['token_hash', 'created_at', 'updated_at', 'search_text'] end;
  organization_id uuid := coalesce(after_row, before_row) ->> case tg_table_name when 'pf_organizations' then 'id' else 'organization_id' end;
  changes jsonb := case tg_op
    when 'DELETE' then (select jsonb_object_agg(gone.key, jsonb_build_object('from', gone.value, 'to', null)) from jsonb_each(before_row) gone)
    else private.changes(coalesce(before_row, '{}'), after_row) end;
begin
  -- Permissions that go with their role were not taken by anybody.
  if tg_table_name = 'pf_role_permissions' and tg_op = 'DELETE' and not exists (
    select from public.pf_roles role where role.id = (before_row ->> 'role_id')::uuid) then
    return null;
  end if;
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
comment on function private.tg__audit() is 'Writes pf_audit_log for a change of an organization, role, role permission, membership, invitation, closed day or patient.';

create trigger _800_audit after update on public.pf_organizations for each row execute function private.tg__audit();
create trigger _800_audit after insert or update or delete on public.pf_roles for each row execute function private.tg__audit();
create trigger _800_audit after insert or delete on public.pf_role_permissions for each row execute function private.tg__audit();
create trigger _800_audit after insert or update or delete on public.pf_memberships for each row execute function private.tg__audit();
create trigger _800_audit after insert or update or delete on public.pf_invitations for each row execute function private.tg__audit();

create function private.emit_event(organization_id uuid, event_type text, payload jsonb) returns void
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
