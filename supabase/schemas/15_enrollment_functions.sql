-- What front desks do with seats, as functions: each checks the caller's permission, then lets the triggers decide.

create function private.require_group(group_definition_id uuid, permission text) returns public.pm_group_definitions
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
begin
  select * into definition from public.pm_group_definitions candidate
  where candidate.id = group_definition_id and candidate.deleted_at is null;
  if definition.id is not null and private.has_permission(definition.organization_id, permission) then
    return definition;
  end if;
  if definition.id is null or not private.can_see_organization(definition.organization_id) then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in your organizations.', 'It may have been deleted. Reload the page.');
  end if;
  perform private.require_permission(definition.organization_id, permission);
  return definition;
end
$$;
comment on function private.require_group(uuid, text) is 'The group, if the caller may use the permission on it. Raises GROUP_NOT_FOUND (also for deleted groups and other tenants'') and PERMISSION_DENIED.';

create function private.require_enrollment(enrollment_id uuid, permission text, deleted boolean default false) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
begin
  select * into enrollment from public.pm_group_enrollments candidate where candidate.id = enrollment_id;
  if enrollment.id is null or not private.can_see_organization(enrollment.organization_id) then
    perform private.refuse('PT404', 'ENROLLMENT_NOT_FOUND', 'There is no such enrollment in your organizations.', 'It may have been deleted. Reload the page.');
  end if;
  perform private.require_permission(enrollment.organization_id, permission);
  perform private.lock_organizations('enrollments');
  perform private.lock_group(enrollment.organization_id, enrollment.group_definition_id);
  -- Again, in a statement after the locks: somebody may have changed it while we waited.
  select * into enrollment from public.pm_group_enrollments candidate where candidate.id = enrollment_id;
  if (enrollment.deleted_at is not null) <> deleted then
    perform private.refuse('PT404', 'ENROLLMENT_NOT_FOUND',
      case when deleted then 'This enrollment is not deleted.' else 'This enrollment was deleted.' end, 'Reload the page.');
  end if;
  return enrollment;
end
$$;
comment on function private.require_enrollment(uuid, text, boolean) is
  'The enrollment with its group locked, if the caller may use the permission on it. deleted: whether a soft-deleted one is wanted. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED.';

create function private.reason_words(reason text) returns text
language plpgsql immutable
set search_path = ''
as $$
begin
  if char_length(btrim(reason)) > 500 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('The reason has %s characters; 500 are the most.', char_length(btrim(reason))), 'Say it shorter.');
  end if;
  return nullif(btrim(reason), '');
end
$$;
comment on function private.reason_words(text) is 'A reason for the log, trimmed; null for none. Raises INVALID_INPUT beyond 500 characters.';

create function private.enroll_patient(
  group_definition_id uuid, patient_id uuid, on_full text, starts_on date default null, transferred_from_id uuid default null
) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  enrollment public.pm_group_enrollments;
begin
  definition := private.require_group(group_definition_id, 'pm.group_enrollments.create');
  if on_full is null or on_full not in ('waitlist', 'reject') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'on_full is ''waitlist'' or ''reject''.', null);
  end if;
  perform set_config('quorum.on_full', on_full, true);
  insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id, starts_on, transferred_from_id)
  values (definition.organization_id, definition.id, enroll_patient.patient_id, coalesce(enroll_patient.starts_on, '-infinity'),
    enroll_patient.transferred_from_id)
  returning * into enrollment;
  perform set_config('quorum.on_full', '', true);
  return enrollment;
end
$$;
comment on function private.enroll_patient(uuid, uuid, text, date, uuid) is 'See public.pm_enroll_patient. transferred_from_id: the enrollment that this one continues, or null.';

create function public.pm_enroll_patient(group_definition_id uuid, patient_id uuid, on_full text default 'waitlist', starts_on date default null)
returns public.pm_group_enrollments
language plpgsql
set search_path = ''
as $$
begin
  return private.enroll_patient(group_definition_id, patient_id, on_full, starts_on);
