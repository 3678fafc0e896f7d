-- Seats and the waitlist. Order of locks everywhere: the organization (see private.lock_organizations), the
-- patient's row (who enters), the group's row, then enrollments. Whoever counts seats holds the group's row and counts in a statement after the lock.

create table public.pm_group_enrollments (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  group_definition_id uuid not null,
  patient_id uuid not null,
  status text not null default 'enrolled',
  -- The default only lets an insert leave the column out (generated types read it); the trigger replaces it.
  starts_on date not null default '-infinity',
  waitlist_position integer,
  enrolled_at timestamptz,
  waitlisted_at timestamptz,
  disenrolled_at timestamptz,
  disenroll_reason text,
  notes text,
  custom_fields jsonb not null default '{}',
  created_by uuid default auth.uid(),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  transferred_from_id uuid,
  waitlist_held_at timestamptz,
  waitlist_held_until date,
  waitlist_hold_reason text
);

alter table public.pm_group_enrollments
  add constraint pm_group_enrollments_pkey primary key (id),
  add constraint pm_group_enrollments_organization_id_id_key unique (organization_id, id),
  add constraint pm_group_enrollments_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pm_group_enrollments_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id),
  add constraint pm_group_enrollments_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_group_enrollments_status_check check (status in ('enrolled', 'waitlisted', 'disenrolled')),
  add constraint pm_group_enrollments_waitlist_position_check check (
    (status = 'waitlisted' and deleted_at is null) = (waitlist_position is not null) and waitlist_position > 0),
  -- Deferrable, so that one UPDATE may exchange places.
  add constraint pm_group_enrollments_waitlist_position_key unique (group_definition_id, waitlist_position) deferrable initially immediate,
  add constraint pm_group_enrollments_starts_on_range check (starts_on between '1990-01-01' and '2199-12-31'),
  add constraint pm_group_enrollments_disenroll_reason_length check (char_length(disenroll_reason) <= 500),
  add constraint pm_group_enrollments_notes_length check (char_length(notes) <= 4000),
  add constraint pm_group_enrollments_transferred_from_fkey foreign key (organization_id, transferred_from_id)
    references public.pm_group_enrollments (organization_id, id),
  add constraint pm_group_enrollments_hold_check check (
    case when waitlist_held_at is null then waitlist_held_until is null and waitlist_hold_reason is null
    else status = 'waitlisted' and deleted_at is null end),
  add constraint pm_group_enrollments_hold_reason_length check (char_length(waitlist_hold_reason) <= 500),
  add constraint pm_group_enrollments_held_until_range check (waitlist_held_until between '1990-01-01' and '2199-12-31'),
  add constraint pm_group_enrollments_custom_fields_object check (
    jsonb_typeof(custom_fields) = 'object' and pg_column_size(custom_fields) < 65536);

create unique index pm_group_enrollments_live_key on public.pm_group_enrollments (group_definition_id, patient_id)
  where status <> 'disenrolled' and deleted_at is null;
create index pm_group_enrollments_group_idx on public.pm_group_enrollments (organization_id, group_definition_id, status);
create index pm_group_enrollments_seats_idx on public.pm_group_enrollments (group_definition_id)
  where status = 'enrolled' and deleted_at is null;
create index pm_group_enrollments_patient_idx on public.pm_group_enrollments (organization_id, patient_id);
create index pm_group_enrollments_transferred_from_idx on public.pm_group_enrollments (organization_id, transferred_from_id)
  where transferred_from_id is not null;
create index pm_group_enrollments_created_by_idx on public.pm_group_enrollments (created_by);

alter table public.pm_group_enrollments enable row level security;
alter table public.pm_group_enrollments force row level security;

create policy select_viewers on public.pm_group_enrollments for select to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.group_enrollments.view'))));
create policy insert_creators on public.pm_group_enrollments for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.group_enrollments.create'))));
create policy update_editors on public.pm_group_enrollments for update to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.group_enrollments.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.group_enrollments.edit'))));

-- Positions and timestamps are nobody's to write; organization, group and patient of a row never change; delete is a function.
grant select on public.pm_group_enrollments to authenticated;
grant insert (organization_id, group_definition_id, patient_id, status, starts_on, notes, custom_fields)
  on public.pm_group_enrollments to authenticated;
