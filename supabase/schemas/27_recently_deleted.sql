-- What was deleted and can be restored: groups, enrollments and patients in one list.

create function private.recently_deleted(organization_id uuid) returns table (
  kind text, id uuid, name text, group_definition_id uuid, patient_id uuid, deleted_at timestamptz, deleted_by uuid
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  sees_groups boolean := private.has_permission(organization_id, 'pm.group_definitions.delete');
  sees_enrollments boolean := private.has_permission(organization_id, 'pm.group_enrollments.delete');
  sees_patients boolean := private.has_permission(organization_id, 'pm.patients.delete');
  names_patients boolean := private.has_permission(organization_id, 'pm.patients.view');
begin
  if not (sees_groups or sees_enrollments or sees_patients) then
    perform private.require_permission(organization_id, 'pm.group_definitions.delete');
  end if;
  return query
    select listed.* from (
      select 'group', definition.id, definition.name, definition.id, null::uuid, definition.deleted_at, (
        select entry.performed_by from public.pm_group_activity_log entry
        where entry.organization_id = definition.organization_id and entry.group_definition_id = definition.id and entry.action = 'group_deleted'
        order by entry.id desc limit 1)
      from public.pm_group_definitions definition
      where sees_groups and definition.organization_id = recently_deleted.organization_id and definition.deleted_at is not null
      union all
      select 'enrollment', enrollment.id,
        format('%s in "%s"', case when names_patients then concat_ws(' ', patient.first_name, patient.last_name) else 'A patient' end, definition.name),
        enrollment.group_definition_id, enrollment.patient_id, enrollment.deleted_at, (
        select entry.performed_by from public.pm_group_activity_log entry
        where entry.organization_id = enrollment.organization_id and entry.group_definition_id = enrollment.group_definition_id
          and entry.patient_id = enrollment.patient_id and entry.action = 'enrollment_deleted' and entry.metadata ->> 'enrollment_id' = enrollment.id::text
        order by entry.id desc limit 1)
      from public.pm_group_enrollments enrollment
      join public.pm_group_definitions definition on definition.id = enrollment.group_definition_id
      join public.pm_patients patient on patient.id = enrollment.patient_id
      where sees_enrollments and enrollment.organization_id = recently_deleted.organization_id and enrollment.deleted_at is not null
      union all
      select 'patient', patient.id, case when names_patients then concat_ws(' ', patient.first_name, patient.last_name) else 'A patient' end, null, patient.id, patient.deleted_at, (
        select entry.performed_by from public.pf_audit_log entry
        where entry.organization_id = patient.organization_id and entry.target ->> 'id' = patient.id::text
          and entry.target_table = 'pm_patients' and entry.changes ? 'deleted_at'
        order by entry.id desc limit 1)
      from public.pm_patients patient
      where sees_patients and patient.organization_id = recently_deleted.organization_id and patient.deleted_at is not null
    ) listed (kind, id, name, group_definition_id, patient_id, deleted_at, deleted_by)
    order by listed.deleted_at desc, listed.id
    limit 500;
end
$$;
comment on function private.recently_deleted(uuid) is 'See public.pm_recently_deleted.';

create function public.pm_recently_deleted(organization_id uuid) returns table (
  kind text, id uuid, name text, group_definition_id uuid, patient_id uuid, deleted_at timestamptz, deleted_by uuid
)
language sql stable
set search_path = ''
as $$
  select * from private.recently_deleted(organization_id)
$$;
comment on function public.pm_recently_deleted(uuid) is
  'What can be restored, latest first, at most 500: kind group, enrollment or patient, by whom it was deleted (null: unknown). Each kind for who holds its .delete: pm.group_definitions, pm.group_enrollments, pm.patients. Restore with pm_restore_group_definition, pm_restore_enrollment, pm_restore_patient. Raises PERMISSION_DENIED for who holds none.';

-- Deleted rows are few among many.
create index pm_group_definitions_deleted_idx on public.pm_group_definitions (organization_id, deleted_at) where deleted_at is not null;
create index pm_group_enrollments_deleted_idx on public.pm_group_enrollments (organization_id, deleted_at) where deleted_at is not null;
create index pm_patients_deleted_idx on public.pm_patients (organization_id, deleted_at) where deleted_at is not null;

grant execute on function private.recently_deleted(uuid), public.pm_recently_deleted(uuid) to authenticated, service_role;
