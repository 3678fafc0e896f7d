-- What constraints cannot express, or could not hold while data was loaded without them: found, told by check, and repaired
-- where there is one right answer.

create type public.pm_integrity_finding as (
  check_key text, severity text, entity text, entity_id uuid, group_definition_id uuid, patient_id uuid, detail text, is_fixable boolean, is_fixed boolean
);
comment on type public.pm_integrity_finding is 'What pm_validate_integrity returns.';

create function private.found_in_seats(organization_id uuid) returns setof public.pm_integrity_finding
language sql stable security definer
set search_path = ''
as $$
  with counted as (
    select definition.id, definition.name, definition.max_capacity, count(*)::integer as taken
    from public.pm_group_definitions definition
    join public.pm_group_enrollments seat on seat.group_definition_id = definition.id and seat.status = 'enrolled' and seat.deleted_at is null
    where definition.organization_id = found_in_seats.organization_id and definition.deleted_at is null
    group by definition.id
  ), queue as (
    select waiting.group_definition_id, count(*)::integer as waiting, count(waiting.waitlist_position)::integer as placed,
      count(distinct waiting.waitlist_position)::integer as places, max(waiting.waitlist_position) as last_place
    from public.pm_group_enrollments waiting
    where waiting.organization_id = found_in_seats.organization_id and waiting.status = 'waitlisted' and waiting.deleted_at is null
    group by waiting.group_definition_id
  )
  select 'seats_over_capacity', case when lowered.at is null then 'error' else 'warning' end, 'pm_group_definitions', counted.id, counted.id, null::uuid,
    format('"%s" has %s patients on %s seats: %s.', counted.name, counted.taken, counted.max_capacity,
      coalesce(format('the capacity was lowered from %s to %s on %s', lowered.before, lowered.after, to_char(lowered.at, 'FMMon FMDD, YYYY')), 'no change of the capacity explains it')),
    false, false
  from counted
  left join lateral (
    select entry.created_at as at, entry.metadata #>> '{changes,max_capacity,from}' as before, entry.metadata #>> '{changes,max_capacity,to}' as after
    from public.pm_group_activity_log entry
    where entry.organization_id = found_in_seats.organization_id and entry.group_definition_id = counted.id and entry.action = 'group_updated'
      and (entry.metadata #>> '{changes,max_capacity,from}')::integer > (entry.metadata #>> '{changes,max_capacity,to}')::integer
    order by entry.id desc limit 1) lowered on true
  where counted.taken > counted.max_capacity
  union all
  select case when queue.placed < queue.waiting then 'waitlist_place_missing' when queue.places < queue.placed then 'waitlist_place_double' else 'waitlist_gaps' end,
    case when queue.places < queue.waiting then 'error' else 'info' end, 'pm_group_definitions', queue.group_definition_id, queue.group_definition_id, null,
    format('%s for "%s" on %s, the last is %s.', case queue.waiting when 1 then 'One person waits' else queue.waiting || ' people wait' end, definition.name,
      case queue.places when 1 then 'one place' else queue.places || ' different places' end, coalesce(queue.last_place::text, 'none')),
    true, false
  from queue left join public.pm_group_definitions definition on definition.id = queue.group_definition_id
  where queue.places < queue.waiting or queue.last_place > queue.waiting
  union all
  select 'place_without_waiting', 'error', 'pm_group_enrollments', placed.id, placed.group_definition_id, placed.patient_id,
    format('An enrollment that is %s has the waitlist place %s.', case when placed.deleted_at is null then placed.status else 'deleted' end, placed.waitlist_position), true, false
  from public.pm_group_enrollments placed
  where placed.organization_id = found_in_seats.organization_id and placed.waitlist_position is not null
    and (placed.status <> 'waitlisted' or placed.deleted_at is not null)
  union all
  select 'patient_twice_in_group', 'error', 'pm_group_definitions', doubled.group_definition_id, doubled.group_definition_id, doubled.patient_id,
    format('A patient has %s live enrollments in one group.', count(*)), false, false
  from public.pm_group_enrollments doubled
  where doubled.organization_id = found_in_seats.organization_id and doubled.status <> 'disenrolled' and doubled.deleted_at is null
  group by doubled.group_definition_id, doubled.patient_id having count(*) > 1
  union all
  select 'deleted_patient_enrolled', 'error', 'pm_group_enrollments', live.id, live.group_definition_id, live.patient_id,
    format('A deleted patient is %s.', live.status), true, false
  from public.pm_group_enrollments live
  join public.pm_patients patient on patient.id = live.patient_id and patient.deleted_at is not null
  where live.organization_id = found_in_seats.organization_id and live.status <> 'disenrolled' and live.deleted_at is null
$$;
comment on function private.found_in_seats(uuid) is
  'Findings about seats and waitlists: seats_over_capacity (a warning where the log shows the capacity lowered, else an error), waitlist_place_missing, waitlist_place_double, waitlist_gaps (info: gaps are normal), place_without_waiting, patient_twice_in_group, deleted_patient_enrolled.';

create function private.found_in_sessions(organization_id uuid) returns setof public.pm_integrity_finding
language sql stable security definer
set search_path = ''
as $$
  with session as (
    select listed.*, row_value, private.organization_timezone(found_in_sessions.organization_id) as zone
    from public.pm_group_schedule row_value, lateral (select (row_value).*) listed
    where listed.organization_id = found_in_sessions.organization_id
  ), wanted as (
    select session.id, claim.kind, claim.resource, private.claimed_range(session.row_value) as during
    from session, private.claims_of(session.row_value) claim
    where session.status <> 'cancelled' and not session.conflict_override
  ), held as (
    select claim.session_id as id, claim.kind, claim.resource, claim.during from private.schedule_claims claim
    where claim.organization_id = found_in_sessions.organization_id
  ), differing as (
    (select * from wanted except select * from held) union (select * from held except select * from wanted)
  )
  select 'completed_in_future', 'warning', 'pm_group_schedule', session.id, session.group_definition_id, null::uuid,
    format('The session on %s is completed, but has not begun.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY')), false, false
  from session where session.status = 'completed' and session.starts_at > now()
  union all
  select 'session_instant_off', 'error', 'pm_group_schedule', session.id, session.group_definition_id, null,
    format('The session on %s at %s has an instant that is not its wall-clock time.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'), to_char(session.start_time, 'FMHH12:MI AM')),
    true, false
  from session
  where session.status = 'scheduled' and session.starts_at > now()
    and (session.starts_at, session.ends_at) is distinct from
      ((session.session_date + session.start_time) at time zone session.zone, (session.session_date + session.end_time) at time zone session.zone)
  union all
  select 'session_claims_off', 'error', 'pm_group_schedule', session.id, session.group_definition_id, null,
    format('What the session on %s at %s occupies is not noted rightly, so conflicts would be missed.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'),
      to_char(session.start_time, 'FMHH12:MI AM')), true, false
  from session where session.id in (select differing.id from differing)