grant update (status, starts_on, disenroll_reason, notes, custom_fields) on public.pm_group_enrollments to authenticated;
grant all on public.pm_group_enrollments to service_role;

comment on table public.pm_group_enrollments is
  'A patient in a group (PM-04): one live row (enrolled or waitlisted) per patient and group, history as further rows. Soft-deleted by pm_delete_enrollment.';
comment on column public.pm_group_enrollments.status is 'On insert the server decides between enrolled and waitlisted; disenrolled is final.';
comment on column public.pm_group_enrollments.starts_on is 'First day on the rosters of sessions; the seat counts from now. By default the organization''s today.';
comment on column public.pm_group_enrollments.waitlist_position is 'Order on the waitlist, lowest first; gaps are normal. Null unless waiting.';
comment on column public.pm_group_enrollments.waitlisted_at is 'Since when the patient waits or waited; kept after a promotion.';
comment on column public.pm_group_enrollments.transferred_from_id is 'The enrollment that this one continues, after a transfer or a merge of groups.';
comment on column public.pm_group_enrollments.waitlist_held_at is 'Since when the patient is held back: keeps the place, but is passed over by automatic promotion. Null: not held.';
comment on column public.pm_group_enrollments.waitlist_held_until is 'The day on which the hold is over by itself, in the organization''s calendar; null until released.';
comment on policy select_viewers on public.pm_group_enrollments is 'Enrollments and waitlist: pm.group_enrollments.view; deleted ones are hidden.';
comment on policy insert_creators on public.pm_group_enrollments is 'Enrolling: pm.group_enrollments.create.';
comment on policy update_editors on public.pm_group_enrollments is 'Disenrolling, promoting, notes: pm.group_enrollments.edit.';

create function private.lock_group(organization_id uuid, group_definition_id uuid) returns public.pm_group_definitions
language plpgsql security definer
set search_path = ''
as $$
declare
  locked public.pm_group_definitions;
begin
  -- NO KEY: sessions and enrollments that merely refer to the group need not wait.
  select definition.* into locked from public.pm_group_definitions definition
  where definition.id = group_definition_id and definition.organization_id = lock_group.organization_id
  for no key update;
  return locked;
end
$$;
comment on function private.lock_group(uuid, uuid) is 'Locks the group''s row until the transaction ends and returns it, deleted or not; null if the organization has no such group.';

create function private.seats_taken(group_definition_id uuid) returns integer
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  return (select count(*)::integer from public.pm_group_enrollments enrollment
  where enrollment.group_definition_id = seats_taken.group_definition_id and enrollment.status = 'enrolled' and enrollment.deleted_at is null);
end
$$;
comment on function private.seats_taken(uuid) is
  'How many patients hold a seat. Volatile on purpose: a new snapshot, so that it counts what was committed while the caller waited for the group''s lock.';

create function private.is_held(enrollment public.pm_group_enrollments, today date) returns boolean
language sql immutable
set search_path = ''
as $$
  select enrollment.waitlist_held_at is not null and (enrollment.waitlist_held_until is null or enrollment.waitlist_held_until > today)
$$;
comment on function private.is_held(public.pm_group_enrollments, date) is
  'True if the patient is held back on the waitlist on that day (today of the organization).';

create function private.promote_waiting(definition public.pm_group_definitions, most integer, cause jsonb) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  next_enrollment_id uuid;
  promoted integer := 0;
  today date := private.organization_today(definition.organization_id);
begin
  if definition.status <> 'active' or definition.deleted_at is not null then
    return 0;
  end if;
  perform set_config('quorum.promotion_cause', cause::text, true);
  while promoted < most and private.seats_taken(definition.id) < definition.max_capacity loop
    select waiting.id into next_enrollment_id from public.pm_group_enrollments waiting
    where waiting.group_definition_id = definition.id and waiting.status = 'waitlisted' and waiting.deleted_at is null
      and not private.is_held(waiting, today)
    order by waiting.waitlist_position limit 1;
    exit when next_enrollment_id is null;
    update public.pm_group_enrollments seat set status = 'enrolled' where seat.id = next_enrollment_id;
    perform set_config('quorum.promoted_enrollment', next_enrollment_id::text, true);
    promoted := promoted + 1;
  end loop;
  perform set_config('quorum.promotion_cause', '', true);
  return promoted;