end
$$;
comment on function public.pm_enroll_patient(uuid, uuid, text, date) is
  'Enrolls a patient, or puts the patient on the waitlist when the group is full (on_full ''reject'': refuses then). starts_on: first day on the rosters, null for the organization''s today. Needs pm.group_enrollments.create. Returns the enrollment. Raises GROUP_NOT_FOUND, PATIENT_NOT_FOUND, PERMISSION_DENIED, GROUP_NOT_ACTIVE, PATIENT_ALREADY_ENROLLED, GROUP_AT_CAPACITY, INVALID_INPUT.';

create function private.bulk_enroll_patients(group_definition_id uuid, patient_ids uuid[], on_full text, starts_on date) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  wanted uuid;
  enrollment public.pm_group_enrollments;
  results jsonb := '[]';
  words text;
begin
  definition := private.require_group(group_definition_id, 'pm.group_enrollments.create');
  if coalesce(cardinality(patient_ids), 0) not between 1 and 100 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('1 to 100 patients at a time, not %s.', coalesce(cardinality(patient_ids), 0)),
      'Enroll them in several steps.');
  end if;
  -- Once for all, so that nobody else takes a seat between two of them; the patients first, as everywhere.
  perform from public.pm_patients patient
  where patient.id = any (patient_ids) and patient.organization_id = definition.organization_id for key share;
  perform private.lock_group(definition.organization_id, definition.id);
  foreach wanted in array patient_ids loop
    begin
      enrollment := private.enroll_patient(group_definition_id, wanted, on_full, starts_on);
      results := results || jsonb_build_object('patient_id', wanted, 'status', enrollment.status,
        'waitlist_position', enrollment.waitlist_position, 'error', null, 'detail', null, 'enrollment_id', enrollment.id);
    exception when sqlstate 'PT404' or sqlstate 'PT409' then
      get stacked diagnostics words = pg_exception_detail;
      results := results || jsonb_build_object('patient_id', wanted, 'status', 'failed', 'waitlist_position', null, 'error', sqlerrm,
        'detail', words, 'enrollment_id', null);
    end;
  end loop;
  return jsonb_build_object(
    'assigned', (select count(*) from jsonb_array_elements(results) result where result ->> 'status' = 'enrolled'),
    'waitlisted', (select count(*) from jsonb_array_elements(results) result where result ->> 'status' = 'waitlisted'),
    'failed', (select count(*) from jsonb_array_elements(results) result where result ->> 'status' = 'failed'),
    'results', results);
end
$$;
comment on function private.bulk_enroll_patients(uuid, uuid[], text, date) is 'See public.pm_bulk_enroll_patients.';

create function public.pm_bulk_enroll_patients(
  group_definition_id uuid, patient_ids uuid[], on_full text default 'waitlist', starts_on date default null
) returns jsonb
language sql
set search_path = ''
as $$
  select private.bulk_enroll_patients(group_definition_id, patient_ids, on_full, starts_on)
$$;
comment on function public.pm_bulk_enroll_patients(uuid, uuid[], text, date) is
  'Enrolls 1 to 100 patients in the given order; one failure does not undo the others. starts_on: first day on the rosters, null for the organization''s today. Needs pm.group_enrollments.create. Returns {assigned, waitlisted, failed, results: [{patient_id, status: enrolled | waitlisted | failed, waitlist_position, error: code or null, detail: words or null, enrollment_id}]}. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT.';

create function private.disenroll_patient(enrollment_id uuid, reason text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
  promoted public.pm_group_enrollments;
begin
  perform private.require_enrollment(enrollment_id, 'pm.group_enrollments.edit');
  perform set_config('quorum.promoted_enrollment', '', true);
  update public.pm_group_enrollments seat set status = 'disenrolled', disenroll_reason = reason
  where seat.id = enrollment_id and seat.status <> 'disenrolled' returning * into enrollment;
  if enrollment.id is null then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'The patient is disenrolled already.', 'Reload the page.');
  end if;
  select * into promoted from public.pm_group_enrollments seat
  where seat.id = nullif(current_setting('quorum.promoted_enrollment', true), '')::uuid;
  return jsonb_build_object('disenrolled', to_jsonb(enrollment),
    'promoted', case when promoted.id is null then null else to_jsonb(promoted) end);
