-- Who changed a patient's record, and who opened it.

create trigger _800_audit after insert or update or delete on public.pm_patients for each row execute function private.tg__audit();

create function private.open_patient(patient_id uuid) returns public.pm_patients
language plpgsql security definer
set search_path = ''
as $$
declare
  patient public.pm_patients;
begin
  select * into patient from public.pm_patients opened where opened.id = patient_id and opened.deleted_at is null;
  if patient.id is null or not private.can_see_organization(patient.organization_id) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Search again.');
  end if;
  perform private.require_permission(patient.organization_id, 'pm.patients.view');
  -- A page that is loaded anew is not another look; two tabs at the same moment are one.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('open:' || patient.id || coalesce(auth.uid()::text, ''), 0));
  if not exists (
    select from public.pf_audit_log entry
    where entry.organization_id = patient.organization_id and entry.target ->> 'id' = patient_id::text and entry.action = 'open'
      and entry.performed_by is not distinct from auth.uid() and entry.created_at > now() - interval '5 minutes'
  ) then
    insert into public.pf_audit_log (organization_id, action, performed_by, target_table, target, changes)
    values (patient.organization_id, 'open', auth.uid(), 'pm_patients', jsonb_build_object('id', patient.id), '{}');
  end if;
  return patient;
end
$$;
comment on function private.open_patient(uuid) is 'See public.pm_open_patient.';

create function public.pm_open_patient(patient_id uuid) returns public.pm_patients
language sql
set search_path = ''
as $$
  select private.open_patient(patient_id)
$$;
comment on function public.pm_open_patient(uuid) is
  'The patient''s record, for somebody who looks at it: that is written to pf_audit_log (action open), once in five minutes per person and patient. Lists and searches are not written down. Needs pm.patients.view. Returns the patient. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function private.open_patient(uuid), public.pm_open_patient(uuid) to authenticated, service_role;