end
$$;
comment on function private.promote_waiting(public.pm_group_definitions, integer, jsonb) is
  'Gives free seats to those who wait and are not held back, lowest position first, at most so many, if the group is active. The caller holds the group''s lock. cause: for the log. Returns how many were promoted; the last one''s id is left in quorum.promoted_enrollment.';

create function private.tg_pm_group_enrollments__seat() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions;
  taken integer;
  enters boolean;
  patient_exists boolean;
  live_status text;
begin
  new.notes := nullif(btrim(new.notes), '');
  new.disenroll_reason := nullif(btrim(new.disenroll_reason), '');
  if tg_op = 'INSERT' and auth.uid() is not null
     and not (private.has_permission(new.organization_id, 'pm.group_enrollments.create') or private.has_permission(new.organization_id, 'pm.group_enrollments.edit')) then
    -- Not a word about groups and patients, and no lock on their rows: who may not enroll gets what row level security would say.
    raise insufficient_privilege using message = 'new row violates row-level security policy for table "pm_group_enrollments"';
  end if;
  enters := tg_op = 'INSERT' or (old.deleted_at is not null and new.deleted_at is null and new.status <> 'disenrolled');
  if enters then
    -- Locked like the foreign key would, but earlier: who is being deleted just now is waited for, then not found.
    perform from public.pm_patients patient
    where patient.id = new.patient_id and patient.organization_id = new.organization_id and patient.deleted_at is null
    for key share;
    patient_exists := found;
  end if;
  definition := private.lock_group(new.organization_id, new.group_definition_id);

  if enters then
    if definition.id is null or definition.deleted_at is not null then
      perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'It may have been deleted. Reload the page.');
    end if;
    if not patient_exists then
      perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in this organization.', 'The record may have been deleted. Search again.');
    end if;
  end if;
  if tg_op = 'INSERT' then
    if definition.status <> 'active' then
      perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is %s and takes no patients.', definition.name, definition.status),
        'Set the group to active first.');
    end if;
    new.starts_on := coalesce(nullif(new.starts_on, '-infinity'), private.organization_today(new.organization_id));
    new.disenrolled_at := null;
  end if;

  if enters then
    select live.status into live_status from public.pm_group_enrollments live
    where live.group_definition_id = new.group_definition_id and live.patient_id = new.patient_id
      and live.status <> 'disenrolled' and live.deleted_at is null and live.id <> new.id;
    if found then
      perform private.refuse('PT409', 'PATIENT_ALREADY_ENROLLED',
        format('The patient is already %s "%s".', case live_status when 'enrolled' then 'enrolled in' else 'on the waitlist of' end, definition.name),
        'Look at the roster and the waitlist of the group.');
    end if;
    taken := private.seats_taken(new.group_definition_id);
    if taken < definition.max_capacity and definition.status = 'active' and coalesce(current_setting('quorum.keep_waiting', true), '') <> 'on' then
      if tg_op = 'UPDATE' and new.status = 'waitlisted' then
        new.starts_on := greatest(new.starts_on, private.organization_today(new.organization_id));
      end if;
      new.status := 'enrolled';
      new.waitlist_position := null;
      new.enrolled_at := clock_timestamp();
    else
      if tg_op = 'INSERT' and current_setting('quorum.on_full', true) = 'reject' then
        perform private.refuse('PT409', 'GROUP_AT_CAPACITY', format('"%s" is full: %s of %s seats are taken.', definition.name, taken, definition.max_capacity),
          'Enroll with the waitlist, or choose another group.');
      end if;
      new.status := 'waitlisted';
      new.enrolled_at := null;
      new.waitlisted_at := clock_timestamp();
      select coalesce(max(waiting.waitlist_position), 0) + 1 into new.waitlist_position
      from public.pm_group_enrollments waiting where waiting.group_definition_id = new.group_definition_id;
    end if;
    new.waitlist_held_at := null;
    new.waitlist_held_until := null;
    new.waitlist_hold_reason := null;
    return new;
  end if;

  if old.status = 'disenrolled' and old.deleted_at is not distinct from new.deleted_at
     and (old.starts_on, old.disenroll_reason) is distinct from (new.starts_on, new.disenroll_reason) then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'This enrollment has ended; only its notes can be changed.',
      'Enroll the patient again.');
  end if;
  if new.status is distinct from old.status then
    if old.status = 'disenrolled' or (old.status = 'enrolled' and new.status = 'waitlisted') or new.status not in ('enrolled', 'disenrolled') then
      perform private.refuse('PT409', 'INVALID_TRANSITION',
        format('An enrollment cannot go from %s to %s.', old.status, left(coalesce(new.status, 'nothing'), 40)),
        case old.status when 'disenrolled' then 'Enroll the patient again.' else 'Disenroll the patient, or leave the seat.' end);
    end if;
    if new.status = 'enrolled' then
      taken := private.seats_taken(new.group_definition_id);
      if definition.status <> 'active' or definition.deleted_at is not null then
        perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is not active and takes no patients.', definition.name),
          'Set the group to active first.');
      end if;
      if taken >= definition.max_capacity then
        perform private.refuse('PT409', 'GROUP_AT_CAPACITY', format('"%s" is full: %s of %s seats are taken.', definition.name, taken, definition.max_capacity),
          'Raise the capacity, or wait until a seat is free.');
      end if;
      new.enrolled_at := clock_timestamp();
      -- Not on the rosters of sessions held while the patient was waiting.
      new.starts_on := greatest(new.starts_on, private.organization_today(new.organization_id));
    else
      new.disenrolled_at := clock_timestamp();
    end if;
    new.waitlist_position := null;
  end if;
  if new.deleted_at is not null then
    new.waitlist_position := null;
  end if;
  if new.waitlist_position is null then
    new.waitlist_held_at := null;
    new.waitlist_held_until := null;
    new.waitlist_hold_reason := null;
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_enrollments__seat() is
  'Locks the group, then decides seat or waitlist (insert, restore) and judges changes of status. Raises GROUP_NOT_FOUND, PATIENT_NOT_FOUND, GROUP_NOT_ACTIVE, PATIENT_ALREADY_ENROLLED, GROUP_AT_CAPACITY, INVALID_TRANSITION. A status sent with an insert is ignored (PM-04, Automatic Capacity Enforcement).';