end
$$;
comment on function private.disenroll_patient(uuid, text) is 'See public.pm_disenroll_patient.';

create function public.pm_disenroll_patient(enrollment_id uuid, reason text default null) returns jsonb
language sql
set search_path = ''
as $$
  select private.disenroll_patient(enrollment_id, reason)
$$;
comment on function public.pm_disenroll_patient(uuid, text) is
  'Takes a patient off the roster or the waitlist; a freed seat goes to the lowest place waiting. Needs pm.group_enrollments.edit. Returns {disenrolled: row, promoted: row or null}. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';

create function private.promote_enrollment(enrollment_id uuid, reason text) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
begin
  enrollment := private.require_enrollment(enrollment_id, 'pm.group_enrollments.edit');
  if enrollment.status <> 'waitlisted' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('The patient is %s, not waiting.', enrollment.status), 'Reload the page.');
  end if;
  perform set_config('quorum.promotion_cause',
    jsonb_strip_nulls(jsonb_build_object('rule', 'by_hand', 'reason', private.reason_words(promote_enrollment.reason)))::text, true);
  update public.pm_group_enrollments seat set status = 'enrolled' where seat.id = enrollment_id returning * into enrollment;
  perform set_config('quorum.promotion_cause', '', true);
  return enrollment;
end
$$;
comment on function private.promote_enrollment(uuid, text) is 'See public.pm_promote_enrollment.';

create function public.pm_promote_enrollment(enrollment_id uuid, reason text default null) returns public.pm_group_enrollments
language sql
set search_path = ''
as $$
  select private.promote_enrollment(enrollment_id, reason)
$$;
comment on function public.pm_promote_enrollment(uuid, text) is
  'Gives a free seat to somebody who waits, out of turn if need be, held back or not. reason: for the log, at most 500 characters, or null. Needs pm.group_enrollments.edit. Returns the enrollment. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION, GROUP_AT_CAPACITY, GROUP_NOT_ACTIVE, INVALID_INPUT.';

create function private.move_on_waitlist(enrollment_id uuid, rank integer, reason text) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
  waiting uuid[];
  positions integer[];
  old_rank integer;
begin
  enrollment := private.require_enrollment(enrollment_id, 'pm.group_enrollments.edit');
  if enrollment.status <> 'waitlisted' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('The patient is %s, not waiting.', enrollment.status), 'Reload the page.');
  end if;
  select array_agg(queued.id order by queued.waitlist_position), array_agg(queued.waitlist_position order by queued.waitlist_position)
  into waiting, positions
  from public.pm_group_enrollments queued
  where queued.group_definition_id = enrollment.group_definition_id and queued.status = 'waitlisted' and queued.deleted_at is null;
  if rank is null or rank not between 1 and cardinality(waiting) then
    perform private.refuse('PT400', 'INVALID_INPUT', format('The waitlist has places 1 to %s.', cardinality(waiting)), 'Choose one of them.');
  end if;
  old_rank := array_position(waiting, enrollment_id);
  if old_rank <> rank then
    waiting := array_remove(waiting, enrollment_id);
    waiting := waiting[:rank - 1] || enrollment_id || waiting[rank:];
    update public.pm_group_enrollments queued
    set waitlist_position = fresh.position
    from (select unnest(waiting) as id, unnest(positions) as position) fresh
    where queued.id = fresh.id and queued.waitlist_position <> fresh.position;
    perform private.log_activity(enrollment.organization_id, enrollment.group_definition_id, enrollment.patient_id, 'waitlist_moved',
      jsonb_build_object('enrollment_id', enrollment_id, 'from_place', old_rank, 'to_place', rank, 'reason', private.reason_words(reason)));
  end if;
  select * into enrollment from public.pm_group_enrollments queued where queued.id = enrollment_id;
  return enrollment;