$$;
comment on function private.found_in_sessions(uuid) is
  'Findings about sessions: completed_in_future, session_instant_off, session_claims_off (private.schedule_claims differs from what the session needs).';

create function private.found_in_records(organization_id uuid) returns setof public.pm_integrity_finding
language sql stable security definer
set search_path = ''
as $$
  select 'membership_without_profile', 'error', 'pf_memberships', membership.user_id, null::uuid, null::uuid, 'A member has no profile, so sign-in fails.',
    exists (select from auth.users account where account.id = membership.user_id), false
  from public.pf_memberships membership
  where membership.organization_id = found_in_records.organization_id
    and not exists (select from public.pf_profiles profile where profile.id = membership.user_id)
  union all
  select 'no_org_admin', 'error', 'pf_organizations', organization.id, null, null, 'Nobody is an active organization admin.', false, false
  from public.pf_organizations organization
  where organization.id = found_in_records.organization_id and not exists (
    select from public.pf_memberships admin where admin.organization_id = organization.id and admin.status = 'active' and private.is_org_admin_role(admin.role_id))
  union all
  select 'org_admin_lacks_permission', 'error', 'pf_roles', role.id, null, null, format('The organization admin role lacks %s.', permission.key), true, false
  from public.pf_roles role cross join public.pf_permissions permission
  where role.organization_id = found_in_records.organization_id and role.key = 'org_admin' and role.is_system and permission.is_active
    and not exists (select from public.pf_role_permissions held where held.role_id = role.id and held.permission_key = permission.key)
  union all
  select 'group_code_missing', 'warning', 'pm_group_definitions', definition.id, definition.id, null,
    format('"%s" has a start date and a period, but no code.', definition.name), true, false
  from public.pm_group_definitions definition
  where definition.organization_id = found_in_records.organization_id and definition.deleted_at is null
    and definition.group_code is null and definition.start_date is not null and definition.time_period is not null
  union all
  select 'orphaned_enrollment', 'error', 'pm_group_enrollments', enrollment.id, enrollment.group_definition_id, enrollment.patient_id,
    format('An enrollment refers to a %s that is not there.', case when definition.id is null then 'group' else 'patient' end), false, false
  from public.pm_group_enrollments enrollment
  left join public.pm_group_definitions definition on definition.organization_id = enrollment.organization_id and definition.id = enrollment.group_definition_id
  left join public.pm_patients patient on patient.organization_id = enrollment.organization_id and patient.id = enrollment.patient_id
  where enrollment.organization_id = found_in_records.organization_id and (definition.id is null or patient.id is null)
  union all
  select 'orphaned_session', 'error', 'pm_group_schedule', session.id, session.group_definition_id, null,
    format('The session on %s refers to a group that is not there.', session.session_date), false, false
  from public.pm_group_schedule session
  where session.organization_id = found_in_records.organization_id and not exists (
    select from public.pm_group_definitions definition
    where definition.organization_id = session.organization_id and definition.id = session.group_definition_id)
  union all
  select 'log_missing', 'warning', 'pm_group_enrollments', enrollment.id, enrollment.group_definition_id, enrollment.patient_id,
    format('An enrollment that is %s is not in the activity log.', enrollment.status), true, false
  from public.pm_group_enrollments enrollment
  join public.pm_group_definitions definition on definition.organization_id = enrollment.organization_id and definition.id = enrollment.group_definition_id
  join public.pm_patients patient on patient.organization_id = enrollment.organization_id and patient.id = enrollment.patient_id
  where enrollment.organization_id = found_in_records.organization_id and not exists (
    select from public.pm_group_activity_log entry
    where entry.organization_id = enrollment.organization_id and entry.patient_id = enrollment.patient_id
      and entry.group_definition_id = enrollment.group_definition_id and entry.metadata ->> 'enrollment_id' = enrollment.id::text)