create function private.tg_pm_group_enrollments__lock_insert() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if coalesce(current_setting('quorum.on_full', true), '') = '' then
    perform private.lock_organizations('enrollments');
  end if;
  return null;
end
$$;
comment on function private.tg_pm_group_enrollments__lock_insert() is
  'A plain insert may name several groups in any order, so it comes alone in its organization. The enrolling functions (they set quorum.on_full) touch one group and need only its row.';
create trigger _000_lock_insert before insert on public.pm_group_enrollments
  for each statement execute function private.tg_pm_group_enrollments__lock_insert();
create trigger _000_lock before update on public.pm_group_enrollments
  for each statement execute function private.tg__lock_organizations('enrollments');
create trigger _100_seat before insert or update on public.pm_group_enrollments
  for each row execute function private.tg_pm_group_enrollments__seat();
create trigger _900_touch before update on public.pm_group_enrollments for each row execute function private.tg__touch();

create function private.tg_pm_group_enrollments__record() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  facts jsonb := jsonb_build_object('enrollment_id', new.id, 'waitlist_position', new.waitlist_position);
  action text;
  transfer jsonb := coalesce(nullif(current_setting('quorum.transfer', true), '')::jsonb, '{}');
  today date;
begin
  if tg_op = 'INSERT' then
    action := case new.status when 'enrolled' then 'patient_enrolled' else 'patient_waitlisted' end;
    facts := facts || jsonb_build_object('starts_on', new.starts_on, 'transferred_from_id', new.transferred_from_id,
      'transferred_from_group_id', case when new.transferred_from_id is not null then transfer -> 'from_group_id' end);
  elsif old.deleted_at is null and new.deleted_at is not null then
    action := 'enrollment_deleted';
    facts := facts || jsonb_build_object('status', old.status);
  elsif old.deleted_at is not null and new.deleted_at is null then
    action := 'enrollment_restored';
    facts := facts || jsonb_build_object('status', new.status);
  elsif old.status <> new.status and new.status = 'enrolled' then
    action := 'patient_promoted';
    facts := facts || jsonb_build_object('from_position', old.waitlist_position, 'waiting_since', old.waitlisted_at,
      'cause', coalesce(nullif(current_setting('quorum.promotion_cause', true), '')::jsonb, '{"rule": "by_hand"}'));
  elsif old.status <> new.status then
    action := 'patient_disenrolled';
    facts := facts || jsonb_build_object('reason', new.disenroll_reason, 'from_status', old.status, 'transferred_to_group_id',
      case when transfer ->> 'from_group_id' = new.group_definition_id::text and transfer ->> 'patient_id' = new.patient_id::text then transfer -> 'to_group_id' end);
  elsif (old.waitlist_held_at, old.waitlist_held_until, old.waitlist_hold_reason)
        is distinct from (new.waitlist_held_at, new.waitlist_held_until, new.waitlist_hold_reason) then
    action := case when new.waitlist_held_at is null then 'waitlist_released' else 'waitlist_held' end;
    facts := facts || jsonb_build_object('reason', new.waitlist_hold_reason, 'held_until', new.waitlist_held_until);
  elsif (to_jsonb(old) - array['updated_at', 'waitlist_position']) is distinct from (to_jsonb(new) - array['updated_at', 'waitlist_position']) then
    -- A changed place alone is logged by pm_move_on_waitlist, once for all whom it moves.
    action := 'enrollment_updated';
    facts := facts || jsonb_build_object('changes', private.changes(to_jsonb(old), to_jsonb(new)));
  end if;
  if new.status = 'enrolled' and action in ('patient_enrolled', 'patient_promoted', 'enrollment_restored') and exists (
    select from public.pm_group_enrollments waiting
    where waiting.group_definition_id = new.group_definition_id and waiting.waitlist_position < coalesce(old.waitlist_position, 2147483647)) then
    -- Who waited and was not asked, so that the waitlist can explain itself (pm_waitlist).
    today := private.organization_today(new.organization_id);
    facts := facts || jsonb_build_object('passed_over', (
      select jsonb_agg(jsonb_build_object('enrollment_id', waiting.id, 'why',
          case when private.is_held(waiting, today) then 'held' when action = 'patient_promoted' then 'by_hand' else 'entered' end)
        order by waiting.waitlist_position)
      from public.pm_group_enrollments waiting
      where waiting.group_definition_id = new.group_definition_id and waiting.waitlist_position < coalesce(old.waitlist_position, 2147483647)
        -- Not who came after, in the same statement.
        and waiting.waitlisted_at < new.enrolled_at));
  end if;
  if action is not null then
    perform private.log_activity(new.organization_id, new.group_definition_id, new.patient_id, action, facts);
  end if;
  return null;
