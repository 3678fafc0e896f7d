-- The front desk: search without accents, possible doubles, import; starting days, holds, transfers and merges; cohorts.


create or replace function private.is_service_role() returns boolean
language plpgsql stable
set search_path = ''
as $$
begin
  return coalesce(auth.jwt() ->> 'role', '') = 'service_role';
end
$$;
comment on function private.is_service_role() is 'True for a request made with the secret key (server-side integrations), which bypasses RLS by design.';

create or replace function private.pm_has_org_access(organization_id uuid) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return exists (
    select from public.pf_memberships membership
    where membership.user_id = auth.uid() and membership.status = 'active' and membership.organization_id = pm_has_org_access.organization_id);
end
$$;
comment on function private.pm_has_org_access(uuid) is
  'True if the caller is an active member of the organization. SECURITY DEFINER, so that policies on memberships do not recurse (PM-04 by name).';

create or replace function private.has_permission(organization_id uuid, permission text) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return coalesce(organization_id in (select private.organizations_with(permission)), false) or private.is_service_role();
end
$$;
comment on function private.has_permission(uuid, text) is 'True if the caller holds the permission key in the organization, or calls with the secret key.';

create or replace function private.can_see_organization(organization_id uuid) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return coalesce(private.pm_has_org_access(organization_id), false) or private.is_service_role();
end
$$;
comment on function private.can_see_organization(uuid) is
  'True for active members and the secret key. Functions answer NOT_FOUND instead of PERMISSION_DENIED where this is false, so that ids of other tenants cannot be probed.';

create or replace function private.organization_today(organization_id uuid) returns date
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return (now() at time zone private.organization_timezone(organization_id))::date;
end
$$;
comment on function private.organization_today(uuid) is 'Today as the clinic''s wall calendar shows it: the date now in the organization''s time zone.';