$$;
comment on function private.found_in_records(uuid) is
  'Findings about everything else: membership_without_profile, no_org_admin, org_admin_lacks_permission, group_code_missing, orphaned_enrollment, orphaned_session, log_missing.';

create function private.repair(organization_id uuid, finding public.pm_integrity_finding) returns boolean
language plpgsql security definer
set search_path = ''
as $$
begin
  case finding.check_key
    when 'waitlist_place_missing', 'waitlist_place_double', 'waitlist_gaps' then
      update public.pm_group_enrollments queued set waitlist_position = fresh.place
      from (select waiting.id, row_number() over (order by waiting.waitlist_position nulls last, waiting.waitlisted_at, waiting.created_at, waiting.id) as place
            from public.pm_group_enrollments waiting
            where waiting.group_definition_id = finding.entity_id and waiting.status = 'waitlisted' and waiting.deleted_at is null) fresh
      where queued.id = fresh.id and queued.waitlist_position is distinct from fresh.place;
    when 'place_without_waiting' then
      update public.pm_group_enrollments placed set waitlist_position = null where placed.id = finding.entity_id;
    when 'deleted_patient_enrolled' then
      update public.pm_group_enrollments live set status = 'disenrolled', disenroll_reason = 'Patient record deleted' where live.id = finding.entity_id;
    when 'session_instant_off' then
      update public.pm_group_schedule session set start_time = session.start_time where session.id = finding.entity_id;
    when 'session_claims_off' then
      delete from private.schedule_claims claim where claim.session_id = finding.entity_id;
      insert into private.schedule_claims (session_id, organization_id, kind, resource, during)
      select session.id, session.organization_id, claim.kind, claim.resource, private.claimed_range(session)
      from public.pm_group_schedule session, private.claims_of(session) claim
      where session.id = finding.entity_id and session.status <> 'cancelled' and not session.conflict_override;
    when 'membership_without_profile' then
      insert into public.pf_profiles (id, full_name, email)
      select account.id, coalesce(nullif(btrim(left(account.raw_user_meta_data ->> 'full_name', 200)), ''), nullif(split_part(account.email, '@', 1), ''), 'Unnamed'), coalesce(account.email, '')
      from auth.users account where account.id = finding.entity_id;
    when 'org_admin_lacks_permission' then
      insert into public.pf_role_permissions (organization_id, role_id, permission_key)
      select repair.organization_id, finding.entity_id, permission.key from public.pf_permissions permission where permission.is_active
      on conflict do nothing;
    when 'group_code_missing' then
      update public.pm_group_definitions definition set name = definition.name where definition.id = finding.entity_id;
    when 'log_missing' then
      null; -- The entry that every repair leaves is the one that was missing.
  end case;
  if finding.group_definition_id is not null then
    perform private.log_activity(repair.organization_id, finding.group_definition_id, finding.patient_id, 'integrity_repaired', jsonb_build_object(
      'check', finding.check_key, 'detail', finding.detail,
      'enrollment_id', case when finding.entity = 'pm_group_enrollments' then finding.entity_id end,
      'session_id', case when finding.entity = 'pm_group_schedule' then finding.entity_id end));
  else
    insert into public.pf_audit_log (organization_id, action, performed_by, target_table, target, changes)
    values (repair.organization_id, 'repair', auth.uid(), finding.entity, jsonb_build_object('id', finding.entity_id),
      jsonb_build_object('integrity', jsonb_build_object('from', finding.detail, 'to', finding.check_key)));
  end if;
  return true;