end
$$;
comment on function private.tg_pm_group_enrollments__record() is
  'Writes the activity log: patient_enrolled, patient_waitlisted, patient_promoted (with its cause), patient_disenrolled, waitlist_held, waitlist_released, enrollment_updated, _deleted, _restored. Whoever gets a seat while others with a lower position wait: passed_over names these.';
create trigger _200_record after insert or update on public.pm_group_enrollments
  for each row execute function private.tg_pm_group_enrollments__record();

create function private.tg_pm_group_enrollments__promote() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.promote_waiting(
    private.lock_group(new.organization_id, new.group_definition_id), 1,
    jsonb_build_object('rule', 'seat_freed', 'by_enrollment_id', new.id));
  return null;
end
$$;
comment on function private.tg_pm_group_enrollments__promote() is
  'A seat was given up (disenrolled or soft-deleted): the lowest place on the waitlist gets it, if a seat is free then (PM-04, Waitlist Auto-Promotion).';
create trigger _800_promote after update on public.pm_group_enrollments
  for each row when (old.status = 'enrolled' and old.deleted_at is null and (new.status <> 'enrolled' or new.deleted_at is not null))
  execute function private.tg_pm_group_enrollments__promote();

create trigger _000_lock before update on public.pm_group_definitions
  for each statement execute function private.tg__lock_organizations('enrollments');
create function private.tg_pm_group_definitions__promote() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.promote_waiting(new, new.max_capacity, jsonb_build_object(
    'rule', 'capacity_raised', 'from', old.max_capacity, 'to', new.max_capacity));
  return null;
end
$$;
comment on function private.tg_pm_group_definitions__promote() is 'Raising max_capacity promotes as many as fit. Lowering it disenrolls nobody (PM-04, Manual Override).';
create trigger _850_promote after update on public.pm_group_definitions
  for each row when (new.max_capacity > old.max_capacity)
  execute function private.tg_pm_group_definitions__promote();
