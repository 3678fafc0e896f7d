-- Question sets: what a session asks. Measures with scores and bands, check-ins, and material to read.

create function private.problem_of_questions(questions jsonb) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  question jsonb;
  position integer := 0;
  seen text[] := '{}';
  unknown text;
  option jsonb;
  options text[];
begin
  if jsonb_typeof(questions) is distinct from 'array' or jsonb_array_length(questions) > 60 then
    return 'Questions are a list of at most 60.';
  end if;
  for question in select * from jsonb_array_elements(questions) loop
    position := position + 1;
    if jsonb_typeof(question) <> 'object' then
      return format('Question %s is not an object.', position);
    end if;
    select key into unknown from jsonb_object_keys(question) key where key <> all (array['id', 'type', 'text', 'help', 'required', 'options', 'min', 'max', 'step',
      'min_label', 'max_label', 'scored', 'flag_above']) limit 1;
    if unknown is not null then
      return format('Question %s has the unknown key %s.', position, quote_literal(left(unknown, 40)));
    end if;
    if jsonb_typeof(question -> 'id') is distinct from 'string' or question ->> 'id' !~ '^[a-z0-9_]{1,40}$' or question ->> 'id' = any (seen) then
      return format('Question %s needs an id of its own: 1 to 40 lower-case letters, digits and _.', position);
    end if;
    seen := seen || (question ->> 'id');
    if coalesce(question ->> 'type', '') not in ('single', 'multiple', 'scale', 'number', 'text') then
      return format('Question %s has no type that is known: single, multiple, scale, number or text.', position);
    end if;
    if jsonb_typeof(question -> 'text') is distinct from 'string' or char_length(btrim(question ->> 'text')) not between 1 and 500 then
      return format('Question %s needs a text of 1 to 500 characters.', position);
    end if;
    if exists (select from jsonb_each(question) part where part.key in ('help', 'min_label', 'max_label')
               and (jsonb_typeof(part.value) <> 'string' or char_length(part.value #>> '{}') > 500))
       or exists (select from jsonb_each(question) part where part.key in ('required', 'scored') and jsonb_typeof(part.value) <> 'boolean')
       or exists (select from jsonb_each(question) part where part.key in ('min', 'max', 'step', 'flag_above')
               and (jsonb_typeof(part.value) <> 'number' or char_length(part.value #>> '{}') > 30 or abs((part.value #>> '{}')::numeric) > 1000000000)) then
      return format('Question %s: help and labels are text of at most 500 characters, required and scored are true or false, min, max, step and flag_above are numbers.', position);
    end if;
    if question ->> 'type' in ('single', 'multiple') then
      if jsonb_typeof(question -> 'options') is distinct from 'array' or jsonb_array_length(question -> 'options') not between 2 and 20 then
        return format('Question %s needs 2 to 20 options.', position);
      end if;
      options := '{}';
      for option in select * from jsonb_array_elements(question -> 'options') loop
        if jsonb_typeof(option) <> 'object' or option - array['value', 'label', 'score'] <> '{}'
           or jsonb_typeof(option -> 'value') is distinct from 'string' or option ->> 'value' !~ '^[A-Za-z0-9_.-]{1,40}$' or option ->> 'value' = any (options)
           or jsonb_typeof(option -> 'label') is distinct from 'string' or char_length(btrim(option ->> 'label')) not between 1 and 200
           or (option ? 'score' and (jsonb_typeof(option -> 'score') <> 'number' or char_length(option ->> 'score') > 30 or abs((option ->> 'score')::numeric) > 10000)) then
          return format('Each option of question %s needs a value of its own (letters, digits, . _ -), a label of 1 to 200 characters, and its score, if any, is a number.', position);
        end if;
        options := options || (option ->> 'value');
      end loop;
    elsif question ? 'options' then
      return format('Question %s has options, but is of type %s.', position, question ->> 'type');
    end if;
    if question ->> 'type' = 'scale' and (not question ?& array['min', 'max'] or (question ->> 'min')::numeric % 1 <> 0 or (question ->> 'max')::numeric % 1 <> 0
        or (question ->> 'max')::numeric - (question ->> 'min')::numeric not between 1 and 100 or coalesce((question ->> 'step')::numeric, 1) not between 1 and 100
        or coalesce((question ->> 'step')::numeric, 1) % 1 <> 0) then
      return format('Scale %s needs whole numbers as min and max, at most 100 apart, and a whole step, if any.', position);
    end if;
    if question ->> 'type' = 'number' and (question ->> 'min')::numeric > (question ->> 'max')::numeric then
      return format('Number %s has a min above its max.', position);
    end if;
  end loop;
  return null;
end
$$;
comment on function private.problem_of_questions(jsonb) is 'What is wrong with a list of questions, in a sentence; null if it can be asked (docs/data-model.md shows the form).';

create function private.problem_of_content(content jsonb) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  problem text := private.problem_of_questions(content -> 'questions');
begin
  if problem is not null then
    return problem;
  end if;
  if coalesce(content ->> 'scoring', '') not in ('none', 'sum') then
    return 'Scoring is none or sum.';
  end if;
  if jsonb_typeof(content -> 'bands') is distinct from 'array' or jsonb_array_length(content -> 'bands') > 20 or exists (
    select from jsonb_array_elements(content -> 'bands') band
    where jsonb_typeof(band) <> 'object' or band - array['min', 'max', 'label'] <> '{}'
      or jsonb_typeof(band -> 'min') is distinct from 'number' or jsonb_typeof(band -> 'max') is distinct from 'number'
      or char_length(band ->> 'min') > 30 or char_length(band ->> 'max') > 30 or band -> 'min' > band -> 'max'
      or jsonb_typeof(band -> 'label') is distinct from 'string' or char_length(btrim(band ->> 'label')) not between 1 and 100) then
    return 'Bands are a list of at most 20, each with min, max and a label of 1 to 100 characters.';
  end if;
  if exists (
    select from jsonb_array_elements(content -> 'bands') with ordinality one (band, position)
    join jsonb_array_elements(content -> 'bands') with ordinality other (band, position)
      on other.position > one.position and one.band -> 'min' <= other.band -> 'max' and other.band -> 'min' <= one.band -> 'max') then
    return 'Two bands overlap: a score must belong to one.';
  end if;
  if jsonb_typeof(content -> 'materials') is distinct from 'array' or jsonb_array_length(content -> 'materials') > 20 or exists (
    select from jsonb_array_elements(content -> 'materials') material
    where jsonb_typeof(material) <> 'object' or material - array['title', 'url'] <> '{}'
      or jsonb_typeof(material -> 'title') is distinct from 'string' or char_length(btrim(material ->> 'title')) not between 1 and 200
      or jsonb_typeof(material -> 'url') is distinct from 'string' or material ->> 'url' !~* '^https?://[^[:space:]"''<>]+$' or char_length(material ->> 'url') > 2000) then
    return 'Materials are a list of at most 20, each with a title of 1 to 200 characters and an address that begins with http:// or https://.';
  end if;
  return null;
end
$$;
comment on function private.problem_of_content(jsonb) is
  'What is wrong with {questions, scoring, bands, materials}, in a sentence; null if nothing is.';

create table public.pm_question_sets (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  title text not null,
  description text,
  source text,
  scoring text not null default 'none',
  questions jsonb not null default '[]',
  bands jsonb not null default '[]',
  materials jsonb not null default '[]',
  version integer not null default 1,
  previous_version_id uuid,
  superseded_at timestamptz,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
create table public.pm_group_question_sets (
  organization_id uuid not null,
  group_definition_id uuid not null,
  question_set_id uuid not null,
  is_check_in boolean not null default false,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now()
);

alter table public.pm_question_sets
  add constraint pm_question_sets_pkey primary key (id),
  add constraint pm_question_sets_organization_id_id_key unique (organization_id, id),
  add constraint pm_question_sets_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id),
  add constraint pm_question_sets_previous_version_fkey foreign key (organization_id, previous_version_id)
    references public.pm_question_sets (organization_id, id),
  add constraint pm_question_sets_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_question_sets_title_length check (char_length(title) <= 200 and btrim(title) <> ''),
  add constraint pm_question_sets_description_length check (char_length(description) <= 1000),
  add constraint pm_question_sets_source_length check (char_length(source) <= 1000),
  add constraint pm_question_sets_scoring_check check (scoring in ('none', 'sum')),
  add constraint pm_question_sets_size check (pg_column_size(questions) < 131072 and pg_column_size(bands) < 16384 and pg_column_size(materials) < 65536);
alter table public.pm_group_question_sets
  add constraint pm_group_question_sets_pkey primary key (group_definition_id, question_set_id),
  add constraint pm_group_question_sets_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pm_group_question_sets_question_set_fkey foreign key (organization_id, question_set_id)
    references public.pm_question_sets (organization_id, id),
  add constraint pm_group_question_sets_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null;

create unique index pm_question_sets_previous_version_key on public.pm_question_sets (organization_id, previous_version_id) where previous_version_id is not null;
create index pm_question_sets_title_idx on public.pm_question_sets (organization_id, title) where superseded_at is null and deleted_at is null;
create index pm_question_sets_created_by_idx on public.pm_question_sets (created_by);
create unique index pm_group_question_sets_check_in_key on public.pm_group_question_sets ((case when is_check_in then group_definition_id end));
create index pm_group_question_sets_group_idx on public.pm_group_question_sets (organization_id, group_definition_id);
create index pm_group_question_sets_question_set_idx on public.pm_group_question_sets (organization_id, question_set_id);
create index pm_group_question_sets_created_by_idx on public.pm_group_question_sets (created_by);

alter table public.pm_question_sets enable row level security;
alter table public.pm_question_sets force row level security;
alter table public.pm_group_question_sets enable row level security;
alter table public.pm_group_question_sets force row level security;

create policy select_viewers on public.pm_question_sets for select to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.question_sets.view'))));
create policy insert_creators on public.pm_question_sets for insert to authenticated
  with check (organization_id = any (array(select private.organizations_with('pm.question_sets.create'))));
create policy update_editors on public.pm_question_sets for update to authenticated
  using (deleted_at is null and organization_id = any (array(select private.organizations_with('pm.question_sets.edit'))))
  with check (organization_id = any (array(select private.organizations_with('pm.question_sets.edit'))));
create policy select_viewers on public.pm_group_question_sets for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.question_sets.view'))));

-- Versions, deletion and assignments are functions.
grant select on public.pm_question_sets, public.pm_group_question_sets to authenticated;
grant insert (organization_id, title, description, source, scoring, questions, bands, materials) on public.pm_question_sets to authenticated;
grant update (title, description, source, scoring, questions, bands, materials) on public.pm_question_sets to authenticated;
grant all on public.pm_question_sets, public.pm_group_question_sets to service_role;

comment on table public.pm_question_sets is 'What sessions ask: measures, check-ins, material. A set with answers is not changed: its next version is another row. Soft-deleted.';
comment on column public.pm_question_sets.source is 'Where the questions and the scoring come from, as one cites it.';
comment on column public.pm_question_sets.scoring is 'none, or sum: of the scores of the chosen options and of the values of scored scales and numbers.';
comment on column public.pm_question_sets.bands is '[{min, max, label}]: what a score means; both ends belong to the band.';
comment on column public.pm_question_sets.superseded_at is 'Since when a later version takes its place; null for the version in use.';
comment on table public.pm_group_question_sets is 'Which question sets a group uses, each once.';
comment on column public.pm_group_question_sets.is_check_in is 'True: asked at every session of the group from its start on; at most one a group.';
comment on policy select_viewers on public.pm_question_sets is 'Question sets: pm.question_sets.view; deleted ones are hidden.';
comment on policy insert_creators on public.pm_question_sets is 'Creating question sets: pm.question_sets.create.';
comment on policy update_editors on public.pm_question_sets is 'Changing question sets that have no answers: pm.question_sets.edit.';
comment on policy select_viewers on public.pm_group_question_sets is 'Which sets a group uses: pm.question_sets.view.';

create function private.has_answers(question_set_id uuid) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return exists (select from public.pm_session_responses response where response.question_set_id = has_answers.question_set_id);
end
$$;
comment on function private.has_answers(uuid) is 'True if somebody has answered this version of the question set.';

create function private.tg_pm_question_sets__check() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  problem text;
begin
  new.title := btrim(new.title);
  new.description := nullif(btrim(new.description), '');
  new.source := nullif(btrim(new.source), '');
  problem := private.problem_of_content(to_jsonb(new));
  if problem is not null then
    perform private.refuse('PT400', 'INVALID_QUESTIONS', problem, null);
  end if;
  if tg_op = 'UPDATE' and (new.title, new.scoring, new.questions, new.bands) is distinct from (old.title, old.scoring, old.questions, old.bands)
     and (old.superseded_at is not null or private.has_answers(old.id)) then
    perform private.refuse('PT409', 'QUESTION_SET_IN_USE', format('"%s" (version %s) has answers, and what was asked stays as it was.', old.title, old.version),
      'Save it as a new version with pm_save_question_set.');
  end if;
  return new;
end
$$;
comment on function private.tg_pm_question_sets__check() is 'Trims text; raises INVALID_QUESTIONS, and QUESTION_SET_IN_USE when title, questions or scoring of a set with answers would change.';
create trigger _100_check before insert or update on public.pm_question_sets
  for each row execute function private.tg_pm_question_sets__check();
create trigger _900_touch before update on public.pm_question_sets for each row execute function private.tg__touch();

create function private.require_question_set(question_set_id uuid, permission text, deleted boolean default false) returns public.pm_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  question_set public.pm_question_sets;
begin
  select * into question_set from public.pm_question_sets candidate where candidate.id = question_set_id and (candidate.deleted_at is not null) = deleted for no key update;
  if question_set.id is null or not private.can_see_organization(question_set.organization_id) then
    perform private.refuse('PT404', 'QUESTION_SET_NOT_FOUND', 'There is no such question set in your organizations.', 'It may have been deleted. Reload the page.');
  end if;
  perform private.require_permission(question_set.organization_id, permission);
  return question_set;
end
$$;
comment on function private.require_question_set(uuid, text, boolean) is
  'The question set, locked, if the caller may use the permission on it. deleted: look among the deleted ones. Raises QUESTION_SET_NOT_FOUND, PERMISSION_DENIED.';

create function private.save_question_set(question_set_id uuid, changes jsonb) returns public.pm_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  saved public.pm_question_sets := private.require_question_set(question_set_id, 'pm.question_sets.edit');
  wanted public.pm_question_sets;
  unknown text;
begin
  if jsonb_typeof(changes) is distinct from 'object' then
    perform private.refuse('PT400', 'INVALID_INPUT', 'changes is an object.', null);
  end if;
  select key into unknown from jsonb_object_keys(changes) key
  where key <> all (array['title', 'description', 'source', 'scoring', 'questions', 'bands', 'materials', 'updated_at']) limit 1;
  if unknown is not null then
    perform private.refuse('PT400', 'INVALID_INPUT', format('A question set has no %s to change.', quote_literal(left(unknown, 60))), null);
  end if;
  select key into unknown from jsonb_each(changes) given (key, value)
  where given.value = 'null' and key not in ('description', 'source') limit 1;
  if unknown is not null then
    perform private.refuse('PT400', 'INVALID_INPUT', format('The %s of a question set cannot be null.', unknown), 'Leave out what stays as it is.');
  end if;
  if saved.superseded_at is not null then
    perform private.refuse('PT409', 'QUESTION_SET_IN_USE', format('Version %s of "%s" is not the latest.', saved.version, saved.title), 'Change the latest version.');
  end if;
  -- To the millisecond, because more of a timestamp gets lost in a client that reads it as a date.
  if changes ? 'updated_at' and date_trunc('milliseconds', (changes ->> 'updated_at')::timestamptz) is distinct from date_trunc('milliseconds', saved.updated_at) then
    perform private.refuse('PT409', 'QUESTION_SET_CHANGED', 'Somebody else has saved this question set since you read it.', 'Look at what is stored before you replace it.');
  end if;
  wanted := jsonb_populate_record(saved, changes - 'updated_at');
  if (wanted.title, wanted.scoring, wanted.questions, wanted.bands) is not distinct from (saved.title, saved.scoring, saved.questions, saved.bands)
     or not private.has_answers(saved.id) then
    update public.pm_question_sets changed
    set title = wanted.title, description = wanted.description, source = wanted.source, scoring = wanted.scoring, questions = wanted.questions,
      bands = wanted.bands, materials = wanted.materials
    where changed.id = saved.id returning * into saved;
    return saved;
  end if;
  update public.pm_question_sets old_version set superseded_at = now() where old_version.id = saved.id;
  insert into public.pm_question_sets (organization_id, title, description, source, scoring, questions, bands, materials, version, previous_version_id)
  values (saved.organization_id, wanted.title, wanted.description, wanted.source, wanted.scoring, wanted.questions, wanted.bands, wanted.materials,
    saved.version + 1, saved.id)
  returning * into wanted;
  update public.pm_group_question_sets assigned set question_set_id = wanted.id
  where assigned.organization_id = saved.organization_id and assigned.question_set_id = saved.id;
  return wanted;
exception
  when invalid_datetime_format or datetime_field_overflow then
    perform private.refuse('PT400', 'INVALID_INPUT', 'updated_at is the time that you read in the question set.', null);
end
$$;
comment on function private.save_question_set(uuid, jsonb) is 'See public.pm_save_question_set.';

create function private.set_question_set_deleted(question_set_id uuid, is_deleted boolean) returns public.pm_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  question_set public.pm_question_sets := private.require_question_set(question_set_id, 'pm.question_sets.delete', not is_deleted);
begin
  update public.pm_question_sets changed set deleted_at = case when is_deleted then now() end where changed.id = question_set.id returning * into question_set;
  return question_set;
end
$$;
comment on function private.set_question_set_deleted(uuid, boolean) is 'See public.pm_delete_question_set and public.pm_restore_question_set.';

create function private.require_assigning(group_definition_id uuid) returns public.pm_group_definitions
language plpgsql stable security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_group(group_definition_id, 'pm.question_sets.view');
begin
  if not private.leads_group(definition) then
    perform private.require_permission(definition.organization_id, 'pm.question_sets.edit');
  end if;
  return definition;
end
$$;
comment on function private.require_assigning(uuid) is
  'The group, if the caller may choose its question sets: its facilitators with pm.question_sets.view, and who holds pm.question_sets.edit. Raises GROUP_NOT_FOUND, PERMISSION_DENIED.';

create function private.assign_question_set(group_definition_id uuid, question_set_id uuid, is_check_in boolean) returns public.pm_group_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_assigning(group_definition_id);
  question_set public.pm_question_sets := private.require_question_set(question_set_id, 'pm.question_sets.view');
  assigned public.pm_group_question_sets;
begin
  if question_set.organization_id <> definition.organization_id then
    perform private.refuse('PT404', 'QUESTION_SET_NOT_FOUND', 'There is no such question set in the organization of the group.', null);
  end if;
  if question_set.superseded_at is not null then
    perform private.refuse('PT409', 'QUESTION_SET_IN_USE', format('Version %s of "%s" is not the latest.', question_set.version, question_set.title), 'Assign the latest version.');
  end if;
  -- Two check-ins at once: the second waits, then takes the place of the first.
  perform private.lock_group(definition.organization_id, definition.id);
  if is_check_in then
    update public.pm_group_question_sets other set is_check_in = false
    where other.group_definition_id = definition.id and other.is_check_in and other.question_set_id <> question_set.id;
  end if;
  insert into public.pm_group_question_sets as listed (organization_id, group_definition_id, question_set_id, is_check_in)
  values (definition.organization_id, definition.id, question_set.id, coalesce(assign_question_set.is_check_in, false))
  on conflict on constraint pm_group_question_sets_pkey do update set is_check_in = excluded.is_check_in
  returning * into assigned;
  return assigned;
end
$$;
comment on function private.assign_question_set(uuid, uuid, boolean) is 'See public.pm_assign_question_set.';

create function private.unassign_question_set(group_definition_id uuid, question_set_id uuid) returns public.pm_group_question_sets
language plpgsql security definer
set search_path = ''
as $$
declare
  definition public.pm_group_definitions := private.require_assigning(group_definition_id);
  assigned public.pm_group_question_sets;
begin
  delete from public.pm_group_question_sets gone
  where gone.group_definition_id = definition.id and gone.question_set_id = unassign_question_set.question_set_id returning * into assigned;
  if assigned.question_set_id is null then
    perform private.refuse('PT404', 'QUESTION_SET_NOT_FOUND', 'This question set is not assigned to the group.', 'Reload the page.');
  end if;
  return assigned;
end
$$;
comment on function private.unassign_question_set(uuid, uuid) is 'See public.pm_unassign_question_set.';

create function private.patient_can_access_question_set(patient_id uuid, question_set_id uuid) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
declare
  organization uuid := (select patient.organization_id from public.pm_patients patient where patient.id = patient_id and patient.deleted_at is null);
begin
  if organization is null or not private.can_see_organization(organization) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Search again.');
  end if;
  perform private.require_permission(organization, 'pm.patients.view');
  perform private.require_permission(organization, 'pm.question_sets.view');
  return exists (
    select from public.pm_group_enrollments enrollment
    join public.pm_group_definitions definition
      on definition.id = enrollment.group_definition_id and definition.status = 'active' and definition.deleted_at is null
    join public.pm_group_question_sets assigned
      on assigned.group_definition_id = enrollment.group_definition_id and assigned.question_set_id = patient_can_access_question_set.question_set_id
    join public.pm_question_sets question_set on question_set.id = assigned.question_set_id and question_set.deleted_at is null
    where enrollment.organization_id = organization
      and enrollment.patient_id = patient_can_access_question_set.patient_id and enrollment.status = 'enrolled' and enrollment.deleted_at is null
      and enrollment.starts_on <= private.organization_today(enrollment.organization_id));
end
$$;
comment on function private.patient_can_access_question_set(uuid, uuid) is 'See public.pm_patient_can_access_question_set.';

create function private.deleted_question_sets(organization_id uuid) returns setof public.pm_question_sets
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.question_sets.delete');
  return query
    select gone.* from public.pm_question_sets gone
    where gone.organization_id = deleted_question_sets.organization_id and gone.deleted_at is not null and gone.superseded_at is null
    order by gone.deleted_at desc, gone.id;
end
$$;
comment on function private.deleted_question_sets(uuid) is 'See public.pm_deleted_question_sets.';

create function private.question_set_usage(organization_id uuid) returns table (question_set_id uuid, answers integer, last_answered_at timestamptz)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_permission(organization_id, 'pm.question_sets.view');
  return query
    select response.question_set_id, count(*)::integer, max(response.submitted_at)
    from public.pm_session_responses response
    where response.organization_id = question_set_usage.organization_id and response.question_set_id is not null
    group by response.question_set_id;
end
$$;
comment on function private.question_set_usage(uuid) is 'See public.pm_question_set_usage.';

create function public.pm_deleted_question_sets(organization_id uuid) returns setof public.pm_question_sets
language sql stable
set search_path = ''
as $$
  select * from private.deleted_question_sets(organization_id)
$$;
comment on function public.pm_deleted_question_sets(uuid) is
  'The deleted question sets of an organization, latest versions only, latest deleted first (pm.question_sets.delete). Raises PERMISSION_DENIED.';
create function public.pm_question_set_usage(organization_id uuid) returns table (question_set_id uuid, answers integer, last_answered_at timestamptz)
language sql stable
set search_path = ''
as $$
  select * from private.question_set_usage(organization_id)
$$;
comment on function public.pm_question_set_usage(uuid) is
  'How many have answered each version of each question set, and when last; a row for those with answers. Numbers only (pm.question_sets.view). Raises PERMISSION_DENIED.';
create function public.pm_save_question_set(question_set_id uuid, changes jsonb) returns public.pm_question_sets
language sql
set search_path = ''
as $$
  select private.save_question_set(question_set_id, changes)
$$;
comment on function public.pm_save_question_set(uuid, jsonb) is
  'Changes a question set: {title, description, source, scoring, questions, bands, materials}, what is left out stays. With updated_at, as it was read, somebody else''s saving since then is not overwritten. Without answers, or when only description, source or materials change, in place; else as the next version, to which the groups'' assignments move. Needs pm.question_sets.edit. Returns the row in use. Raises QUESTION_SET_NOT_FOUND, PERMISSION_DENIED, INVALID_QUESTIONS, INVALID_INPUT, QUESTION_SET_IN_USE (not the latest version), QUESTION_SET_CHANGED.';
create function public.pm_delete_question_set(question_set_id uuid) returns public.pm_question_sets
language sql
set search_path = ''
as $$
  select private.set_question_set_deleted(question_set_id, true)
$$;
comment on function public.pm_delete_question_set(uuid) is
  'Soft-deletes a question set (pm.question_sets.delete): it is asked no more; answers and running sessions keep it. Returns the row. Raises QUESTION_SET_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_restore_question_set(question_set_id uuid) returns public.pm_question_sets
language sql
set search_path = ''
as $$
  select private.set_question_set_deleted(question_set_id, false)
$$;
comment on function public.pm_restore_question_set(uuid) is
  'Brings a deleted question set back (pm.question_sets.delete). Returns the row. Raises QUESTION_SET_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_assign_question_set(group_definition_id uuid, question_set_id uuid, is_check_in boolean default false) returns public.pm_group_question_sets
language sql
set search_path = ''
as $$
  select private.assign_question_set(group_definition_id, question_set_id, is_check_in)
$$;
comment on function public.pm_assign_question_set(uuid, uuid, boolean) is
  'Gives a group a question set, once; doing it again changes is_check_in. is_check_in: asked at every session that starts from now on, in place of another such set. For the group''s facilitators (with pm.question_sets.view) and pm.question_sets.edit. Raises GROUP_NOT_FOUND, QUESTION_SET_NOT_FOUND, QUESTION_SET_IN_USE (not the latest version), PERMISSION_DENIED.';
create function public.pm_unassign_question_set(group_definition_id uuid, question_set_id uuid) returns public.pm_group_question_sets
language sql
set search_path = ''
as $$
  select private.unassign_question_set(group_definition_id, question_set_id)
$$;
comment on function public.pm_unassign_question_set(uuid, uuid) is
  'Takes a question set from a group; permissions as for pm_assign_question_set. Returns what was assigned. Raises GROUP_NOT_FOUND, QUESTION_SET_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_patient_can_access_question_set(patient_id uuid, question_set_id uuid) returns boolean
language sql stable
set search_path = ''
as $$
  select private.patient_can_access_question_set(patient_id, question_set_id)
$$;
comment on function public.pm_patient_can_access_question_set(uuid, uuid) is
  'True if the patient has a seat today in an active group that uses the question set. Needs pm.patients.view and pm.question_sets.view. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function
  private.save_question_set(uuid, jsonb), private.set_question_set_deleted(uuid, boolean), private.assign_question_set(uuid, uuid, boolean),
  private.deleted_question_sets(uuid), private.question_set_usage(uuid), public.pm_deleted_question_sets(uuid), public.pm_question_set_usage(uuid),
  private.unassign_question_set(uuid, uuid), private.patient_can_access_question_set(uuid, uuid),
  public.pm_save_question_set(uuid, jsonb), public.pm_delete_question_set(uuid), public.pm_restore_question_set(uuid),
  public.pm_assign_question_set(uuid, uuid, boolean), public.pm_unassign_question_set(uuid, uuid), public.pm_patient_can_access_question_set(uuid, uuid)
  to authenticated, service_role;

create function private.frequency_question(id text, words text, flag_above integer) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object('id', id, 'type', 'single', 'required', true, 'flag_above', flag_above,
    'text', 'Over the last 2 weeks, how often have you been bothered by: ' || words,
    'options', '[{"value": "0", "label": "Not at all", "score": 0}, {"value": "1", "label": "Several days", "score": 1},
      {"value": "2", "label": "More than half the days", "score": 2}, {"value": "3", "label": "Nearly every day", "score": 3}]'::jsonb))
$$;
comment on function private.frequency_question(text, text, integer) is
  'A question of PHQ-9 and GAD-7: the problem in words, with their four answers, 0 to 3. flag_above: null, or the score above which the facilitator is told.';

create function private.add_standard_question_sets(organization_id uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.pm_question_sets (organization_id, title, description, source, scoring, questions, bands, created_by)
  values (organization_id, 'PHQ-9', 'Patient Health Questionnaire: depression over the last two weeks.',
    'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression severity measure. J Gen Intern Med 2001;16(9):606-613. Developed with an educational grant from Pfizer Inc.; no permission required to reproduce, translate, display or distribute.',
    'sum', (select jsonb_agg(private.frequency_question('phq9_' || position, words, case when position = 9 then 0 end) order by position)
      from unnest(array[
        'Little interest or pleasure in doing things', 'Feeling down, depressed, or hopeless', 'Trouble falling or staying asleep, or sleeping too much',
        'Feeling tired or having little energy', 'Poor appetite or overeating',
        'Feeling bad about yourself - or that you are a failure or have let yourself or your family down',
        'Trouble concentrating on things, such as reading the newspaper or watching television',
        'Moving or speaking so slowly that other people could have noticed? Or the opposite - being so fidgety or restless that you have been moving around a lot more than usual',
        'Thoughts that you would be better off dead or of hurting yourself in some way']) with ordinality asked (words, position)),
    '[{"min": 0, "max": 4, "label": "Minimal"}, {"min": 5, "max": 9, "label": "Mild"}, {"min": 10, "max": 14, "label": "Moderate"},
      {"min": 15, "max": 19, "label": "Moderately severe"}, {"min": 20, "max": 27, "label": "Severe"}]', null),
  (organization_id, 'GAD-7', 'Generalized Anxiety Disorder scale: anxiety over the last two weeks.',
    'Spitzer RL, Kroenke K, Williams JBW, Loewe B. A brief measure for assessing generalized anxiety disorder: the GAD-7. Arch Intern Med 2006;166(10):1092-1097. Developed with an educational grant from Pfizer Inc.; no permission required to reproduce, translate, display or distribute.',
    'sum', (select jsonb_agg(private.frequency_question('gad7_' || position, words, null) order by position)
      from unnest(array[
        'Feeling nervous, anxious, or on edge', 'Not being able to stop or control worrying', 'Worrying too much about different things',
        'Trouble relaxing', 'Being so restless that it is hard to sit still', 'Becoming easily annoyed or irritable',
        'Feeling afraid, as if something awful might happen']) with ordinality asked (words, position)),
    '[{"min": 0, "max": 4, "label": "Minimal"}, {"min": 5, "max": 9, "label": "Mild"}, {"min": 10, "max": 14, "label": "Moderate"},
      {"min": 15, "max": 21, "label": "Severe"}]', null);
end
$$;
comment on function private.add_standard_question_sets(uuid) is
  'Gives an organization PHQ-9 (0 to 27; item 9 above 0 is told to the facilitator) and GAD-7 (0 to 21). Sources, with the cut points of the bands, stand in each row.';

create function private.tg_pf_organizations__add_question_sets() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.add_standard_question_sets(new.id);
  return null;
end
$$;
comment on function private.tg_pf_organizations__add_question_sets() is 'A new organization begins with the standard question sets.';
create trigger _400_add_question_sets after insert on public.pf_organizations
  for each row execute function private.tg_pf_organizations__add_question_sets();