create function private.search_form(words text) returns text
language sql immutable strict parallel safe
set search_path = ''
as $$
  select translate(
    replace(replace(replace(lower(regexp_replace(normalize(words, nfkd), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    'łøđðħıþ', 'loddhit')
$$;
comment on function private.search_form(text) is
  'Text as it is searched: lower case, without accents (Unicode NFKD without the combining marks), letters that do not decompose as the plain ones.';
-- The generated column is computed with the rights of whoever writes the row.
grant execute on function private.search_form(text) to authenticated, service_role;

create function private.trimmed(words text) returns text
language sql immutable strict parallel safe
set search_path = ''
as $$
  select regexp_replace(words, '^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$', '', 'g')
$$;
comment on function private.trimmed(text) is
  'Text without white space around it, of any kind: spreadsheets and web pages leave no-break and zero-width spaces, which would make two record numbers out of one.';
grant execute on function private.trimmed(text) to authenticated, service_role;


alter table public.pm_patients
  add column notes text,
  alter column search_text set expression as (
    private.search_form(first_name || ' ' || last_name || ' ' || coalesce(preferred_name, '') || ' ' || mrn || ' ' || coalesce(phone, '') || ' '
      || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g')));
alter table public.pm_patients
  add constraint pm_patients_notes_length check (char_length(notes) <= 4000);
-- Who might be the same person: looked up by birth date (pm_similar_patients).
create index pm_patients_date_of_birth_idx on public.pm_patients (organization_id, date_of_birth);
-- Who is written the same.
create index pm_patients_name_form_idx on public.pm_patients (organization_id, private.search_form(first_name || ' ' || last_name))
  where deleted_at is null;
grant insert (notes), update (notes) on public.pm_patients to authenticated;
comment on column public.pm_patients.search_text is 'Names, MRN and phone (as written and as digits) in lower case and without accents; what pm_search_patients searches.';

create or replace function private.tg_pm_patients__tidy() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.mrn := private.trimmed(new.mrn);
  new.first_name := private.trimmed(new.first_name);
  new.last_name := private.trimmed(new.last_name);
  new.preferred_name := nullif(private.trimmed(new.preferred_name), '');
  new.phone := nullif(private.trimmed(new.phone), '');
  new.email := nullif(private.trimmed(new.email), '');
  new.notes := nullif(btrim(new.notes), '');
  return new;
end
$$;
comment on function private.tg_pm_patients__tidy() is 'Trims text; empty optional fields become null.';

create or replace function private.search_patients(organization_id uuid, query text) returns setof public.pm_patients
language plpgsql stable security definer
-- Planned for the very words each time: how many they find differs a thousandfold.
set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
declare
  wanted text := btrim(regexp_replace(private.search_form(left(coalesce(query, ''), 100)), '\s+', ' ', 'g'));
  words text[] := array(select replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') from unnest(string_to_array(wanted, ' ')) word
    -- The longest word first: the index looks that one up, the others are checked on what it finds.
    order by length(word) desc);
  patterns text[] := array(select '%' || word || '%' from unnest(words) word);
  beginnings text[] := array(select '% ' || word || '%' from unnest(words) word);
  -- A phone number, however it is punctuated, is looked for by its digits too; 1 before ten digits is North America's prefix.
  number text := case when wanted ~ '^[0-9()+./ -]*[0-9][0-9()+./ -]*$'
    then '%' || regexp_replace(regexp_replace(wanted, '[^0-9]', '', 'g'), '^1(\d{10})$', '\1') || '%' end;
  swapped text[];
  found_count integer;
  more_count integer;
  threshold text;
  -- What the thresholds before have listed is not listed again.
  above real := 2;
begin
  perform private.require_permission(organization_id, 'pm.patients.view');
  if wanted = '' then
    return query
      select patient.* from public.pm_patients patient
      where patient.organization_id = search_patients.organization_id and patient.deleted_at is null
      order by patient.last_name, patient.first_name, patient.id;
    return;
  end if;
  -- Those with words that begin so first, and apart: three common letters fit a tenth of all patients, and in the order of
  -- names Postgres stops at the limit. Nobody reads on after two hundred.
  return query
    select patient.* from public.pm_patients patient
    where patient.organization_id = search_patients.organization_id and patient.deleted_at is null
      -- Looked up as the beginning of a word: so Postgres knows whether they are many, and walks the names, or few, and fetches
      -- these. With the letters alone it would walk everybody for what no name begins with. Of several words the two longest
      -- are looked up together, by their letters.
      and (patient.search_text like words[1] || '%' or patient.search_text like '% ' || words[1] || '%')
      and (words[2] is null or (patient.search_text like patterns[1] and patient.search_text like patterns[2]))
      -- CASE, so that Postgres reckons with half of them and not with one in two hundred.
      and case when ' ' || patient.search_text like all (beginnings[2:]) then true else false end
    order by patient.last_name, patient.first_name, patient.id
    limit 200;
  get diagnostics found_count = row_count;
  if found_count < 200 then
    return query
      select patient.* from public.pm_patients patient
      where patient.organization_id = search_patients.organization_id and patient.deleted_at is null
        and ((patient.search_text like patterns[1] and patient.search_text like coalesce(patterns[2], '%') and patient.search_text like all (patterns[3:]))
          or patient.search_text like number)
        and not ' ' || patient.search_text like all (beginnings)
      order by patient.last_name, patient.first_name, patient.id
      limit 200 - found_count;
    get diagnostics more_count = row_count;
    found_count := found_count + more_count;
  end if;
  -- A number that is found is not a misspelt other number.
  if found_count >= 5 or (found_count > 0 and wanted ~ '\d') then
    return;
  end if;
  -- Few or nobody is written like that. First the commonest slip, two neighbouring letters exchanged, which leaves hardly a
  -- trigram of a short name: looked for as it would be written.
  swapped := array(
    select '%' || replace(replace(replace(overlay(wanted placing reverse(substr(wanted, position, 2)) from position for 2), '\', '\\'), '%', '\%'), '_', '\_') || '%'
    from generate_series(1, length(wanted) - 1) position
    where length(wanted) between 4 and 30);
  return query
    select patient.* from public.pm_patients patient
    where patient.organization_id = search_patients.organization_id and patient.deleted_at is null
      and patient.search_text like any (swapped) and not patient.search_text like all (patterns)
    order by patient.last_name, patient.first_name, patient.id
    limit 100;
  get diagnostics more_count = row_count;
  found_count := found_count + more_count;
  -- Then those that are similar letter by letter, which costs ten times as much; who finds ten Smiths rarely misses a Smyth.
  -- Not for numbers: thousands of record numbers resemble each other. The most similar first, the next only if these are few;
  -- of more than 500 such, whichever the index names first, so that it costs the same among many. 0.3125: one letter wrong in
  -- a name of five; sixteenths, which floats hold exactly, so that nobody falls between two steps. The threshold is not a SET clause of the function: whoever creates it would need the extension's library
  -- loaded by then.
  foreach threshold in array case when wanted ~ '\d' then '{}' else '{0.625,0.4375,0.3125}' end::text[] loop
    exit when found_count >= 5;
    perform set_config('pg_trgm.word_similarity_threshold', threshold, true);
    return query
      with similar_ones as materialized (
        select candidate as patient, extensions.word_similarity(wanted, candidate.search_text) as similarity from public.pm_patients candidate
        where candidate.organization_id = search_patients.organization_id and candidate.deleted_at is null
          and wanted operator(extensions.<%) candidate.search_text and extensions.word_similarity(wanted, candidate.search_text) < above
          and not candidate.search_text like all (patterns) and not candidate.search_text like any (swapped)
        limit 500)
      select (one.patient).* from similar_ones one
      order by one.similarity desc, (one.patient).last_name, (one.patient).first_name, (one.patient).id
      limit 100;
    get diagnostics more_count = row_count;
    found_count := found_count + more_count;
    above := threshold;
  end loop;
end
$$;
comment on function private.search_patients(uuid, text) is 'See public.pm_search_patients.';

create or replace function public.pm_search_patients(organization_id uuid, query text default '') returns setof public.pm_patients
language sql stable
set search_path = ''
as $$
  select * from private.search_patients(organization_id, query)
$$;
comment on function public.pm_search_patients(uuid, text) is
  'Patients whose names, MRN or phone contain every word of the query, those with words that begin so first, at most 200; when they are fewer than five (with a number in the query: none), then up to 100 with two neighbouring letters exchanged, and those who are similar (no digits in the query), the most similar first. Accents do not matter. All patients by name for an empty query. Of a query the first 100 characters count. Filters, order and range of PostgREST apply. Raises PERMISSION_DENIED.';

create or replace function private.log_activity(organization_id uuid, group_definition_id uuid, patient_id uuid, action text, metadata jsonb) returns void
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

create or replace function private.tg_pm_group_definitions__log() returns trigger
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

alter table public.pm_group_enrollments
  add column transferred_from_id uuid,
  add column waitlist_held_at timestamptz,
  add column waitlist_held_until date,
  add column waitlist_hold_reason text;
alter table public.pm_group_enrollments
  add constraint pm_group_enrollments_transferred_from_fkey foreign key (organization_id, transferred_from_id)
    references public.pm_group_enrollments (organization_id, id),
  add constraint pm_group_enrollments_hold_check check (
    case when waitlist_held_at is null then waitlist_held_until is null and waitlist_hold_reason is null
    else status = 'waitlisted' and deleted_at is null end),
  add constraint pm_group_enrollments_hold_reason_length check (char_length(waitlist_hold_reason) <= 500),
  add constraint pm_group_enrollments_held_until_range check (waitlist_held_until between '1990-01-01' and '2199-12-31');
create index pm_group_enrollments_transferred_from_idx on public.pm_group_enrollments (organization_id, transferred_from_id)
  where transferred_from_id is not null;
comment on column public.pm_group_enrollments.transferred_from_id is 'The enrollment that this one continues, after a transfer or a merge of groups.';
comment on column public.pm_group_enrollments.waitlist_held_at is 'Since when the patient is held back: keeps the place, but is passed over by automatic promotion. Null: not held.';
comment on column public.pm_group_enrollments.waitlist_held_until is 'The day on which the hold is over by itself, in the organization''s calendar; null until released.';

create function private.is_held(enrollment public.pm_group_enrollments, today date) returns boolean
language sql immutable
set search_path = ''
as $$
  select enrollment.waitlist_held_at is not null and (enrollment.waitlist_held_until is null or enrollment.waitlist_held_until > today)
$$;
comment on function private.is_held(public.pm_group_enrollments, date) is
  'True if the patient is held back on the waitlist on that day (today of the organization).';

create or replace function private.lock_group(organization_id uuid, group_definition_id uuid) returns public.pm_group_definitions
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

create or replace function private.seats_taken(group_definition_id uuid) returns integer
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

create or replace function private.promote_waiting(definition public.pm_group_definitions, most integer, cause jsonb) returns integer
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

create or replace function private.tg_pm_group_enrollments__seat() returns trigger
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
  if tg_op = 'INSERT' and auth.uid() is not null and not private.can_see_organization(new.organization_id) then
    -- Not a word about ids of other tenants, and no lock on their rows: outsiders get what row level security would say.
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

create or replace function private.tg_pm_group_enrollments__record() returns trigger
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

create or replace function private.require_group(group_definition_id uuid, permission text) returns public.pm_group_definitions
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

drop function public.pm_enroll_patient(uuid, uuid, text), public.pm_bulk_enroll_patients(uuid, uuid[], text), public.pm_promote_enrollment(uuid),
  public.pm_move_on_waitlist(uuid, integer);
drop function private.enroll_patient(uuid, uuid, text), private.bulk_enroll_patients(uuid, uuid[], text), private.promote_enrollment(uuid),
  private.move_on_waitlist(uuid, integer);

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

grant execute on function
  private.enroll_patient(uuid, uuid, text, date, uuid), private.bulk_enroll_patients(uuid, uuid[], text, date),
  private.promote_enrollment(uuid, text), private.move_on_waitlist(uuid, integer, text),
  public.pm_enroll_patient(uuid, uuid, text, date), public.pm_bulk_enroll_patients(uuid, uuid[], text, date),
  public.pm_promote_enrollment(uuid, text), public.pm_move_on_waitlist(uuid, integer, text)
  to authenticated, service_role;

create function private.schedule_if_free(plan public.pm_group_schedule, on_closed_day boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  session_id uuid;
  code text;
  words text;
begin
  -- People and rooms are checked by the session's own triggers, as for any insert; what they refuse is told by date.
  select closed.name into words from public.pm_closed_days closed
  where closed.organization_id = plan.organization_id and closed.closed_on = plan.session_date;
  if found and not on_closed_day then
    perform private.refuse('PT409', 'CLOSED_DAY', format('The clinic is closed on %s: %s.', to_char(plan.session_date, 'FMDy, Mon FMDD, YYYY'), words), null);
  end if;
  insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, session_type,
    facilitator_id, co_facilitator_id, location, series_id, conflict_override, notes)
  values (plan.organization_id, plan.group_definition_id, plan.session_date, plan.start_time, plan.end_time, plan.session_type,
    plan.facilitator_id, plan.co_facilitator_id, plan.location, plan.series_id, plan.conflict_override, plan.notes)
  returning id into session_id;
  return jsonb_build_object('session_id', session_id);
exception when sqlstate 'PT409' or sqlstate 'PT400' then
  get stacked diagnostics code = message_text, words = pg_exception_detail;
  if code not in ('SCHEDULE_CONFLICT', 'CLOSED_DAY', 'INVALID_DATE_RANGE') then
    raise;
  end if;
  return jsonb_build_object('session_date', plan.session_date, 'start_time', plan.start_time, 'error', code, 'detail', words);
end
$$;
comment on function private.schedule_if_free(public.pm_group_schedule, boolean) is
  'Adds one of many planned sessions (times, people, room, series and notes of plan; its id and state are not taken over) and returns {session_id}, or {session_date, start_time, error, detail} when people, room, a closed day (unless on_closed_day) or the change to daylight saving stand in the way. Raises whatever else the sessions'' triggers raise.';

create or replace function private.schedule_series(
  group_definition_id uuid, recurrence_rule text, session_dates date[], start_time time, end_time time, skip_conflicts boolean,
  changes jsonb, facilitator_id uuid, co_facilitator_id uuid, location text, notes text, series_id uuid
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_schedule.create');
  rule text := private.recurrence_rule_of(recurrence_rule);
  series public.pm_session_series;
  plans public.pm_group_schedule[];
  open_on_closed_days uuid[];
  plan public.pm_group_schedule;
  answer jsonb;
  made uuid[] := '{}';
  skipped jsonb := '[]';
begin
  perform private.lock_organizations('schedule');
  select array_agg(listed.session), coalesce(array_agg((listed.session).id) filter (where listed.on_closed_day), '{}')
  into plans, open_on_closed_days
  from private.planned_sessions(definition, session_dates, start_time, end_time, changes, facilitator_id, co_facilitator_id, location) listed;
  perform private.require_possible(plans);
  if series_id is null then
    insert into public.pm_session_series (organization_id, group_definition_id, recurrence_rule, start_time, end_time, facilitator_id, co_facilitator_id, location)
    values (definition.organization_id, definition.id, rule, schedule_series.start_time, schedule_series.end_time,
      schedule_series.facilitator_id, schedule_series.co_facilitator_id, nullif(btrim(schedule_series.location), ''))
    returning * into series;
  else
    select * into series from public.pm_session_series extended
    where extended.id = series_id and extended.organization_id = definition.organization_id and extended.group_definition_id = definition.id
    for no key update;
    if series.id is null then
      perform private.refuse('PT404', 'SERIES_NOT_FOUND', format('"%s" has no such series.', definition.name), 'Reload the page.');
    end if;
  end if;

  foreach plan in array plans loop
    plan.session_type := 'recurring';
    plan.series_id := series.id;
    plan.notes := schedule_series.notes;
    answer := private.schedule_if_free(plan, plan.id = any (open_on_closed_days));
    if answer ? 'error' then
      skipped := skipped || (answer - 'start_time');
    else
      made := made || (answer ->> 'session_id')::uuid;
    end if;
  end loop;
  if skipped <> '[]' and not coalesce(skip_conflicts, false) then
    perform private.refuse_series(skipped, cardinality(made) + jsonb_array_length(skipped));
  end if;
  if series_id is null and made = '{}' then
    delete from public.pm_session_series empty where empty.id = series.id;
    series.id := null;
  elsif series_id is not null and made <> '{}' then
    update public.pm_session_series extended
    set recurrence_rule = coalesce(rule, extended.recurrence_rule), is_finite = false where extended.id = series.id;
  end if;
  return jsonb_build_object('series_id', series.id,
    'created', (select coalesce(jsonb_agg(to_jsonb(session) order by session.starts_at), '[]') from public.pm_group_schedule session where session.id = any (made)),
    'skipped', skipped);
end
$$;
comment on function private.schedule_series(uuid, text, date[], time, time, boolean, jsonb, uuid, uuid, text, text, uuid) is 'See public.pm_schedule_series.';

-- Who might be the same person, and many patients at once out of a file.

create type public.pm_similar_patient as (
  id uuid, mrn text, first_name text, last_name text, preferred_name text, date_of_birth date, phone text, status text, reason text, is_deleted boolean
);
comment on type public.pm_similar_patient is 'What pm_similar_patients returns.';

create function private.similar_patients(
  organization_id uuid, first_name text, last_name text, date_of_birth date, mrn text, except_patient_id uuid
) returns setof public.pm_similar_patient
language plpgsql stable security definer
set search_path = ''
as $$
declare
  wanted_mrn text := btrim(similar_patients.mrn);
  wanted_name text := private.search_form(concat_ws(' ', btrim(similar_patients.first_name), btrim(similar_patients.last_name)));
  is_named boolean := btrim(coalesce(similar_patients.first_name, '')) <> '' and btrim(coalesce(similar_patients.last_name, '')) <> '';
  sees_deleted boolean;
begin
  perform private.require_permission(organization_id, 'pm.patients.view');
  sees_deleted := private.has_permission(organization_id, 'pm.patients.delete');
  return query
    select distinct on (found.rank, patient.last_name, patient.first_name, patient.id)
      patient.id, patient.mrn, patient.first_name, patient.last_name, patient.preferred_name, patient.date_of_birth, patient.phone, patient.status,
      (array['same_mrn', 'same_birth_date', 'same_name'])[found.rank], patient.deleted_at is not null
    from (
      select hit.patient_id, min(hit.rank) as rank from (
        select same.id as patient_id, 1 as rank from public.pm_patients same
        where same.organization_id = similar_patients.organization_id and same.mrn in (wanted_mrn, upper(wanted_mrn), lower(wanted_mrn))
        union all
        select born.id, 2 from public.pm_patients born
        where is_named and born.organization_id = similar_patients.organization_id and born.date_of_birth = similar_patients.date_of_birth
          -- 0.4: one letter wrong in a short name still passes, "Ana Lopez" and "Ana Lowe" too, different people do not.
          and (extensions.similarity(private.search_form(born.first_name || ' ' || born.last_name), wanted_name) >= 0.4
            or extensions.similarity(private.search_form(born.preferred_name || ' ' || born.last_name), wanted_name) >= 0.4)
        union all
        select named.id, 3 from public.pm_patients named
        where is_named and named.organization_id = similar_patients.organization_id and named.deleted_at is null
          and private.search_form(named.first_name || ' ' || named.last_name) = wanted_name
          and (named.date_of_birth is null or similar_patients.date_of_birth is null)
      ) hit group by hit.patient_id
    ) found
    join public.pm_patients patient on patient.id = found.patient_id
    where patient.id is distinct from except_patient_id and (patient.deleted_at is null or sees_deleted)
    order by found.rank, patient.last_name, patient.first_name, patient.id
    limit 10;
end
$$;
comment on function private.similar_patients(uuid, text, text, date, text, uuid) is 'See public.pm_similar_patients.';

create function public.pm_similar_patients(
  organization_id uuid, first_name text, last_name text, date_of_birth date default null, mrn text default null, except_patient_id uuid default null
) returns setof public.pm_similar_patient
language sql stable
set search_path = ''
as $$
  select * from private.similar_patients(organization_id, first_name, last_name, date_of_birth, mrn, except_patient_id)
$$;
comment on function public.pm_similar_patients(uuid, text, text, date, text, uuid) is
  'Up to ten records that may be the same person. reason: same_mrn, same_birth_date (and a similar name), same_name (and one of the two birth dates unknown). except_patient_id: the record being edited, or null. Deleted ones (is_deleted) only for who holds pm.patients.delete. Needs pm.patients.view. Raises PERMISSION_DENIED.';

create function private.patient_problem(sql_state text, constraint_name text, column_name text, words text) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_build_object('column', named.column_name, 'code', coalesce(nullif(constraint_name, ''), 'INVALID_INPUT'), 'detail', case
    when sql_state = '23505' then 'This MRN belongs to another record, which may be deleted.'
    when sql_state = '23502' then 'This is required.'
    else case named.column_name
      when 'mrn' then 'An MRN has 1 to 50 characters.'
      when 'first_name' then 'A first name has 1 to 100 characters.'
      when 'last_name' then 'A last name has 1 to 100 characters.'
      when 'preferred_name' then 'A preferred name has at most 100 characters.'
      when 'phone' then 'A phone number has at most 40 characters.'
      when 'email' then 'This is not an e-mail address.'
      when 'date_of_birth' then 'A birth date is written as 1985-03-14, not before 1900 and not in the future.'
      when 'status' then 'The status is active or inactive.'
      when 'notes' then 'Notes have at most 4000 characters.'
      else words end end)
  from (select case when constraint_name = 'pm_patients_organization_id_mrn_key' then 'mrn'
    else coalesce(nullif(column_name, ''), substring(constraint_name from '^pm_patients_(.*)_(?:length|format|range|check)$')) end as column_name) named
$$;
comment on function private.patient_problem(text, text, text, text) is
  'A refused value of a patient as {column, code, detail}: column of pm_patients or null, the constraint''s name, a sentence. words: what Postgres said, for what has no sentence.';

create function private.import_patient(organization_id uuid, wanted jsonb, on_existing text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  known_columns constant text[] := array['mrn', 'first_name', 'last_name', 'preferred_name', 'date_of_birth', 'phone', 'email', 'status', 'notes'];
  fields jsonb;
  unknown text;
  patient public.pm_patients;
  fresh public.pm_patients;
  differing text[];
  doubles jsonb;
  state text;
  constraint_name text;
  column_name text;
  words text;
begin
  if jsonb_typeof(wanted) is distinct from 'object' then
    perform private.refuse('PT400', 'INVALID_INPUT', 'Each patient is an object with mrn, first_name, last_name and so on.', null);
  end if;
  select key into unknown from jsonb_object_keys(wanted) key where key <> all (known_columns || array['allow_similar']) limit 1;
  if unknown is not null then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A patient has the unknown column %s.', quote_literal(left(unknown, 60))), null);
  end if;
  -- Empty cells are no values: they neither fill nor empty a field.
  select coalesce(jsonb_object_agg(cell.key, private.trimmed(cell.value)), '{}') into fields
  from jsonb_each_text(wanted - 'allow_similar') cell where private.trimmed(cell.value) <> '';
  begin
    if fields ->> 'date_of_birth' !~ '^\d{4}-\d{2}-\d{2}$' then
      -- Postgres would read 03/04/1985 too, and guess which is the month.
      raise invalid_datetime_format;
    end if;
    select * into patient from public.pm_patients existing
    where existing.organization_id = import_patient.organization_id and existing.mrn = fields ->> 'mrn';
    if patient.deleted_at is not null then
      return jsonb_build_object('status', 'failed', 'problems',
        jsonb_build_array(private.patient_problem('23505', 'pm_patients_organization_id_mrn_key', null, null)));
    end if;
    if patient.id is not null then
      -- A value that cannot be kept is a problem even where nothing would be saved; so it is read before it is compared.
      fresh := jsonb_populate_record(patient, fields);
      select array_agg(change.key order by array_position(known_columns, change.key)) into differing
      from jsonb_object_keys(private.changes(to_jsonb(patient), to_jsonb(fresh))) change (key)
      where change.key = any (known_columns);
      if differing is null then
        return jsonb_build_object('status', 'unchanged', 'patient_id', patient.id);
      end if;
      if on_existing = 'skip' then
        return jsonb_build_object('status', 'exists', 'patient_id', patient.id, 'problems', (
          select jsonb_agg(jsonb_build_object('column', differs.name, 'code', 'EXISTS',
            'detail', format('On file: %s.', coalesce(to_jsonb(patient) ->> differs.name, 'nothing'))))
          from unnest(differing) differs (name)));
      end if;
      -- Again under the row's lock: somebody may be editing other fields just now.
      select * into patient from public.pm_patients existing where existing.id = patient.id for no key update;
      fresh := jsonb_populate_record(patient, fields);
      update public.pm_patients changed
      set (first_name, last_name, preferred_name, date_of_birth, phone, email, status, notes) =
        (fresh.first_name, fresh.last_name, fresh.preferred_name, fresh.date_of_birth, fresh.phone, fresh.email, fresh.status, fresh.notes)
      where changed.id = patient.id;
      return jsonb_build_object('status', 'updated', 'patient_id', patient.id);
    end if;
    fresh := jsonb_populate_record(null::public.pm_patients, fields);
    if coalesce(wanted ->> 'allow_similar', 'false') <> 'true' then
      select jsonb_agg(jsonb_build_object('id', other.id, 'mrn', other.mrn, 'first_name', other.first_name, 'last_name', other.last_name,
        'date_of_birth', other.date_of_birth, 'reason', other.reason))
      into doubles
      from private.similar_patients(organization_id, fresh.first_name, fresh.last_name, fresh.date_of_birth, fresh.mrn, null) other
      where not other.is_deleted;
    end if;
    -- Tried before a possible double is reported: what can't be kept anyway is not worth a question.
    insert into public.pm_patients (organization_id, mrn, first_name, last_name, preferred_name, date_of_birth, phone, email, status, notes)
    values (import_patient.organization_id, fresh.mrn, fresh.first_name, fresh.last_name, fresh.preferred_name, fresh.date_of_birth, fresh.phone,
      fresh.email, coalesce(fresh.status, 'active'), fresh.notes)
    returning * into patient;
    if doubles is not null then
      raise exception using errcode = 'QP001';
    end if;
    return jsonb_build_object('status', 'created', 'patient_id', patient.id);
  exception
    when sqlstate 'QP001' then
      return jsonb_build_object('status', 'similar', 'similar', doubles);
    when integrity_constraint_violation then
      get stacked diagnostics state = returned_sqlstate, constraint_name = constraint_name, column_name = column_name, words = message_text;
      return jsonb_build_object('status', 'failed', 'problems', jsonb_build_array(private.patient_problem(state, constraint_name, column_name, words)));
    when data_exception then
      -- Only the birth date is read as anything but text.
      return jsonb_build_object('status', 'failed', 'problems', jsonb_build_array(private.patient_problem(null, null, 'date_of_birth', null)));
  end;
end
$$;
comment on function private.import_patient(uuid, jsonb, text) is
  'One patient of pm_import_patients: {status, patient_id, problems, similar}, what does not apply left out. The caller has checked permissions. Raises INVALID_INPUT for what is no patient at all.';

create function private.import_patients(organization_id uuid, patients jsonb, on_existing text, preview boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  wanted record;
  results jsonb[] := '{}';
begin
  perform private.require_permission(organization_id, 'pm.patients.create');
  perform private.require_permission(organization_id, 'pm.patients.view');
  if on_existing is null or on_existing not in ('skip', 'update') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'on_existing is ''skip'' or ''update''.', null);
  end if;
  if on_existing = 'update' then
    perform private.require_permission(organization_id, 'pm.patients.edit');
  end if;
  if jsonb_typeof(patients) is distinct from 'array' or jsonb_array_length(patients) not between 1 and 500 then
    perform private.refuse('PT400', 'INVALID_INPUT', 'patients is a list of 1 to 500 patients.', 'Import them in several steps.');
  end if;
  -- One import at a time in the organization: files name people in any order, and doubles are looked for among what is committed.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('import:' || organization_id, 0));
  begin
    for wanted in select listed.patient, listed.position - 1 as index from jsonb_array_elements(patients) with ordinality listed (patient, position) loop
      results := results || (jsonb_build_object('index', wanted.index, 'patient_id', null, 'problems', '[]'::jsonb, 'similar', '[]'::jsonb)
        || private.import_patient(organization_id, wanted.patient, on_existing));
    end loop;
    if preview then
      raise exception using errcode = 'QP000';
    end if;
  exception when sqlstate 'QP000' then
    -- The preview is the import itself, taken back; ids that were given in it would lead nowhere.
    results := array(
      select result || jsonb_build_object(
        'patient_id', (select real.id from public.pm_patients real where real.id = (result ->> 'patient_id')::uuid),
        'similar', (
          select coalesce(jsonb_agg(listed.other || jsonb_build_object('id',
            (select real.id from public.pm_patients real where real.id = (listed.other ->> 'id')::uuid)) order by listed.position), '[]')
          from jsonb_array_elements(result -> 'similar') with ordinality listed (other, position)))
      from unnest(results) with ordinality answered (result, position) order by answered.position);
  end;
  return (select jsonb_object_agg(named.status, (select count(*) from unnest(results) result where result ->> 'status' = named.status))
      from unnest(array['created', 'updated', 'unchanged', 'exists', 'similar', 'failed']) named (status))
    || jsonb_build_object('results', to_jsonb(results));
end
$$;
comment on function private.import_patients(uuid, jsonb, text, boolean) is 'See public.pm_import_patients.';

create function public.pm_import_patients(organization_id uuid, patients jsonb, on_existing text default 'skip', preview boolean default false) returns jsonb
language sql
set search_path = ''
as $$
  select private.import_patients(organization_id, patients, on_existing, preview)
$$;
comment on function public.pm_import_patients(uuid, jsonb, text, boolean) is
  'Adds 1 to 500 patients [{mrn, first_name, last_name, preferred_name, date_of_birth (YYYY-MM-DD), phone, email, status, notes, allow_similar}], all text but allow_similar; one failure does not undo the others, and repeating changes nothing. on_existing: what happens to a record with the same MRN, skip or update (only what the row gives: an empty cell changes nothing). preview: the same answer, nothing saved, ids only of records that there are. Returns {created, updated, unchanged, exists, similar, failed, results: [{index (from 0), status, patient_id, problems: [{column, code, detail}], similar: [{id, mrn, first_name, last_name, date_of_birth, reason}]}]}; status exists: there with other values and left alone; similar: left out as it may be the same person, unless allow_similar is true. Needs pm.patients.create and .view, for update also .edit. Raises PERMISSION_DENIED, INVALID_INPUT.';

grant execute on function
  private.similar_patients(uuid, text, text, date, text, uuid), private.import_patients(uuid, jsonb, text, boolean),
  public.pm_similar_patients(uuid, text, text, date, text, uuid), public.pm_import_patients(uuid, jsonb, text, boolean)
  to authenticated, service_role;

-- The waitlist explains itself: who waits since when and why, how fast seats come free; holding somebody back.

create function private.seat_outlook(
  group_definition_id uuid, out max_capacity integer, out min_capacity integer, out seats_taken integer, out seats_free integer, out waiting integer,
  out held integer, out seats_freed_90_days integer, out promoted_90_days integer, out last_seat_freed_at timestamptz, out median_days_waited numeric
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_enrollments.view');
  today date := private.organization_today(definition.organization_id);
  since timestamptz := now() - interval '90 days';
begin
  max_capacity := definition.max_capacity;
  min_capacity := definition.min_capacity;
  select
    count(*) filter (where enrollment.status = 'enrolled' and enrollment.deleted_at is null),
    count(*) filter (where enrollment.waitlist_position is not null),
    count(*) filter (where enrollment.waitlist_position is not null and private.is_held(enrollment, today)),
    count(*) filter (where freed.at > since),
    count(*) filter (where enrollment.enrolled_at > since and enrollment.enrolled_at > enrollment.waitlisted_at),
    max(freed.at),
    round((percentile_cont(0.5) within group (order by extract(epoch from enrollment.enrolled_at - enrollment.waitlisted_at) / 86400)
      filter (where enrollment.enrolled_at > since and enrollment.enrolled_at > enrollment.waitlisted_at))::numeric, 1)
  into seats_taken, waiting, held, seats_freed_90_days, promoted_90_days, last_seat_freed_at, median_days_waited
  from public.pm_group_enrollments enrollment
  cross join lateral (select case
    when enrollment.enrolled_at is null then null
    when enrollment.status = 'disenrolled' then enrollment.disenrolled_at
    else enrollment.deleted_at end as at) freed
  where enrollment.organization_id = definition.organization_id and enrollment.group_definition_id = definition.id;
  seats_free := greatest(max_capacity - seats_taken, 0);
end
$$;
comment on function private.seat_outlook(uuid) is 'See public.pm_seat_outlook.';

create function public.pm_seat_outlook(
  group_definition_id uuid, out max_capacity integer, out min_capacity integer, out seats_taken integer, out seats_free integer, out waiting integer,
  out held integer, out seats_freed_90_days integer, out promoted_90_days integer, out last_seat_freed_at timestamptz, out median_days_waited numeric
)
language sql stable
set search_path = ''
as $$
  select * from private.seat_outlook(group_definition_id)
$$;
comment on function public.pm_seat_outlook(uuid) is
  'The seats of a group now, and how fast they come free: seats given up and patients promoted in the last 90 days, when a seat came free last (null: never), and median_days_waited of those promoted in the last 90 days (one decimal; null: nobody). Needs pm.group_enrollments.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

create function private.waitlist(group_definition_id uuid) returns table (
  enrollment_id uuid, patient_id uuid, place integer, waiting_since timestamptz, is_held boolean, held_since timestamptz, held_until date,
  hold_reason text, reason text, ahead integer, passed_over jsonb
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_enrollments.view');
  today date := private.organization_today(definition.organization_id);
  taken integer := private.seats_taken(definition.id);
begin
  return query
    with queue as (
      select queued.*, private.is_held(queued, today) as held_back,
        (row_number() over (order by queued.waitlist_position))::integer as rank,
        (count(*) filter (where not private.is_held(queued, today)) over (order by queued.waitlist_position rows between unbounded preceding and 1 preceding))::integer as before
      from public.pm_group_enrollments queued
      where queued.group_definition_id = definition.id and queued.waitlist_position is not null
    ), skips as (
      select (skipped ->> 'enrollment_id')::uuid as enrollment_id, entry.id, jsonb_build_object(
          'at', entry.created_at, 'patient_id', entry.patient_id, 'enrollment_id', entry.metadata -> 'enrollment_id', 'performed_by', entry.performed_by,
          'why', skipped -> 'why', 'reason', entry.metadata -> 'cause' -> 'reason') as fact,
        row_number() over (partition by skipped ->> 'enrollment_id' order by entry.id desc) as rank
      from public.pm_group_activity_log entry
      cross join lateral jsonb_array_elements(entry.metadata -> 'passed_over') skipped
      where entry.organization_id = definition.organization_id and entry.group_definition_id = definition.id
        and entry.created_at >= (select min(queue.waitlisted_at) from queue)
        and entry.action in ('patient_promoted', 'patient_enrolled', 'enrollment_restored') and entry.metadata ? 'passed_over'
    ), seated as (
      select skips.enrollment_id, jsonb_agg(skips.fact order by skips.id desc) as entries from skips where skips.rank <= 20 group by 1
    )
    select queue.id, queue.patient_id, queue.rank, queue.waitlisted_at, queue.held_back, queue.waitlist_held_at, queue.waitlist_held_until,
      queue.waitlist_hold_reason,
      case
        when definition.status <> 'active' then 'group_not_active'
        when queue.held_back then 'held'
        when taken > definition.max_capacity then 'over_capacity'
        when taken < definition.max_capacity then 'seat_free'
        when queue.before > 0 then 'behind'
        else 'full' end,
      queue.before, coalesce(seated.entries, '[]')
    from queue left join seated on seated.enrollment_id = queue.id
    order by queue.rank;
end
$$;
comment on function private.waitlist(uuid) is 'See public.pm_waitlist.';

create function public.pm_waitlist(group_definition_id uuid) returns table (
  enrollment_id uuid, patient_id uuid, place integer, waiting_since timestamptz, is_held boolean, held_since timestamptz, held_until date,
  hold_reason text, reason text, ahead integer, passed_over jsonb
)
language sql stable
set search_path = ''
as $$
  select * from private.waitlist(group_definition_id)
$$;
comment on function public.pm_waitlist(uuid) is
  'Who waits, in order of place (1 = next). reason, why this patient has no seat: group_not_active, held, over_capacity, seat_free (nobody was promoted by rule; promote by hand), behind (ahead: how many who are not held come first), full (next in line). passed_over: who got a seat although this patient waited with a lower place, the latest 20, latest first: [{at, patient_id, enrollment_id, performed_by, why: held | by_hand (promoted out of turn) | entered (enrolled or restored into a free seat), reason}]. Needs pm.group_enrollments.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

create function private.require_waiting(enrollment_id uuid) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments := private.require_enrollment(enrollment_id, 'pm.group_enrollments.edit');
begin
  if enrollment.status <> 'waitlisted' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('The patient is %s, not waiting.', enrollment.status), 'Reload the page.');
  end if;
  return enrollment;
end
$$;
comment on function private.require_waiting(uuid) is
  'The enrollment on a waitlist with its group locked, if the caller may edit it. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';

create function private.hold_on_waitlist(enrollment_id uuid, reason text, held_until date) returns public.pm_group_enrollments
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments := private.require_waiting(enrollment_id);
begin
  if held_until <= private.organization_today(enrollment.organization_id) then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A hold until %s would be over already.', held_until), 'Choose a later day, or none.');
  end if;
  update public.pm_group_enrollments held
  set waitlist_held_at = coalesce(held.waitlist_held_at, clock_timestamp()), waitlist_held_until = hold_on_waitlist.held_until,
    waitlist_hold_reason = private.reason_words(reason)
  where held.id = enrollment_id returning * into enrollment;
  return enrollment;
end
$$;
comment on function private.hold_on_waitlist(uuid, text, date) is 'See public.pm_hold_on_waitlist.';

create function public.pm_hold_on_waitlist(enrollment_id uuid, reason text default null, held_until date default null)
returns public.pm_group_enrollments
language sql
set search_path = ''
as $$
  select private.hold_on_waitlist(enrollment_id, reason, held_until)
$$;
comment on function public.pm_hold_on_waitlist(uuid, text, date) is
  'Holds somebody who waits back: the place is kept, seats that come free go to the next. Until released, or until held_until (on that day, in the organization''s calendar, the hold is over; it gives no seat by itself). Called again: changes reason and day. reason: at most 500 characters, or null. Needs pm.group_enrollments.edit. Returns the enrollment. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION, INVALID_INPUT.';

create function private.release_from_hold(enrollment_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  enrollment public.pm_group_enrollments := private.require_waiting(enrollment_id);
  promoted public.pm_group_enrollments;
begin
  if enrollment.waitlist_held_at is null then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'The patient is not held back.', 'Reload the page.');
  end if;
  update public.pm_group_enrollments released
  set waitlist_held_at = null, waitlist_held_until = null, waitlist_hold_reason = null where released.id = enrollment_id;
  perform set_config('quorum.promoted_enrollment', '', true);
  -- Seats may have stayed free only because of the hold: in order of the waitlist, up to this patient.
  loop
    exit when private.promote_waiting(private.lock_group(enrollment.organization_id, enrollment.group_definition_id), 1,
      jsonb_build_object('rule', 'hold_released', 'by_enrollment_id', enrollment_id)) = 0;
    exit when current_setting('quorum.promoted_enrollment', true) = enrollment_id::text;
  end loop;
  select * into enrollment from public.pm_group_enrollments released where released.id = enrollment_id;
  select * into promoted from public.pm_group_enrollments seat
  where seat.id = nullif(current_setting('quorum.promoted_enrollment', true), '')::uuid;
  return jsonb_build_object('released', to_jsonb(enrollment), 'promoted', case when promoted.id is not null then to_jsonb(promoted) end);
end
$$;
comment on function private.release_from_hold(uuid) is 'See public.pm_release_from_hold.';

create function public.pm_release_from_hold(enrollment_id uuid) returns jsonb
language sql
set search_path = ''
as $$
  select private.release_from_hold(enrollment_id)
$$;
comment on function public.pm_release_from_hold(uuid) is
  'Ends a hold; seats that are free go to those in line up to this patient. Needs pm.group_enrollments.edit. Returns {released: row, promoted: row or null}, promoted: who got a seat last, the released one if there was one left. Raises ENROLLMENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';

create function private.waiting_in_like_groups(group_definition_id uuid) returns table (
  enrollment_id uuid, patient_id uuid, other_group_definition_id uuid, group_name text, place integer, waiting_since timestamptz, is_held boolean
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_enrollments.view');
  today date := private.organization_today(definition.organization_id);
begin
  return query
    select queued.id, queued.patient_id, queued.group_definition_id, queued.name, queued.rank::integer, queued.waitlisted_at, queued.held_back
    from (
      select waiting.id, waiting.patient_id, waiting.group_definition_id, other.name, waiting.waitlisted_at, private.is_held(waiting, today) as held_back,
        row_number() over (partition by waiting.group_definition_id order by waiting.waitlist_position) as rank
      from public.pm_group_definitions other
      join public.pm_group_enrollments waiting
        on waiting.organization_id = other.organization_id and waiting.group_definition_id = other.id
        and waiting.status = 'waitlisted' and waiting.deleted_at is null
      where other.organization_id = definition.organization_id and other.group_type = definition.group_type and other.id <> definition.id
        and other.status = 'active' and other.deleted_at is null
    ) queued
    where not exists (
      select from public.pm_group_enrollments here
      where here.group_definition_id = definition.id and here.patient_id = queued.patient_id and here.status <> 'disenrolled' and here.deleted_at is null)
    order by queued.waitlisted_at, queued.id
    limit 200;
end
$$;
comment on function private.waiting_in_like_groups(uuid) is 'See public.pm_waiting_in_like_groups.';

create function public.pm_waiting_in_like_groups(group_definition_id uuid) returns table (
  enrollment_id uuid, patient_id uuid, other_group_definition_id uuid, group_name text, place integer, waiting_since timestamptz, is_held boolean
)
language sql stable
set search_path = ''
as $$
  select * from private.waiting_in_like_groups(group_definition_id)
$$;
comment on function public.pm_waiting_in_like_groups(uuid) is
  'Who could be invited into the group: those who wait in other active groups of its type and are not in it, longest waiting first, at most 200. place: on the other group''s waitlist. Needs pm.group_enrollments.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function
  private.seat_outlook(uuid), private.waitlist(uuid), private.hold_on_waitlist(uuid, text, date), private.release_from_hold(uuid),
  private.waiting_in_like_groups(uuid),
  public.pm_seat_outlook(uuid), public.pm_waitlist(uuid), public.pm_hold_on_waitlist(uuid, text, date), public.pm_release_from_hold(uuid),
  public.pm_waiting_in_like_groups(uuid)
  to authenticated, service_role;

-- Patients between groups: who would be in two places, who was where when, transfer, and merging two groups.

create function private.enrollment_conflicts(definition public.pm_group_definitions, patient_ids uuid[], from_day date) returns table (
  patient_id uuid, other_group_definition_id uuid, other_group_name text, session_id uuid, other_session_id uuid, session_date date,
  start_time time, end_time time, other_start_time time, other_end_time time, conflict_count integer
)
language sql stable security definer
set search_path = ''
as $$
  with clash as (
    select elsewhere.patient_id, other_group.id as other_group_id, other_group.name, session.id as session_id, other.id as other_session_id, session.session_date,
      session.start_time, session.end_time, other.start_time as other_start_time, other.end_time as other_end_time,
      row_number() over (partition by elsewhere.patient_id, other_group.id order by session.starts_at, other.starts_at) as rank,
      count(*) over (partition by elsewhere.patient_id, other_group.id)::integer as times
    from public.pm_group_enrollments elsewhere
    join public.pm_group_definitions other_group
      on other_group.organization_id = elsewhere.organization_id and other_group.id = elsewhere.group_definition_id and other_group.deleted_at is null
    join public.pm_group_schedule other
      on other.organization_id = elsewhere.organization_id and other.group_definition_id = elsewhere.group_definition_id
      and other.status in ('scheduled', 'active') and other.ends_at > now() and other.session_date >= elsewhere.starts_on
    join public.pm_group_schedule session
      on session.organization_id = elsewhere.organization_id and session.group_definition_id = definition.id
      and session.status in ('scheduled', 'active') and session.session_date >= from_day
      and session.starts_at < other.ends_at and session.ends_at > other.starts_at
    where elsewhere.organization_id = definition.organization_id and elsewhere.patient_id = any (patient_ids)
      and elsewhere.group_definition_id <> definition.id and elsewhere.status = 'enrolled' and elsewhere.deleted_at is null
  )
  select clash.patient_id, clash.other_group_id, clash.name, clash.session_id, clash.other_session_id, clash.session_date,
    clash.start_time, clash.end_time, clash.other_start_time, clash.other_end_time, clash.times
  from clash where clash.rank = 1
  order by clash.session_date, clash.start_time, clash.patient_id, clash.name
$$;
comment on function private.enrollment_conflicts(public.pm_group_definitions, uuid[], date) is
  'See public.pm_enrollment_conflicts. from_day: the first day on the group''s rosters.';

create function private.checked_enrollment_conflicts(group_definition_id uuid, patient_ids uuid[], starts_on date) returns table (
  patient_id uuid, other_group_definition_id uuid, other_group_name text, session_id uuid, other_session_id uuid, session_date date,
  start_time time, end_time time, other_start_time time, other_end_time time, conflict_count integer
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_enrollments.view');
begin
  perform private.require_permission(definition.organization_id, 'pm.group_schedule.view');
  if coalesce(cardinality(patient_ids), 0) not between 1 and 100 then
    perform private.refuse('PT400', 'INVALID_INPUT', format('1 to 100 patients at a time, not %s.', coalesce(cardinality(patient_ids), 0)), null);
  end if;
  return query select * from private.enrollment_conflicts(definition, patient_ids,
    coalesce(starts_on, private.organization_today(definition.organization_id)));
end
$$;
comment on function private.checked_enrollment_conflicts(uuid, uuid[], date) is 'See public.pm_enrollment_conflicts.';

create function public.pm_enrollment_conflicts(group_definition_id uuid, patient_ids uuid[], starts_on date default null) returns table (
  patient_id uuid, other_group_definition_id uuid, other_group_name text, session_id uuid, other_session_id uuid, session_date date,
  start_time time, end_time time, other_start_time time, other_end_time time, conflict_count integer
)
language sql stable
set search_path = ''
as $$
  select * from private.checked_enrollment_conflicts(group_definition_id, patient_ids, starts_on)
$$;
comment on function public.pm_enrollment_conflicts(uuid, uuid[], date) is
  'Who of the 1 to 100 patients would be in two places at once: sessions of the group to come from starts_on on (null: today) that overlap sessions of a group in which the patient has a seat. One row a patient and other group, with the first such pair and how many there are. A warning: enrolling is not refused. Needs pm.group_enrollments.view and pm.group_schedule.view. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT.';

create function public.pm_group_roster(group_definition_id uuid, on_date date default null) returns setof public.pm_group_enrollments
language sql stable
set search_path = ''
as $$
  select distinct on (enrollment.patient_id) enrollment.*
  from public.pm_group_enrollments enrollment
  cross join lateral (select organization.timezone, coalesce(on_date, (now() at time zone organization.timezone)::date) as day
    from public.pf_organizations organization where organization.id = enrollment.organization_id) calendar
  where enrollment.group_definition_id = pm_group_roster.group_definition_id and enrollment.deleted_at is null
    and enrollment.enrolled_at is not null and enrollment.starts_on <= calendar.day
    and (enrollment.status = 'enrolled' or (enrollment.disenrolled_at at time zone calendar.timezone)::date > calendar.day)
  order by enrollment.patient_id, enrollment.enrolled_at desc
$$;
comment on function public.pm_group_roster(uuid, date) is
  'The enrollments that are on the group''s roster on a day (null: the organization''s today): with a seat, from starts_on until the day before the patient left; a patient once. Row level security applies (pm.group_enrollments.view); patients can be embedded. Empty for a group that the caller cannot see.';

create function public.pm_session_roster(session_id uuid) returns setof public.pm_group_enrollments
language sql stable
set search_path = ''
as $$
  select distinct on (enrollment.patient_id) enrollment.*
  from public.pm_group_schedule session
  join public.pm_group_enrollments enrollment
    on enrollment.organization_id = session.organization_id and enrollment.group_definition_id = session.group_definition_id
  where session.id = session_id and enrollment.deleted_at is null and enrollment.enrolled_at is not null
    and enrollment.starts_on <= session.session_date
    and (enrollment.status = 'enrolled' or enrollment.disenrolled_at > session.starts_at)
  order by enrollment.patient_id, enrollment.enrolled_at desc
$$;
comment on function public.pm_session_roster(uuid) is
  'The enrollments that were, are or will be on the roster of a session: with a seat, from starts_on until they left before it began; a patient once. Row level security applies (pm.group_schedule.view, pm.group_enrollments.view); patients can be embedded. Empty for a session that the caller cannot see.';

create function private.transfer_enrollment(enrollment_id uuid, group_definition_id uuid, on_full text, starts_on date, reason text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  origin public.pm_group_definitions;
  destination public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_enrollments.create');
  enrollment public.pm_group_enrollments := private.require_enrollment(enrollment_id, 'pm.group_enrollments.edit');
  entered public.pm_group_enrollments;
  answer jsonb;
begin
  if enrollment.organization_id <> destination.organization_id then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'Choose a group of the same organization.');
  end if;
  if enrollment.status = 'disenrolled' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'This enrollment has ended, so there is no seat to transfer.', 'Enroll the patient in the other group.');
  end if;
  if enrollment.group_definition_id = destination.id then
    perform private.refuse('PT409', 'INVALID_TRANSITION', format('The patient is in "%s" already.', destination.name), 'Choose another group.');
  end if;
  select * into origin from public.pm_group_definitions definition where definition.id = enrollment.group_definition_id;
  -- For the log: both sides name the other. One patient at a time, so the setting says whom it concerns.
  perform set_config('quorum.transfer', jsonb_build_object('patient_id', enrollment.patient_id, 'from_group_id', origin.id, 'to_group_id', destination.id)::text, true);
  -- Entered before the old seat is given up: a full group refuses while nothing has changed.
  entered := private.enroll_patient(destination.id, enrollment.patient_id, on_full, starts_on, enrollment.id);
  answer := private.disenroll_patient(enrollment.id,
    left(coalesce(private.reason_words(reason), format('Transferred to "%s"', destination.name)), 500));
  perform set_config('quorum.transfer', '', true);
  return answer || jsonb_build_object('enrolled', to_jsonb(entered));
end
$$;
comment on function private.transfer_enrollment(uuid, uuid, text, date, text) is 'See public.pm_transfer_enrollment.';

create function public.pm_transfer_enrollment(
  enrollment_id uuid, group_definition_id uuid, on_full text default 'reject', starts_on date default null, reason text default null
) returns jsonb
language sql
set search_path = ''
as $$
  select private.transfer_enrollment(enrollment_id, group_definition_id, on_full, starts_on, reason)
$$;
comment on function public.pm_transfer_enrollment(uuid, uuid, text, date, text) is
  'Moves a patient with a seat or a waitlist place to another group in one step: enrolled there from starts_on on (null: today), disenrolled here, the seat here to the first who waits. When the other group is full: on_full ''reject'' refuses and changes nothing, ''waitlist'' gives the old seat up for a place. What was attended stays with the old enrollment, which the new one names (transferred_from_id). Needs pm.group_enrollments.edit and .create. Returns {disenrolled: row, enrolled: row, promoted: row or null}. Raises ENROLLMENT_NOT_FOUND, GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION, PATIENT_ALREADY_ENROLLED, GROUP_AT_CAPACITY, GROUP_NOT_ACTIVE, INVALID_INPUT.';

create function private.merge_groups(group_definition_id uuid, into_group_definition_id uuid, reason text, preview boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  origin public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_definitions.edit');
  destination public.pm_group_definitions := private.require_group(into_group_definition_id, 'pm.group_enrollments.create');
  words text;
  today date := private.organization_today(origin.organization_id);
  leaving public.pm_group_enrollments;
  entered public.pm_group_enrollments;
  moved jsonb := '[]';
  session public.pm_group_schedule;
  cancelled jsonb := '[]';
  answer jsonb;
begin
  if origin.organization_id <> destination.organization_id then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'There is no such group in this organization.', 'Choose a group of the same organization.');
  end if;
  if origin.id = destination.id then
    perform private.refuse('PT400', 'INVALID_INPUT', 'A group cannot be merged into itself.', 'Choose another group.');
  end if;
  perform private.require_permission(origin.organization_id, 'pm.group_enrollments.edit');
  words := left(coalesce(private.reason_words(reason), format('Merged into "%s"', destination.name)), 500);
  perform private.lock_organizations('enrollments');
  perform private.lock_organizations('schedule');
  select * into destination from public.pm_group_definitions definition where definition.id = destination.id and definition.deleted_at is null;
  if destination.id is null then
    perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'The other group was deleted just now.', 'Reload the page.');
  end if;
  if destination.status <> 'active' then
    perform private.refuse('PT409', 'GROUP_NOT_ACTIVE', format('"%s" is %s and takes no patients.', destination.name, destination.status),
      'Choose an active group.');
  end if;
  begin
    -- Completed first: whoever leaves it makes room for nobody.
    update public.pm_group_definitions merged set status = 'completed' where merged.id = origin.id and merged.deleted_at is null returning * into origin;
    if origin.id is null then
      perform private.refuse('PT404', 'GROUP_NOT_FOUND', 'The group was deleted just now.', 'Reload the page.');
    end if;
    for leaving in
      select * from public.pm_group_enrollments live
      where live.organization_id = origin.organization_id and live.group_definition_id = origin.id and live.status <> 'disenrolled' and live.deleted_at is null
      order by live.waitlist_position nulls first, live.enrolled_at, live.id
    loop
      perform set_config('quorum.transfer',
        jsonb_build_object('patient_id', leaving.patient_id, 'from_group_id', origin.id, 'to_group_id', destination.id)::text, true);
      begin
        -- Who is held back must not be given a seat by the move either.
        perform set_config('quorum.keep_waiting', case when private.is_held(leaving, today) then 'on' else '' end, true);
        entered := private.enroll_patient(destination.id, leaving.patient_id, 'waitlist', greatest(leaving.starts_on, today), leaving.id);
        perform set_config('quorum.keep_waiting', '', true);
        if private.is_held(leaving, today) then
          update public.pm_group_enrollments held
          set (waitlist_held_at, waitlist_held_until, waitlist_hold_reason) = (leaving.waitlist_held_at, leaving.waitlist_held_until, leaving.waitlist_hold_reason)
          where held.id = entered.id;
        end if;
        answer := jsonb_build_object('status', entered.status, 'waitlist_position', entered.waitlist_position);
      exception when sqlstate 'PT409' then
        if sqlerrm <> 'PATIENT_ALREADY_ENROLLED' then
          raise;
        end if;
        answer := jsonb_build_object('status', 'already_there', 'waitlist_position', null);
      end;
      update public.pm_group_enrollments left_behind set status = 'disenrolled', disenroll_reason = words where left_behind.id = leaving.id;
      moved := moved || (answer || jsonb_build_object('patient_id', leaving.patient_id, 'enrollment_id', leaving.id, 'was', leaving.status));
    end loop;
    perform set_config('quorum.transfer', '', true);
    answer := (select jsonb_object_agg(named.status, (select count(*) from jsonb_array_elements(moved) entry where entry ->> 'status' = named.status))
      from unnest(array['enrolled', 'waitlisted', 'already_there']) named (status));
    perform private.log_activity(origin.organization_id, origin.id, null, 'group_merged', answer || jsonb_build_object('into_group_id', destination.id));
    perform private.log_activity(origin.organization_id, destination.id, null, 'group_merged', answer || jsonb_build_object('from_group_id', origin.id));
    -- Sessions last, since cancelling writes domain events (see private.emit_event).
    for session in
      select * from public.pm_group_schedule coming
      where coming.organization_id = origin.organization_id and coming.group_definition_id = origin.id and coming.status = 'scheduled' and coming.starts_at > now()
      order by coming.starts_at
    loop
      perform private.cancel_session(session.id, words);
      cancelled := cancelled || jsonb_build_object('id', session.id, 'session_date', session.session_date, 'start_time', session.start_time, 'end_time', session.end_time);
    end loop;
    select * into destination from public.pm_group_definitions definition where definition.id = destination.id;
    if preview then
      raise exception using errcode = 'QP000';
    end if;
  exception when sqlstate 'QP000' then
    null; -- The preview is the merge itself, taken back.
  end;
  return answer || jsonb_build_object('moved', moved, 'cancelled_sessions', cancelled, 'group', to_jsonb(origin), 'into_group', to_jsonb(destination));
end
$$;
comment on function private.merge_groups(uuid, uuid, text, boolean) is 'See public.pm_merge_groups.';

create function public.pm_merge_groups(group_definition_id uuid, into_group_definition_id uuid, reason text default null, preview boolean default false) returns jsonb
language sql
set search_path = ''
as $$
  select private.merge_groups(group_definition_id, into_group_definition_id, reason, preview)
$$;
comment on function public.pm_merge_groups(uuid, uuid, text, boolean) is
  'Moves everybody of a group into another: those with seats first, in order of enrollment, then the waitlist in order; the other''s capacity holds, who does not fit or is held back waits. Sessions to come of the first are cancelled with the reason (null: "Merged into ..."), and it becomes completed. preview: the same answer, nothing saved. Needs pm.group_definitions.edit, pm.group_enrollments.edit and .create, and pm.group_schedule.delete if there are sessions to cancel. Returns {moved: [{patient_id, enrollment_id, was, status: enrolled | waitlisted | already_there, waitlist_position}], enrolled, waitlisted, already_there, cancelled_sessions: [{id, session_date, start_time, end_time}], group: row, into_group: row}. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, GROUP_NOT_ACTIVE, INVALID_INPUT.';

grant execute on function
  private.checked_enrollment_conflicts(uuid, uuid[], date), private.transfer_enrollment(uuid, uuid, text, date, text),
  private.merge_groups(uuid, uuid, text, boolean),
  public.pm_enrollment_conflicts(uuid, uuid[], date), public.pm_group_roster(uuid, date), public.pm_session_roster(uuid),
  public.pm_transfer_enrollment(uuid, uuid, text, date, text), public.pm_merge_groups(uuid, uuid, text, boolean)
  to authenticated, service_role;

-- The next cycle: groups made anew from existing ones, one or a whole cohort, with their patients and sessions if wanted.

create function private.rule_shifted(rule text, days integer) returns text
language sql immutable
set search_path = ''
as $$
  select case when until.day is null then rule
    else replace(rule, 'UNTIL=' || until.day, 'UNTIL=' || to_char(
      -- Not to_date: a rule that ends on February 31 is no reason to refuse the clone.
      make_date(left(until.day, 4)::integer, substr(until.day, 5, 2)::integer, 1) + right(until.day, 2)::integer - 1 + days, 'YYYYMMDD')) end
  from (select substring(rule from 'UNTIL=([1-9]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))') as day) until
$$;
comment on function private.rule_shifted(text, integer) is 'The recurrence rule with its end, if it names one, so many days later.';

create function private.active_member(organization_id uuid, user_id uuid) returns uuid
language sql stable security definer
set search_path = ''
as $$
  select membership.user_id from public.pf_memberships membership
  where membership.organization_id = active_member.organization_id and membership.user_id = active_member.user_id and membership.status = 'active'
$$;
comment on function private.active_member(uuid, uuid) is 'The person, if an active member of the organization; else null.';

create function private.make_clone(source public.pm_group_definitions, changes jsonb, include_facilitators boolean, include_patients boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  wanted public.pm_group_definitions;
  made public.pm_group_definitions;
  live public.pm_group_enrollments;
  entered public.pm_group_enrollments;
  patients jsonb := '[]';
  warnings jsonb := '[]';
  left_people text;
  unseated integer;
begin
  wanted := jsonb_populate_record(source, changes);
  if exists (
    select from public.pm_group_definitions other
    where other.organization_id = source.organization_id and other.deleted_at is null and lower(other.name) = lower(btrim(wanted.name))
      and other.start_date is not distinct from wanted.start_date
  ) then
    warnings := warnings || jsonb_build_object('kind', 'same_name', 'detail',
      format('There is a group "%s"%s already.', wanted.name, coalesce(' that starts on ' || to_char(wanted.start_date, 'FMDy, Mon FMDD, YYYY'), '')));
  end if;
  if include_facilitators then
    select string_agg(profile.full_name, ' and ' order by profile.full_name) into left_people
    from unnest(array[source.facilitator_id, source.co_facilitator_id]) person
    join public.pf_profiles profile on profile.id = person
    where private.active_member(source.organization_id, person) is null;
    if left_people is not null then
      warnings := warnings || jsonb_build_object('kind', 'facilitator_left', 'detail', format('%s: no active member any more, so left open.', left_people));
    end if;
  end if;
  perform set_config('quorum.cloned_from', source.id::text, true);
  insert into public.pm_group_definitions (organization_id, name, description, group_type, facilitator_id, co_facilitator_id, location, max_capacity,
    min_capacity, duration_minutes, recurrence_rule, time_period, start_date, end_date, session_creation_permission, session_approval_required,
    advance_notice_hours, allowed_time_slots, custom_fields)
  values (source.organization_id, wanted.name, source.description, source.group_type,
    case when include_facilitators then private.active_member(source.organization_id, source.facilitator_id) end,
    case when include_facilitators then private.active_member(source.organization_id, source.co_facilitator_id) end,
    source.location, wanted.max_capacity, case when source.min_capacity is not null then least(source.min_capacity, wanted.max_capacity) end, source.duration_minutes,
    private.rule_shifted(source.recurrence_rule, coalesce(wanted.start_date - source.start_date, 0)), wanted.time_period, wanted.start_date, wanted.end_date,
    source.session_creation_permission, source.session_approval_required, source.advance_notice_hours, source.allowed_time_slots, source.custom_fields)
  returning * into made;
  perform set_config('quorum.cloned_from', '', true);

  if include_patients then
    for live in
      select * from public.pm_group_enrollments enrollment
      where enrollment.organization_id = source.organization_id and enrollment.group_definition_id = source.id
        and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null
      order by enrollment.waitlist_position nulls first, enrollment.enrolled_at, enrollment.id
    loop
      entered := private.enroll_patient(made.id, live.patient_id, 'waitlist', greatest(made.start_date, private.organization_today(made.organization_id)));
      patients := patients || jsonb_build_object('patient_id', live.patient_id, 'was', live.status, 'status', entered.status,
        'waitlist_position', entered.waitlist_position);
    end loop;
    select count(*) into unseated from jsonb_array_elements(patients) patient where patient ->> 'was' = 'enrolled' and patient ->> 'status' = 'waitlisted';
    if unseated > 0 then
      warnings := warnings || jsonb_build_object('kind', 'waitlisted', 'detail',
        format('%s who %s a seat in "%s" would wait: the new group has %s.', case unseated when 1 then 'One patient' else unseated || ' patients' end,
          case unseated when 1 then 'has' else 'have' end, source.name, made.max_capacity));
    end if;
  end if;
  return jsonb_build_object('source_id', source.id, 'group', to_jsonb(made), 'patients', patients,
    'cloned_patients', (select count(*) from jsonb_array_elements(patients) patient where patient ->> 'status' = 'enrolled'),
    'waitlisted_patients', (select count(*) from jsonb_array_elements(patients) patient where patient ->> 'status' = 'waitlisted'),
    'cloned_facilitators', (made.facilitator_id is not null)::integer + (made.co_facilitator_id is not null)::integer,
    'warnings', warnings);
exception when data_exception then
  perform private.refuse('PT400', 'INVALID_INPUT', format('A date or number of "%s" cannot be used: %s.', source.name, sqlerrm), null);
  return null;
end
$$;
comment on function private.make_clone(public.pm_group_definitions, jsonb, boolean, boolean) is
  'Makes one group from another: changes {name, time_period, start_date, end_date, max_capacity} replace the source''s values; the new one is active, with a code of its own. Patients: those with seats first, in order of enrollment, then the waitlist in order, on rosters from the later of today and the start date. Facilitators only if still active members. Returns {source_id, group, patients, cloned_patients, waitlisted_patients, cloned_facilitators, warnings}. The caller has checked permissions, but for enrolling. Raises INVALID_INPUT and what groups raise.';

create function private.clone_sessions(source_id uuid, made public.pm_group_definitions, days integer) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  held public.pm_group_schedule;
  series public.pm_session_series;
  plan public.pm_group_schedule;
  answer jsonb;
  made_series jsonb := '{}';
  first_date date;
  last_date date;
  created integer := 0;
  skipped jsonb := '[]';
begin
  for held in
    select * from public.pm_group_schedule session
    where session.organization_id = made.organization_id and session.group_definition_id = source_id and session.status <> 'cancelled'
    order by session.starts_at, session.id
  loop
    series := null;
    if held.series_id is not null then
      if not made_series ? held.series_id::text then
        select * into series from public.pm_session_series original where original.id = held.series_id;
        insert into public.pm_session_series (organization_id, group_definition_id, recurrence_rule, start_time, end_time, location, is_finite)
        values (made.organization_id, made.id,
          -- Moved by something else than whole weeks, the days of the rule no longer fit its dates.
          case when days % 7 = 0 and series.recurrence_rule ~ '(^|;)FREQ=(DAILY|WEEKLY)(;|$)' then private.rule_shifted(series.recurrence_rule, days) end,
          series.start_time, series.end_time, series.location, series.is_finite)
        returning * into series;
        made_series := made_series || jsonb_build_object(held.series_id::text, series.id);
      end if;
      select * into series from public.pm_session_series fresh where fresh.id = (made_series ->> held.series_id::text)::uuid;
    end if;
    plan := null;
    plan.organization_id := made.organization_id;
    plan.group_definition_id := made.id;
    plan.session_date := held.session_date + days;
    plan.start_time := held.start_time;
    plan.end_time := held.end_time;
    plan.session_type := case when held.series_id is null then 'scheduled' else 'recurring' end;
    plan.series_id := series.id;
    -- A substitute was for that day; a room, too, where the series has its own. People: the group's, by default.
    plan.location := case when held.series_id is null then held.location else series.location end;
    plan.conflict_override := false;
    answer := private.schedule_if_free(plan, false);
    if answer ? 'error' then
      skipped := skipped || answer;
    else
      created := created + 1;
      first_date := least(first_date, plan.session_date);
      last_date := greatest(last_date, plan.session_date);
    end if;
  end loop;
  delete from public.pm_session_series empty
  where empty.organization_id = made.organization_id and empty.group_definition_id = made.id
    and not exists (select from public.pm_group_schedule session where session.series_id = empty.id);
  return jsonb_build_object('created', created, 'first_date', first_date, 'last_date', last_date, 'skipped', skipped);
end
$$;
comment on function private.clone_sessions(uuid, public.pm_group_definitions, integer) is
  'Gives the new group the source''s sessions that are not cancelled, so many days later, with the new group''s people. Returns {created, first_date, last_date, skipped: [{session_date, start_time, error, detail}]}. The caller has checked permissions and holds the schedule''s lock.';

create function private.clone_group(
  group_definition_id uuid, name text, time_period text, start_date date, end_date date, max_capacity integer,
  include_facilitators boolean, include_patients boolean
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  source public.pm_group_definitions := private.require_group(group_definition_id, 'pm.group_definitions.create');
  clone jsonb;
begin
  if include_patients then
    perform private.require_permission(source.organization_id, 'pm.group_enrollments.create');
  end if;
  perform private.lock_organizations('enrollments');
  clone := private.make_clone(source,
    jsonb_strip_nulls(jsonb_build_object('name', name, 'time_period', time_period, 'max_capacity', max_capacity))
      || case when start_date is null and end_date is null then '{}'
        when start_date is null then jsonb_build_object('end_date', end_date)
        else jsonb_build_object('start_date', start_date, 'end_date', end_date) end,
    coalesce(include_facilitators, false), coalesce(include_patients, true));
  return (clone -> 'group') || (clone - 'group');
end
$$;
comment on function private.clone_group(uuid, text, text, date, date, integer, boolean, boolean) is 'See public.pm_clone_group.';

create function public.pm_clone_group(
  group_definition_id uuid, name text default null, time_period text default null, start_date date default null, end_date date default null,
  max_capacity integer default null, include_facilitators boolean default false, include_patients boolean default true
) returns jsonb
language sql
set search_path = ''
as $$
  select private.clone_group(group_definition_id, name, time_period, start_date, end_date, max_capacity, include_facilitators, include_patients)
$$;
comment on function public.pm_clone_group(uuid, text, text, date, date, integer, boolean, boolean) is
  'Makes a new active group like an existing one. Null: as the source''s; but with a start_date, no end_date means open-ended. include_patients: seats in order of enrollment, then the waitlist in order, within the new capacity. Needs pm.group_definitions.create, with patients also pm.group_enrollments.create. Returns the new group''s row plus {source_id, cloned_patients (with a seat), waitlisted_patients, cloned_facilitators, patients: [{patient_id, was, status, waitlist_position}], warnings: [{kind, detail}]}. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_TIME_PERIOD, INVALID_DATE_RANGE, INVALID_INPUT.';

create function private.changes_of_clone(source public.pm_group_definitions, days integer, wanted jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_build_object('start_date', source.start_date + days, 'end_date', source.end_date + days)
    || coalesce((select change - 'group_definition_id' from jsonb_array_elements(wanted) change where change ->> 'group_definition_id' = source.id::text), '{}')
$$;
comment on function private.changes_of_clone(public.pm_group_definitions, integer, jsonb) is
  'What replaces the source''s values: its dates so many days later, then its entry of wanted, if there is one.';

create function private.batch_clone_groups(
  group_definition_ids uuid[], date_offset_days integer, include_facilitators boolean, include_patients boolean, preview boolean, changes jsonb,
  include_sessions boolean
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  group_id uuid;
  source public.pm_group_definitions;
  sources public.pm_group_definitions[] := '{}';
  clone jsonb;
  clones jsonb[] := '{}';
  made public.pm_group_definitions;
  sessions jsonb;
  warnings jsonb;
  unknown text;
  sees_clashes boolean;
begin
  if coalesce(cardinality(group_definition_ids), 0) not between 1 and 50 or date_offset_days is null or date_offset_days not between -3660 and 3660 then
    perform private.refuse('PT400', 'INVALID_INPUT', '1 to 50 groups at a time, moved by at most 3660 days.', 'Clone them in several steps.');
  end if;
  if cardinality(group_definition_ids) <> (select count(distinct id) from unnest(group_definition_ids) id) then
    perform private.refuse('PT400', 'INVALID_INPUT', 'A group is named twice, or not at all.', 'Name each group once.');
  end if;
  foreach group_id in array group_definition_ids loop
    source := private.require_group(group_id, 'pm.group_definitions.create');
    if source.organization_id <> sources[1].organization_id then
      perform private.refuse('PT400', 'INVALID_INPUT', 'The groups belong to several organizations.', 'Clone the groups of one organization at a time.');
    end if;
    sources := sources || source;
  end loop;
  if include_patients then
    perform private.require_permission(source.organization_id, 'pm.group_enrollments.create');
  end if;
  if include_sessions then
    perform private.require_permission(source.organization_id, 'pm.group_schedule.create');
    if (select count(*) from public.pm_group_schedule session where session.organization_id = source.organization_id
        and session.group_definition_id = any (group_definition_ids) and session.status <> 'cancelled') > 1000 then
      perform private.refuse('PT400', 'INVALID_INPUT', 'These groups have more than 1000 sessions.', 'Clone fewer groups at a time, or without sessions.');
    end if;
  end if;
  if jsonb_typeof(changes) is distinct from 'array' or exists (select from jsonb_array_elements(changes) change where jsonb_typeof(change) <> 'object') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'changes is a list of objects, each with a group_definition_id.', null);
  end if;
  select key into unknown from jsonb_array_elements(changes) change, jsonb_object_keys(change) key
  where key not in ('group_definition_id', 'name', 'time_period', 'start_date', 'end_date', 'max_capacity') limit 1;
  if unknown is not null then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A change has the unknown key %s.', quote_literal(left(unknown, 60))), null);
  end if;
  select change ->> 'group_definition_id' into unknown from jsonb_array_elements(changes) change
  group by 1 having count(*) > 1 or coalesce(change ->> 'group_definition_id', '') <> all (group_definition_ids::text[]) limit 1;
  if found then
    perform private.refuse('PT400', 'INVALID_INPUT', 'Each change names one of group_definition_ids, and each of them once.', null);
  end if;

  perform private.lock_organizations('enrollments');
  perform private.lock_organizations('schedule');
  begin
    foreach source in array sources loop
      clones := clones || private.make_clone(source, private.changes_of_clone(source, date_offset_days, changes),
        coalesce(include_facilitators, false), coalesce(include_patients, true));
    end loop;
    -- Sessions after all groups, since they write domain events (see private.emit_event).
    for position in 1 .. cardinality(clones) loop
      clone := clones[position];
      made := jsonb_populate_record(null::public.pm_group_definitions, clone -> 'group');
      warnings := clone -> 'warnings';
      sessions := case when include_sessions then private.clone_sessions((clone ->> 'source_id')::uuid, made, date_offset_days)
        else '{"created": 0, "first_date": null, "last_date": null, "skipped": []}' end;
      if sessions -> 'skipped' <> '[]' then
        warnings := warnings || jsonb_build_object('kind', 'sessions_skipped', 'detail',
          format('%s of %s sessions would be left out.', jsonb_array_length(sessions -> 'skipped'),
            jsonb_array_length(sessions -> 'skipped') + (sessions ->> 'created')::integer));
      end if;
      clones[position] := clone || jsonb_build_object('sessions', sessions, 'warnings', warnings);
    end loop;
    -- Last, when all sessions of the cohort are there: it may clash with itself. Only for who may see whom and when it concerns.
    sees_clashes := private.has_permission(source.organization_id, 'pm.patients.view')
      and private.has_permission(source.organization_id, 'pm.group_enrollments.view')
      and private.has_permission(source.organization_id, 'pm.group_schedule.view');
    for position in 1 .. case when sees_clashes then cardinality(clones) else 0 end loop
      clone := clones[position];
      made := jsonb_populate_record(null::public.pm_group_definitions, clone -> 'group');
      select coalesce(jsonb_agg(jsonb_build_object('kind', 'two_places', 'patient_id', clash.patient_id, 'detail',
          format('%s would also be in "%s" on %s, %s-%s.', concat_ws(' ', patient.first_name, patient.last_name), clash.other_group_name,
            to_char(clash.session_date, 'FMDy, Mon FMDD, YYYY'), to_char(clash.other_start_time, 'FMHH12:MI AM'), to_char(clash.other_end_time, 'FMHH12:MI AM')))), '[]')
      into warnings
      from private.enrollment_conflicts(made, array(select (seat ->> 'patient_id')::uuid from jsonb_array_elements(clone -> 'patients') seat
          where seat ->> 'status' = 'enrolled'), greatest(made.start_date, private.organization_today(made.organization_id))) clash
      join public.pm_patients patient on patient.id = clash.patient_id;
      clones[position] := clone || jsonb_build_object('warnings', (clone -> 'warnings') || warnings);
    end loop;
    if preview then
      raise exception using errcode = 'QP000';
    end if;
  exception when sqlstate 'QP000' then
    null; -- The preview is the cloning itself, taken back.
  end;
  return jsonb_build_object('preview', coalesce(preview, false), 'groups', to_jsonb(clones));
end
$$;
comment on function private.batch_clone_groups(uuid[], integer, boolean, boolean, boolean, jsonb, boolean) is 'See public.pm_batch_clone_groups.';

create function public.pm_batch_clone_groups(
  group_definition_ids uuid[], date_offset_days integer, include_facilitators boolean default false, include_patients boolean default true,
  preview boolean default false, changes jsonb default '[]', include_sessions boolean default false
) returns jsonb
language sql
set search_path = ''
as $$
  select private.batch_clone_groups(
    group_definition_ids, date_offset_days, include_facilitators, include_patients, preview, changes, include_sessions)
$$;
comment on function public.pm_batch_clone_groups(uuid[], integer, boolean, boolean, boolean, jsonb, boolean) is
  'Makes a new active group from each of 1 to 50 groups of one organization, dates moved by date_offset_days (-3660 to 3660), all in one transaction. changes: [{group_definition_id, name, time_period, start_date, end_date, max_capacity}], what a key names replaces the moved value. include_sessions: also the sessions that are not cancelled (1000 at most), moved likewise, for the new group''s people; those that conflict are left out and named. preview: the same answer, nothing saved (ids mean nothing then). Returns {preview, groups: [{source_id, group: row, patients: [{patient_id, was, status, waitlist_position}], cloned_patients, waitlisted_patients, cloned_facilitators, sessions: {created, first_date, last_date, skipped: [{session_date, start_time, error, detail}]}, warnings: [{kind: same_name | facilitator_left | waitlisted | sessions_skipped | two_places, detail}]}]} in the order given. Needs pm.group_definitions.create, with patients pm.group_enrollments.create, with sessions pm.group_schedule.create. Raises GROUP_NOT_FOUND, PERMISSION_DENIED, INVALID_INPUT, INVALID_TIME_PERIOD, INVALID_DATE_RANGE.';

grant execute on function
  private.clone_group(uuid, text, text, date, date, integer, boolean, boolean),
  private.batch_clone_groups(uuid[], integer, boolean, boolean, boolean, jsonb, boolean),
  public.pm_clone_group(uuid, text, text, date, date, integer, boolean, boolean),
  public.pm_batch_clone_groups(uuid[], integer, boolean, boolean, boolean, jsonb, boolean)
  to authenticated, service_role;