exception when integrity_constraint_violation or sqlstate 'PT409' or sqlstate 'PT400' or sqlstate 'PT404' then
  -- What stands in the way, two sessions in one room for example, a person has to decide.
  return false;
end
$$;
comment on function private.repair(uuid, public.pm_integrity_finding) is
  'Repairs a finding that is_fixable and writes that to the log. False, and nothing changed, if something stands in the way. The caller holds the organization''s locks.';

create function private.check_integrity(organization_id uuid, fix boolean) returns setof public.pm_integrity_finding
language plpgsql security definer
set search_path = ''
as $$
declare
  finding public.pm_integrity_finding;
begin
  for finding in
    select * from private.found_in_records(organization_id)
    union all select * from private.found_in_seats(organization_id)
    union all select * from private.found_in_sessions(organization_id)
    order by 1, 4
  loop
    if fix and finding.is_fixable then
      finding.is_fixed := private.repair(organization_id, finding);
    end if;
    return next finding;
  end loop;
end
$$;
comment on function private.check_integrity(uuid, boolean) is
  'All findings of an organization, each repaired first if fix and is_fixable. For pm_validate_integrity and npm run db:validate; the caller has checked the permission and, to fix, taken the locks.';

create function private.validate_integrity(organization_id uuid, fix boolean) returns setof public.pm_integrity_finding
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pf.audit_log.view');
  if fix then
    perform private.require_permission(organization_id, 'pf.organization.edit');
    perform private.lock_organizations('enrollments');
    perform private.lock_organizations('schedule');
  end if;
  return query select * from private.check_integrity(organization_id, coalesce(fix, false));
end
$$;
comment on function private.validate_integrity(uuid, boolean) is 'See public.pm_validate_integrity.';

create function public.pm_validate_integrity(organization_id uuid, fix boolean default false) returns setof public.pm_integrity_finding
language sql
set search_path = ''
as $$
  select * from private.validate_integrity(organization_id, fix)
$$;
comment on function public.pm_validate_integrity(uuid, boolean) is
  'What is wrong with an organization''s data although no constraint forbids it, one row a finding: check_key, severity (error, warning, info), entity and entity_id (table and row), detail (a sentence), is_fixable, is_fixed. Nothing found: no rows. fix: repairs what has one right answer, each repair in the log (integrity_repaired, or action repair in pf_audit_log). Needs pf.audit_log.view, to fix also pf.organization.edit. Raises PERMISSION_DENIED.';

grant execute on function private.validate_integrity(uuid, boolean), public.pm_validate_integrity(uuid, boolean) to authenticated, service_role;