end
$$;
comment on function private.move_on_waitlist(uuid, integer, text) is 'See public.pm_move_on_waitlist.';

create function public.pm_move_on_waitlist(enrollment_id uuid, rank integer, reason text default null) returns public.pm_group_enrollments
language sql
set search_path = ''
as $$
  select private.move_on_waitlist(enrollment_id, rank, reason)
$$;
comment on function public.pm_move_on_waitlist(uuid, integer, text) is
  'Moves somebody who waits to a place (rank, 1 = next); the others keep their order. reason: for the log, at most 500 characters, or null. Needs pm.group_enrollments.edit. Returns the enrollment. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION, INVALID_INPUT.';

create function private.delete_enrollment(enrollment_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
  promoted public.pm_group_enrollments;
begin
  perform private.require_enrollment(enrollment_id, 'pm.group_enrollments.delete');
  perform set_config('quorum.promoted_enrollment', '', true);
  update public.pm_group_enrollments seat set deleted_at = clock_timestamp() where seat.id = enrollment_id returning * into enrollment;
  select * into promoted from public.pm_group_enrollments seat
  where seat.id = nullif(current_setting('quorum.promoted_enrollment', true), '')::uuid;
  return jsonb_build_object('deleted', to_jsonb(enrollment),
    'promoted', case when promoted.id is null then null else to_jsonb(promoted) end);
end
$$;
comment on function private.delete_enrollment(uuid) is 'See public.pm_delete_enrollment.';

create function public.pm_delete_enrollment(enrollment_id uuid) returns jsonb
language sql
set search_path = ''
as $$
  select private.delete_enrollment(enrollment_id)
$$;
comment on function public.pm_delete_enrollment(uuid) is
  'Soft-deletes an enrollment made by mistake; a freed seat goes to the lowest place waiting. Needs pm.group_enrollments.delete. Returns {deleted: row, promoted: row or null}. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED.';

create function private.restore_enrollment(enrollment_id uuid) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments;
begin
  perform private.require_enrollment(enrollment_id, 'pm.group_enrollments.delete', deleted => true);
  update public.pm_group_enrollments seat set deleted_at = null where seat.id = enrollment_id returning * into enrollment;
  return enrollment;
end
$$;
comment on function private.restore_enrollment(uuid) is 'See public.pm_restore_enrollment.';

create function public.pm_restore_enrollment(enrollment_id uuid) returns public.pm_group_enrollments
language sql
set search_path = ''
as $$
  select private.restore_enrollment(enrollment_id)
$$;
comment on function public.pm_restore_enrollment(uuid) is
  'Brings back a soft-deleted enrollment: to a free seat, else to the end of the waitlist. Needs pm.group_enrollments.delete. Returns the enrollment. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, PATIENT_ALREADY_ENROLLED, GROUP_NOT_FOUND, PATIENT_NOT_FOUND.';

grant execute on function
  private.enroll_patient(uuid, uuid, text, date, uuid), private.bulk_enroll_patients(uuid, uuid[], text, date),
  private.disenroll_patient(uuid, text), private.promote_enrollment(uuid, text), private.move_on_waitlist(uuid, integer, text), private.delete_enrollment(uuid), private.restore_enrollment(uuid),
  public.pm_enroll_patient(uuid, uuid, text, date), public.pm_bulk_enroll_patients(uuid, uuid[], text, date),
  public.pm_disenroll_patient(uuid, text), public.pm_promote_enrollment(uuid, text), public.pm_move_on_waitlist(uuid, integer, text), public.pm_delete_enrollment(uuid),
  public.pm_restore_enrollment(uuid)
  to authenticated, service_role;
