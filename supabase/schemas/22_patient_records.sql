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
