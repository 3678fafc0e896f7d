-- Every change of a group, its sessions and its seats, for people to read.

create table public.pm_group_activity_log (
  id bigint generated always as identity,
  organization_id uuid not null,
  group_definition_id uuid not null,
  patient_id uuid,
  action text not null,
  performed_by uuid,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp()
);

-- performed_by has no foreign key: the log must neither lose a name nor stand in the way when an account is erased.
alter table public.pm_group_activity_log
  add constraint pm_group_activity_log_pkey primary key (id),
  add constraint pm_group_activity_log_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pm_group_activity_log_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id);

create index pm_group_activity_log_group_idx on public.pm_group_activity_log (organization_id, group_definition_id, id desc);
create index pm_group_activity_log_performed_by_idx on public.pm_group_activity_log (organization_id, performed_by, id desc);
create index pm_group_activity_log_created_at_idx on public.pm_group_activity_log (organization_id, created_at desc);
create index pm_group_activity_log_patient_idx on public.pm_group_activity_log (organization_id, patient_id, id desc);

alter table public.pm_group_activity_log enable row level security;
alter table public.pm_group_activity_log force row level security;

create policy select_viewers on public.pm_group_activity_log for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_enrollments.view'))));

grant select on public.pm_group_activity_log to authenticated, service_role;

comment on table public.pm_group_activity_log is 'What happened to a group, its sessions and its seats. Append-only, for the table''s owner too.';
comment on column public.pm_group_activity_log.performed_by is 'auth.users.id of the person; null when the system or an administrator in the database did it.';
comment on column public.pm_group_activity_log.metadata is 'Ids, figures and reasons; for a promotion also its cause.';
comment on policy select_viewers on public.pm_group_activity_log is 'The log names patients: pm.group_enrollments.view.';

create trigger _100_append_only before update or delete on public.pm_group_activity_log
  for each row execute function private.tg__append_only();
create trigger _100_append_only_truncate before truncate on public.pm_group_activity_log
  for each statement execute function private.tg__append_only();

create function private.log_activity(organization_id uuid, group_definition_id uuid, patient_id uuid, action text, metadata jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.pm_group_activity_log (organization_id, group_definition_id, patient_id, action, performed_by, metadata)
  values (organization_id, group_definition_id, patient_id, action, auth.uid(),
    -- Facts that do not apply are left out; a column that was emptied keeps its null inside changes.
    coalesce((select jsonb_object_agg(fact.key, fact.value) from jsonb_each(metadata) fact where fact.value <> 'null'), '{}'));
end
$$;
comment on function private.log_activity(uuid, uuid, uuid, text, jsonb) is 'Adds an entry in the caller''s transaction. patient_id: null where no patient is concerned.';

create function private.tg_pm_group_definitions__log() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  changes jsonb := private.changes(case tg_op when 'UPDATE' then to_jsonb(old) else '{}' end, to_jsonb(new));
  action text := case
    when tg_op = 'INSERT' then 'group_created'
    when old.deleted_at is null and new.deleted_at is not null then 'group_deleted'
    when old.deleted_at is not null and new.deleted_at is null then 'group_restored'
    else 'group_updated' end;
begin
  if changes <> '{}' then
    perform private.log_activity(new.organization_id, new.id, null, action,
      case action when 'group_created' then jsonb_build_object('name', new.name, 'group_code', new.group_code,
        'cloned_from', nullif(current_setting('quorum.cloned_from', true), ''))
      else jsonb_build_object('changes', changes) end);
  end if;
  return null;
end
$$;
comment on function private.tg_pm_group_definitions__log() is 'Writes the activity log for a group: group_created, group_updated, group_deleted, group_restored.';
create trigger _800_log after insert or update on public.pm_group_definitions
  for each row execute function private.tg_pm_group_definitions__log();
