-- Patients of an organization.

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

create table public.pm_patients (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  mrn text not null,
  first_name text not null,
  last_name text not null,
  preferred_name text,
  date_of_birth date,
  phone text,
  email text,
  status text not null default 'active',
  custom_fields jsonb not null default '{}',
  search_text text generated always as (
    private.search_form(first_name || ' ' || last_name || ' ' || coalesce(preferred_name, '') || ' ' || mrn || ' ' || coalesce(phone, '') || ' '
      || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'))
  ) stored,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  notes text
);

alter table public.pm_patients
  add constraint pm_patients_pkey primary key (id),
  add constraint pm_patients_organization_id_id_key unique (organization_id, id),
  add constraint pm_patients_organization_id_mrn_key unique (organization_id, mrn),
  add constraint pm_patients_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id),
  add constraint pm_patients_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_patients_mrn_length check (char_length(mrn) <= 50 and btrim(mrn) <> ''),
  add constraint pm_patients_first_name_length check (char_length(first_name) <= 100 and btrim(first_name) <> ''),
  add constraint pm_patients_last_name_length check (char_length(last_name) <= 100 and btrim(last_name) <> ''),
  add constraint pm_patients_preferred_name_length check (char_length(preferred_name) <= 100 and btrim(preferred_name) <> ''),
  add constraint pm_patients_phone_length check (char_length(phone) <= 40 and btrim(phone) <> ''),
  add constraint pm_patients_email_format check (email ~ '^[^@\s]+@[^@\s]+$' and char_length(email) <= 254),
  add constraint pm_patients_date_of_birth_range check (date_of_birth >= '1900-01-01' and date_of_birth <= current_date + 1),
  add constraint pm_patients_status_check check (status in ('active', 'inactive')),
  add constraint pm_patients_notes_length check (char_length(notes) <= 4000),
  add constraint pm_patients_custom_fields_object check (jsonb_typeof(custom_fields) = 'object' and pg_column_size(custom_fields) < 65536);

create index pm_patients_created_by_idx on public.pm_patients (created_by);
-- Who might be the same person: looked up by birth date (pm_similar_patients).
create index pm_patients_date_of_birth_idx on public.pm_patients (organization_id, date_of_birth);
-- Who is written the same.
create index pm_patients_name_form_idx on public.pm_patients (organization_id, private.search_form(first_name || ' ' || last_name))
  where deleted_at is null;
create index pm_patients_name_idx on public.pm_patients (organization_id, last_name, first_name, id) where deleted_at is null;
-- The organization is part of the trigram index, so that a search costs what its own organization holds.
create index pm_patients_search_idx on public.pm_patients using gin (organization_id extensions.uuid_ops, search_text extensions.gin_trgm_ops)
  where deleted_at is null;

alter table public.pm_patients enable row level security;
alter table public.pm_patients force row level security;

create policy select_viewers on public.pm_patients for select to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.patients.view'))));
create policy insert_creators on public.pm_patients for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.patients.create'))));
create policy update_editors on public.pm_patients for update to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.patients.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.patients.edit'))));

grant select on public.pm_patients to authenticated;
grant insert (organization_id, mrn, first_name, last_name, preferred_name, date_of_birth, phone, email, status, custom_fields, notes)
  on public.pm_patients to authenticated;
grant update (mrn, first_name, last_name, preferred_name, date_of_birth, phone, email, status, custom_fields, notes)
  on public.pm_patients to authenticated;
grant all on public.pm_patients to service_role;

comment on table public.pm_patients is 'Patients. Soft-deleted by pm_delete_patient; hidden from the API while deleted_at is set.';
comment on column public.pm_patients.mrn is 'Medical record number, unique in the organization, deleted patients included.';
comment on column public.pm_patients.search_text is 'Names, MRN and phone (as written and as digits) in lower case and without accents; what pm_search_patients searches.';
comment on policy select_viewers on public.pm_patients is 'Patients: pm.patients.view; deleted ones are hidden.';
comment on policy insert_creators on public.pm_patients is 'Creating patients: pm.patients.create.';
comment on policy update_editors on public.pm_patients is 'Editing patients: pm.patients.edit.';

create function private.tg_pm_patients__tidy() returns trigger
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
create trigger _100_tidy before insert or update on public.pm_patients
  for each row execute function private.tg_pm_patients__tidy();
create trigger _900_touch before update on public.pm_patients for each row execute function private.tg__touch();

-- SECURITY DEFINER because the search operators are not leakproof: under RLS Postgres could not use the trigram index.
create function private.search_patients(organization_id uuid, query text) returns setof public.pm_patients
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
grant execute on function private.search_patients(uuid, text) to authenticated, service_role;

create function public.pm_search_patients(organization_id uuid, query text default '') returns setof public.pm_patients
language sql stable
set search_path = ''
as $$
  select * from private.search_patients(organization_id, query)
$$;
comment on function public.pm_search_patients(uuid, text) is
  'Patients whose names, MRN or phone contain every word of the query, those with words that begin so first, at most 200; when they are fewer than five (with a number in the query: none), then up to 100 with two neighbouring letters exchanged, and those who are similar (no digits in the query), the most similar first. Accents do not matter. All patients by name for an empty query. Of a query the first 100 characters count. Filters, order and range of PostgREST apply. Raises PERMISSION_DENIED.';
grant execute on function public.pm_search_patients(uuid, text) to authenticated, service_role;
