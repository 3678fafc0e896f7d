-- Who takes part in a session, joining by link without an account, and the answers given.

create table public.pm_session_participants (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  session_id uuid not null,
  patient_id uuid,
  guest_name text,
  is_drop_in boolean not null default false,
  joined_at timestamptz,
  attendance_status text,
  minutes integer,
  attendance_note text,
  recorded_by uuid,
  recorded_at timestamptz,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table public.pm_session_responses (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  question_set_id uuid,
  answers jsonb not null,
  score numeric,
  band text,
  flags jsonb not null default '[]',
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  submitted_at timestamptz not null default now()
);
create table private.participant_tokens (
  token_hash bytea not null,
  organization_id uuid not null,
  participant_id uuid not null,
  created_at timestamptz not null default now()
);
create table private.patient_join_codes (
  organization_id uuid not null,
  patient_id uuid not null,
  code text not null,
  created_at timestamptz not null default now()
);
create table private.join_attempts (
  id bigint generated always as identity,
  session_id uuid not null,
  attempted_at timestamptz not null default clock_timestamp()
);

alter table public.pm_session_participants
  add constraint pm_session_participants_pkey primary key (id),
  add constraint pm_session_participants_organization_id_id_key unique (organization_id, id),
  add constraint pm_session_participants_session_patient_key unique (session_id, patient_id),
  add constraint pm_session_participants_session_fkey foreign key (organization_id, session_id)
    references public.pm_group_schedule (organization_id, id),
  add constraint pm_session_participants_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id),
  add constraint pm_session_participants_recorded_by_fkey foreign key (recorded_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_session_participants_created_by_fkey foreign key (created_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_session_participants_patient_or_guest check ((patient_id is null) <> (guest_name is null)),
  add constraint pm_session_participants_guest_name_length check (char_length(guest_name) <= 80 and btrim(guest_name) <> ''),
  add constraint pm_session_participants_drop_in_check check (not is_drop_in or patient_id is not null),
  add constraint pm_session_participants_attendance_status_check check (attendance_status in ('present', 'late', 'left_early', 'excused', 'absent')),
  add constraint pm_session_participants_minutes_range check (
    minutes is null or (minutes between 0 and 720 and coalesce(attendance_status, '') in ('present', 'late', 'left_early'))),
  add constraint pm_session_participants_attendance_note_length check (char_length(attendance_note) <= 500);
alter table public.pm_session_responses
  add constraint pm_session_responses_pkey primary key (id),
  add constraint pm_session_responses_participant_key unique (organization_id, participant_id),
  add constraint pm_session_responses_session_fkey foreign key (organization_id, session_id)
    references public.pm_group_schedule (organization_id, id),
  add constraint pm_session_responses_participant_fkey foreign key (organization_id, participant_id)
    references public.pm_session_participants (organization_id, id) on delete cascade,
  add constraint pm_session_responses_question_set_fkey foreign key (organization_id, question_set_id)
    references public.pm_question_sets (organization_id, id),
  add constraint pm_session_responses_acknowledged_by_fkey foreign key (acknowledged_by) references public.pf_profiles (id) on delete set null,
  add constraint pm_session_responses_answers_object check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 262144),
  add constraint pm_session_responses_flags_array check (jsonb_typeof(flags) = 'array');
alter table private.participant_tokens
  add constraint participant_tokens_pkey primary key (token_hash),
  add constraint participant_tokens_participant_fkey foreign key (organization_id, participant_id)
    references public.pm_session_participants (organization_id, id) on delete cascade;
alter table private.patient_join_codes
  add constraint patient_join_codes_pkey primary key (organization_id, patient_id),
  add constraint patient_join_codes_code_key unique (organization_id, code),
  add constraint patient_join_codes_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id) on delete cascade,
  add constraint patient_join_codes_code_format check (code ~ '^[2-9A-HJKMNP-Z]{8}$');
alter table private.join_attempts
  add constraint join_attempts_pkey primary key (id),
  add constraint join_attempts_session_fkey foreign key (session_id) references public.pm_group_schedule (id) on delete cascade;

create index pm_session_participants_session_idx on public.pm_session_participants (organization_id, session_id);
create index pm_session_participants_patient_idx on public.pm_session_participants (organization_id, patient_id);
create index pm_session_participants_recorded_by_idx on public.pm_session_participants (recorded_by);
create index pm_session_participants_created_by_idx on public.pm_session_participants (created_by);
create index pm_session_responses_session_idx on public.pm_session_responses (organization_id, session_id);
create index pm_session_responses_question_set_idx on public.pm_session_responses (organization_id, question_set_id);
create index pm_session_responses_acknowledged_by_idx on public.pm_session_responses (acknowledged_by);
create index participant_tokens_participant_idx on private.participant_tokens (organization_id, participant_id);
create index join_attempts_session_idx on private.join_attempts (session_id, attempted_at);

alter table public.pm_session_participants enable row level security;
alter table public.pm_session_participants force row level security;
alter table public.pm_session_responses enable row level security;
alter table public.pm_session_responses force row level security;
alter table private.participant_tokens enable row level security;
alter table private.participant_tokens force row level security;
alter table private.patient_join_codes enable row level security;
alter table private.patient_join_codes force row level security;
alter table private.join_attempts enable row level security;
alter table private.join_attempts force row level security;

create policy select_viewers on public.pm_session_participants for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_attendance.view'))));
create policy select_viewers on public.pm_session_responses for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pm.group_attendance.view')))
    and organization_id = any (array(select private.organizations_with('pm.question_sets.view'))));

-- Everything is written by functions.
grant select on public.pm_session_participants, public.pm_session_responses to authenticated;
grant all on public.pm_session_participants, public.pm_session_responses to service_role;

comment on table public.pm_session_participants is
  'Who took part in a session, or was booked into it: patients of the roster once they join or are recorded, drop-ins, guests. The roster itself is pm_session_roster.';
comment on column public.pm_session_participants.is_drop_in is 'True: takes part in this one session, without an enrollment.';
comment on column public.pm_session_participants.joined_at is 'When the person first joined by link; null for who did not.';
comment on column public.pm_session_participants.minutes is 'Minutes attended; null for the whole session.';
comment on column public.pm_session_participants.attendance_note is 'The reason given with the latest change, if any.';
comment on column public.pm_session_participants.recorded_at is 'When it was tapped, which may be before it arrived: a later tap wins over an earlier one, whichever arrives first.';
comment on policy select_viewers on public.pm_session_participants is 'Attendance: pm.group_attendance.view.';
comment on table public.pm_session_responses is 'The answers that a participant gave in a session, once.';
comment on column public.pm_session_responses.score is 'By the scoring of what was asked; null for none.';
comment on column public.pm_session_responses.band is 'What the score means, by the bands of what was asked; null where no band holds it.';
comment on column public.pm_session_responses.flags is 'Ids of the questions whose answer is above their flag_above: a facilitator looks at these at once.';
comment on policy select_viewers on public.pm_session_responses is 'Answers are care records: pm.group_attendance.view and pm.question_sets.view together.';
comment on table private.participant_tokens is 'SHA-256 of the secret by which a phone that joined is known; the secret itself is not kept. One row a phone.';
comment on table private.patient_join_codes is 'The personal code by which a patient joins: kept readable, since the front desk reads it out; of use only with the link of a session on whose roster the patient is.';
comment on table private.join_attempts is 'Codes that were tried in vain, to limit guessing.';

create trigger _900_touch before update on public.pm_session_participants for each row execute function private.tg__touch();

create function private.roster_of(session public.pm_group_schedule) returns setof public.pm_group_enrollments
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    select distinct on (enrollment.patient_id) enrollment.*
    from public.pm_group_enrollments enrollment
    where enrollment.organization_id = session.organization_id and enrollment.group_definition_id = session.group_definition_id
      and enrollment.deleted_at is null and enrollment.enrolled_at is not null and enrollment.starts_on <= session.session_date
      and (enrollment.status = 'enrolled' or enrollment.disenrolled_at > session.starts_at)
    order by enrollment.patient_id, enrollment.enrolled_at desc;
end
$$;
comment on function private.roster_of(public.pm_group_schedule) is 'The session''s roster by the rule of public.pm_session_roster, without row level security.';

create function private.questions_of(question_set public.pm_question_sets) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_build_object('question_set_id', question_set.id, 'title', question_set.title, 'version', question_set.version, 'scoring', question_set.scoring,
    'questions', question_set.questions, 'bands', question_set.bands, 'materials', question_set.materials)
$$;
comment on function private.questions_of(public.pm_question_sets) is 'The copy of a question set that a session keeps as questions_data.';

create function private.tg_pm_group_schedule__questions() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  problem text;
begin
  if new.status = 'active' and new.questions_data is null and (tg_op = 'INSERT' or old.status <> 'active') then
    select private.questions_of(question_set) into new.questions_data
    from public.pm_group_question_sets assigned
    join public.pm_question_sets question_set on question_set.id = assigned.question_set_id and question_set.deleted_at is null
    where assigned.organization_id = new.organization_id and assigned.group_definition_id = new.group_definition_id and assigned.is_check_in;
  end if;
  if new.questions_data is null or (tg_op = 'UPDATE' and new.questions_data is not distinct from old.questions_data) then
    if tg_op = 'UPDATE' and old.questions_data is not null and new.questions_data is null then
      perform private.require_no_answers(new.id);
    end if;
    return new;
  end if;
  if jsonb_typeof(new.questions_data) <> 'object'
     or new.questions_data - array['question_set_id', 'title', 'version', 'scoring', 'questions', 'bands', 'materials'] <> '{}' then
    problem := 'questions_data holds question_set_id, title, version, scoring, questions, bands and materials, nothing else.';
  elsif jsonb_typeof(coalesce(new.questions_data -> 'title', '""')) <> 'string' or char_length(coalesce(new.questions_data ->> 'title', '')) > 200 then
    problem := 'The title of what is asked has at most 200 characters.';
  elsif jsonb_typeof(coalesce(new.questions_data -> 'version', 'null')) not in ('number', 'null') then
    problem := 'version is a number.';
  else
    new.questions_data := '{"scoring": "none", "questions": [], "bands": [], "materials": []}' || new.questions_data;
    problem := private.problem_of_content(new.questions_data);
  end if;
  if problem is null and jsonb_typeof(coalesce(new.questions_data -> 'question_set_id', 'null')) <> 'null' and not exists (
    select from public.pm_question_sets question_set
    where question_set.organization_id = new.organization_id and question_set.id::text = new.questions_data ->> 'question_set_id'
      -- What is called PHQ-9 asks what PHQ-9 asks, and flags what it flags.
      and (auth.uid() is null or (question_set.questions, question_set.bands, question_set.scoring)
        is not distinct from (new.questions_data -> 'questions', new.questions_data -> 'bands', new.questions_data ->> 'scoring'))) then
    problem := 'The question set does not exist in this organization, or asks something else. Leave question_set_id out for questions of your own.';
  end if;
  if problem is not null then
    perform private.refuse('PT400', 'INVALID_QUESTIONS', problem, null);
  end if;
  if tg_op = 'UPDATE' then
    perform private.require_no_answers(new.id);
  end if;
  return new;
end
$$;
comment on function private.tg_pm_group_schedule__questions() is
  'A session that starts asks what its group asks at every session, unless it has questions already. Raises INVALID_QUESTIONS, and SESSION_HAS_ANSWERS when what was answered would change.';

create function private.require_no_answers(session_id uuid) returns void
language plpgsql stable security definer
set search_path = ''
as $$
begin
  if exists (select from public.pm_session_responses response where response.session_id = require_no_answers.session_id) then
    perform private.refuse('PT409', 'SESSION_HAS_ANSWERS', 'Somebody has answered already, and what was asked stays as it was.', 'Ask it in another session.');
  end if;
end
$$;
comment on function private.require_no_answers(uuid) is 'Raises SESSION_HAS_ANSWERS if somebody has answered in the session.';
create trigger _160_questions before insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__questions();

create function private.set_session_questions(session_id uuid, question_set_id uuid) returns public.pm_group_schedule
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_schedule.edit');
  question_set public.pm_question_sets;
begin
  if question_set_id is not null then
    question_set := private.require_question_set(question_set_id, 'pm.question_sets.view');
  end if;
  perform private.lock_organizations('schedule');
  update public.pm_group_schedule asking
  set questions_data = case when question_set.id is not null then private.questions_of(question_set) end
  where asking.id = session.id returning * into session;
  return session;
end
$$;
comment on function private.set_session_questions(uuid, uuid) is 'See public.pm_set_session_questions.';

-- Joining.

create function private.session_of_link(token text) returns public.pm_group_schedule
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
begin
  select * into session from public.pm_group_schedule shared where shared.share_token = token;
  if session.id is null then
    perform private.refuse('PT404', 'SESSION_LINK_INVALID', 'This link leads to no session.', 'Scan the code again, or ask the front desk for the link.');
  end if;
  return session;
end
$$;
comment on function private.session_of_link(text) is 'The session of a link''s secret. Raises SESSION_LINK_INVALID. Guessing is hopeless: 192 bits by chance.';

create function private.link_state(session public.pm_group_schedule) returns text
language sql stable
set search_path = ''
as $$
  select case
    when session.status = 'cancelled' then 'cancelled'
    when session.status = 'completed' then 'over'
    when session.status = 'active' then case when now() < session.ends_at + interval '12 hours' then 'open' else 'over' end
    when now() > session.ends_at + interval '1 hour' then 'over'
    when now() < session.starts_at - interval '30 minutes' or session.approval_status <> 'approved' then 'not_yet'
    else 'open' end
$$;
comment on function private.link_state(public.pm_group_schedule) is
  'What the link does now: not_yet, open (from 30 minutes before the start, while active, until an hour after the end), over, cancelled. One that was started and forgotten closes 12 hours after its end.';

create function private.join_info(token text) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.session_of_link(token);
  state text := private.link_state(session);
begin
  return jsonb_build_object('state', state, 'opens_at', session.starts_at - interval '30 minutes',
    'session_id', session.id, 'group_definition_id', session.group_definition_id,
    'session_date', session.session_date, 'start_time', session.start_time, 'end_time', session.end_time,
    'title', session.questions_data -> 'title',
    'questions', case when state = 'open' then coalesce(session.questions_data -> 'questions', '[]') else '[]' end,
    'materials', case when state = 'open' then coalesce(session.questions_data -> 'materials', '[]') else '[]' end)
    || (select jsonb_build_object('organization_name', organization.name, 'timezone', organization.timezone, 'group_name', definition.name)
        from public.pf_organizations organization, public.pm_group_definitions definition
        where organization.id = session.organization_id and definition.id = session.group_definition_id);
end
$$;
comment on function private.join_info(text) is 'See public.pm_join_info.';

create function private.new_participant_token(participant public.pm_session_participants) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  token text := translate(encode(extensions.gen_random_bytes(24), 'base64'), '+/', '-_');
begin
  insert into private.participant_tokens (token_hash, organization_id, participant_id)
  values (extensions.digest(token, 'sha256'), participant.organization_id, participant.id);
  return token;
end
$$;
comment on function private.new_participant_token(public.pm_session_participants) is 'A new secret for the phone of a participant: 32 signs, 192 bits by chance.';

create function private.join_session(token text, code text, guest_name text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  most_attempts constant integer := 20;
  attempts_window constant interval := '15 minutes';
  session public.pm_group_schedule := private.session_of_link(token);
  -- Cut before anything looks at them: anybody may send megabytes. Signs that are not seen, or turn the words around, are no part of a name.
  typed_code text := upper(regexp_replace(coalesce(left(code, 100), ''), '[^[:alnum:]]', '', 'g'));
  typed_name text := btrim(regexp_replace(regexp_replace(coalesce(left(guest_name, 400), ''),
    '[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), '\s+', ' ', 'g'));
  participant public.pm_session_participants;
  patient public.pm_patients;
  tried integer;
  first_attempt timestamptz;
begin
  if (typed_code = '') = (typed_name = '') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'Join by your personal code, or as a guest with a name.', null);
  end if;
  if private.link_state(session) <> 'open' then
    perform private.refuse('PT409', 'SESSION_NOT_OPEN', format('This session is not open: it is on %s, %s-%s.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'),
      to_char(session.start_time, 'FMHH12:MI AM'), to_char(session.end_time, 'FMHH12:MI AM')), 'Ask your facilitator.');
  end if;
  -- One at a time in a session: attempts and guests are counted in a statement after the lock.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('join:' || session.id, 0));

  if typed_name <> '' then
    if char_length(typed_name) > 80 then
      perform private.refuse('PT400', 'INVALID_INPUT', 'A name has at most 80 characters here.', null);
    end if;
    if (select count(*) from public.pm_session_participants guest where guest.session_id = session.id and guest.guest_name is not null) >= 100 then
      perform private.refuse('PT409', 'TOO_MANY_GUESTS', 'A hundred guests have joined this session already.', 'Ask your facilitator.');
    end if;
    insert into public.pm_session_participants (organization_id, session_id, guest_name, joined_at, created_by)
    values (session.organization_id, session.id, typed_name, now(), null) returning * into participant;
    return jsonb_build_object('participant_token', private.new_participant_token(participant), 'display_name', typed_name, 'has_answered', false);
  end if;

  select count(*), min(attempt.attempted_at) into tried, first_attempt from private.join_attempts attempt
  where attempt.session_id = session.id and attempt.attempted_at > now() - attempts_window;
  if tried >= most_attempts then
    return jsonb_build_object('error', 'TOO_MANY_ATTEMPTS', 'retry_after_seconds', ceil(extract(epoch from first_attempt + attempts_window - now())));
  end if;
  select listed.* into patient
  from private.patient_join_codes known
  join public.pm_patients listed on listed.organization_id = known.organization_id and listed.id = known.patient_id and listed.deleted_at is null
  where known.organization_id = session.organization_id and known.code = typed_code
    and (exists (select from private.roster_of(session) seat where seat.patient_id = known.patient_id)
      or exists (select from public.pm_session_participants booked where booked.session_id = session.id and booked.patient_id = known.patient_id));
  if patient.id is null then
    -- Not raised: a refusal would take the count of the attempt back.
    insert into private.join_attempts (session_id) values (session.id);
    return jsonb_build_object('error', 'CODE_INVALID', 'attempts_left', most_attempts - tried - 1);
  end if;
  insert into public.pm_session_participants as joining (organization_id, session_id, patient_id, joined_at, created_by)
  values (session.organization_id, session.id, patient.id, now(), null)
  on conflict on constraint pm_session_participants_session_patient_key do update set joined_at = coalesce(joining.joined_at, excluded.joined_at)
  returning * into participant;
  return jsonb_build_object('participant_token', private.new_participant_token(participant),
    'display_name', coalesce(patient.preferred_name, patient.first_name),
    'has_answered', exists (select from public.pm_session_responses response where response.organization_id = participant.organization_id and response.participant_id = participant.id));
end
$$;
comment on function private.join_session(text, text, text) is 'See public.pm_join_session.';

create function private.option_score(question jsonb, answered text) returns numeric
language sql immutable
set search_path = ''
as $$
  select (option ->> 'score')::numeric from jsonb_array_elements(question -> 'options') option where option ->> 'value' = answered
$$;
comment on function private.option_score(jsonb, text) is 'The score of an option by its value; null if it has none.';

create function private.question_score(question jsonb, answer jsonb) returns numeric
language sql immutable
set search_path = ''
as $$
  select case question ->> 'type'
    when 'single' then private.option_score(question, answer #>> '{}')
    when 'multiple' then (select sum(private.option_score(question, chosen)) from jsonb_array_elements_text(case jsonb_typeof(answer) when 'array' then answer else '[]' end) chosen)
    when 'text' then null
    else case when jsonb_typeof(answer) = 'number' then (answer #>> '{}')::numeric end end
$$;
comment on function private.question_score(jsonb, jsonb) is
  'What an answer counts: the score of the option, the sum of the scores of several, or the number itself; null for text and options without score.';

create function private.problem_of_answers(questions jsonb, answers jsonb) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  question jsonb;
  answer jsonb;
  unknown text;
  amount numeric;
begin
  if jsonb_typeof(answers) is distinct from 'object' then
    return 'Answers are an object of question ids.';
  end if;
  select key into unknown from jsonb_object_keys(answers) key
  where not exists (select from jsonb_array_elements(questions) asked where asked ->> 'id' = key) limit 1;
  if unknown is not null then
    return format('There is no question %s here.', quote_literal(left(unknown, 60)));
  end if;
  for question in select * from jsonb_array_elements(questions) loop
    answer := answers -> (question ->> 'id');
    if answer is null or answer in ('null', '""', '[]') or (jsonb_typeof(answer) = 'string' and btrim(answer #>> '{}') = '') then
      if (question -> 'required') = 'true' then
        return format('"%s" needs an answer.', question ->> 'text');
      end if;
      continue;
    end if;
    case question ->> 'type'
    when 'single' then
      if jsonb_typeof(answer) <> 'string' or not exists (select from jsonb_array_elements(question -> 'options') option where option -> 'value' = answer) then
        return format('"%s" is answered by one of its options.', question ->> 'text');
      end if;
    when 'multiple' then
      if jsonb_typeof(answer) <> 'array' or jsonb_array_length(answer) > 20
         or exists (select from jsonb_array_elements(answer) chosen where not exists (select from jsonb_array_elements(question -> 'options') option where option -> 'value' = chosen))
         or (select count(distinct chosen) from jsonb_array_elements(answer) chosen) < jsonb_array_length(answer) then
        return format('"%s" is answered by some of its options, each once.', question ->> 'text');
      end if;
    when 'text' then
      if jsonb_typeof(answer) <> 'string' or char_length(answer #>> '{}') > 2000 then
        return format('"%s" is answered in at most 2,000 characters.', question ->> 'text');
      end if;
    else
      if jsonb_typeof(answer) <> 'number' then
        return format('"%s" is answered by a number.', question ->> 'text');
      end if;
      -- 1e-16000 is a number of sixteen thousand digits.
      if char_length(answer #>> '{}') > 30 then
        return format('The answer to "%s" has too many digits.', question ->> 'text');
      end if;
      amount := (answer #>> '{}')::numeric;
      if amount < (question ->> 'min')::numeric or amount > (question ->> 'max')::numeric or abs(amount) > 1000000000 then
        return format('The answer to "%s" is between %s and %s.', question ->> 'text', coalesce(question ->> 'min', 'any number'), coalesce(question ->> 'max', 'any number'));
      end if;
      if question ->> 'type' = 'scale' and (amount - (question ->> 'min')::numeric) % coalesce((question ->> 'step')::numeric, 1) <> 0 then
        return format('The answer to "%s" is one of the points of its scale.', question ->> 'text');
      end if;
    end case;
  end loop;
  return null;
end
$$;
comment on function private.problem_of_answers(jsonb, jsonb) is 'What is wrong with answers to these questions, in a sentence that names the question; null if nothing is.';

create function private.max_score(asked jsonb) returns numeric
language sql immutable
set search_path = ''
as $$
  select case when asked ->> 'scoring' = 'sum' then sum(case question ->> 'type'
      when 'single' then (select max((option ->> 'score')::numeric) from jsonb_array_elements(question -> 'options') option)
      when 'multiple' then (select sum(greatest((option ->> 'score')::numeric, 0)) from jsonb_array_elements(question -> 'options') option)
      else case when question -> 'scored' = 'true' then (question ->> 'max')::numeric end end) end
  from jsonb_array_elements(asked -> 'questions') question
$$;
comment on function private.max_score(jsonb) is 'The highest score that questions_data allows; null without scoring.';

create function private.score_of(asked jsonb, answers jsonb) returns numeric
language sql immutable
set search_path = ''
as $$
  select case when asked ->> 'scoring' = 'sum' then sum(private.question_score(question, answers -> (question ->> 'id')))
    filter (where question ->> 'type' in ('single', 'multiple') or question -> 'scored' = 'true') end
  from jsonb_array_elements(asked -> 'questions') question
$$;
comment on function private.score_of(jsonb, jsonb) is 'The sum of what the answers count, by questions_data; null without scoring or without a scored answer.';

create function private.aggregate_of(session public.pm_group_schedule, for_patients boolean) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  answered integer;
  average numeric;
begin
  -- Patients only: with guests counted, two made-up guests would lay one patient's answers bare.
  select count(*), round(avg(response.score), 1) into answered, average
  from public.pm_session_responses response
  join public.pm_session_participants participant on participant.id = response.participant_id and participant.patient_id is not null
  where response.organization_id = session.organization_id and response.session_id = session.id;
  if answered < 3 then
    return null;
  end if;
  return jsonb_build_object('count', answered, 'average', average, 'questions', (
    select coalesce(jsonb_object_agg(question ->> 'id', case
        when question ->> 'type' in ('single', 'multiple') then jsonb_build_object('counts', (
          select coalesce(jsonb_object_agg(option ->> 'value', (
            select count(*) from public.pm_session_responses response
            join public.pm_session_participants participant on participant.id = response.participant_id and participant.patient_id is not null
            where response.organization_id = session.organization_id and response.session_id = session.id
              and response.answers -> (question ->> 'id') @> (option -> 'value'))), '{}')
          from jsonb_array_elements(question -> 'options') option))
        else jsonb_build_object('average', (
          select round(avg((response.answers ->> (question ->> 'id'))::numeric), 1) from public.pm_session_responses response
          join public.pm_session_participants participant on participant.id = response.participant_id and participant.patient_id is not null
          where response.organization_id = session.organization_id and response.session_id = session.id
            and jsonb_typeof(response.answers -> (question ->> 'id')) = 'number')) end), '{}')
    from jsonb_array_elements(session.questions_data -> 'questions') question
    -- Nobody's words, and, for the others in the room, not who thinks of dying.
    where question ->> 'type' <> 'text' and not (for_patients and question ? 'flag_above')));
end
$$;
comment on function private.aggregate_of(public.pm_group_schedule, boolean) is
  'What the patients of a session answered together: {count, average (of the scores), questions: {id: {counts} or {average}}}; null under 3. Guests do not count; texts are left out, and for_patients also the questions that are told to the facilitator.';

create function private.participant_of(participant_token text) returns public.pm_session_participants
language plpgsql stable security definer
set search_path = ''
as $$
declare
  participant public.pm_session_participants;
begin
  select joined.* into participant
  from private.participant_tokens known
  join public.pm_session_participants joined on joined.organization_id = known.organization_id and joined.id = known.participant_id
  where known.token_hash = extensions.digest(participant_token, 'sha256')
    and not exists (select from public.pm_patients gone where gone.organization_id = joined.organization_id and gone.id = joined.patient_id and gone.deleted_at is not null);
  if participant.id is null then
    perform private.refuse('PT404', 'PARTICIPANT_UNKNOWN', 'This phone has not joined the session, or was taken off it.', 'Join again by the link.');
  end if;
  return participant;
end
$$;
comment on function private.participant_of(text) is 'The participant of a phone''s secret, unless the patient''s record was deleted. Raises PARTICIPANT_UNKNOWN.';

create function private.session_result(participant public.pm_session_participants) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
  response public.pm_session_responses;
begin
  select * into session from public.pm_group_schedule joined where joined.id = participant.session_id;
  select * into response from public.pm_session_responses given
  where given.organization_id = participant.organization_id and given.participant_id = participant.id;
  return jsonb_build_object('state', private.link_state(session), 'has_answered', response.id is not null, 'answers', response.answers,
    'score', response.score, 'band', response.band, 'max_score', private.max_score(session.questions_data),
    'is_flagged', coalesce(response.flags <> '[]', false),
    'group', case when response.id is not null then private.aggregate_of(session, true) end);
end
$$;
comment on function private.session_result(public.pm_session_participants) is 'See public.pm_session_result.';

create function private.session_result_of_token(participant_token text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select private.session_result(private.participant_of(participant_token))
$$;
comment on function private.session_result_of_token(text) is 'See public.pm_session_result.';

create function private.submit_answers(participant_token text, answers jsonb) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  participant public.pm_session_participants := private.participant_of(participant_token);
  session public.pm_group_schedule;
  given public.pm_session_responses;
  problem text;
  total numeric;
begin
  -- Sent twice at once: the second waits here, then finds what the first has written.
  perform from public.pm_session_participants waiting where waiting.id = participant.id for no key update;
  -- The questions cannot change while they are being answered.
  select * into session from public.pm_group_schedule joined where joined.id = participant.session_id for share;
  select * into given from public.pm_session_responses response
  where response.organization_id = participant.organization_id and response.participant_id = participant.id;
  if given.id is not null then
    if given.answers is distinct from jsonb_strip_nulls(answers) then
      perform private.refuse('PT409', 'ALREADY_ANSWERED', 'Your answers have arrived already and stay as they are.', 'Tell your facilitator if something has changed.');
    end if;
    return private.session_result(participant);
  end if;
  if session.status = 'cancelled' or now() > session.ends_at + interval '24 hours' then
    perform private.refuse('PT409', 'SESSION_NOT_OPEN', 'This session takes no answers any more.', 'Tell your facilitator.');
  end if;
  if session.questions_data is null then
    perform private.refuse('PT400', 'INVALID_ANSWERS', 'This session asks nothing.', null);
  end if;
  problem := private.problem_of_answers(session.questions_data -> 'questions', answers);
  if problem is not null then
    perform private.refuse('PT400', 'INVALID_ANSWERS', problem, null);
  end if;
  answers := jsonb_strip_nulls(answers);
  total := private.score_of(session.questions_data, answers);
  insert into public.pm_session_responses (organization_id, session_id, participant_id, question_set_id, answers, score, band, flags)
  values (session.organization_id, session.id, participant.id, (session.questions_data ->> 'question_set_id')::uuid, answers, total,
    (select band ->> 'label' from jsonb_array_elements(session.questions_data -> 'bands') band
     where total between (band ->> 'min')::numeric and (band ->> 'max')::numeric limit 1),
    (select coalesce(jsonb_agg(question -> 'id'), '[]') from jsonb_array_elements(session.questions_data -> 'questions') question
     where private.question_score(question, answers -> (question ->> 'id')) > (question ->> 'flag_above')::numeric));
  return private.session_result(participant);
end
$$;
comment on function private.submit_answers(text, jsonb) is 'See public.pm_submit_answers.';

create function private.patient_join_code(patient_id uuid, renew boolean) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  -- Without what is misread: 0 and O, 1, I and L.
  signs constant text := '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  organization uuid := (select patient.organization_id from public.pm_patients patient where patient.id = patient_id and patient.deleted_at is null);
  known text;
begin
  if organization is null or not private.can_see_organization(organization) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Search again.');
  end if;
  if not private.has_permission(organization, 'pm.group_attendance.edit') then
    perform private.require_permission(organization, 'pm.patients.edit');
  end if;
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('join_code:' || organization, 0));
  if renew then
    delete from private.patient_join_codes gone where gone.organization_id = organization and gone.patient_id = patient_join_code.patient_id;
  end if;
  loop
    select kept.code into known from private.patient_join_codes kept
    where kept.organization_id = organization and kept.patient_id = patient_join_code.patient_id;
    exit when known is not null;
    insert into private.patient_join_codes (organization_id, patient_id, code)
    select organization, patient_join_code.patient_id, string_agg(substr(signs, 1 + (get_byte(random_bytes.value, place) * 256 + get_byte(random_bytes.value, place + 8)) % length(signs), 1), '')
    from (select extensions.gen_random_bytes(16) as value) random_bytes, generate_series(0, 7) place
    on conflict do nothing;
  end loop;
  return left(known, 4) || '-' || right(known, 4);
end
$$;
comment on function private.patient_join_code(uuid, boolean) is 'See public.pm_patient_join_code.';

create function private.acknowledge_flag(response_id uuid) returns public.pm_session_responses
language plpgsql security definer
set search_path = ''
as $$
declare
  response public.pm_session_responses;
begin
  select * into response from public.pm_session_responses given where given.id = response_id for no key update;
  if response.id is null or not private.can_see_organization(response.organization_id) then
    perform private.refuse('PT404', 'RESPONSE_NOT_FOUND', 'There is no such answer in your organizations.', 'Reload the page.');
  end if;
  perform private.require_permission(response.organization_id, 'pm.group_attendance.edit');
  perform private.require_permission(response.organization_id, 'pm.group_attendance.view');
  perform private.require_permission(response.organization_id, 'pm.question_sets.view');
  if response.acknowledged_at is null then
    update public.pm_session_responses seen set acknowledged_at = now(), acknowledged_by = auth.uid() where seen.id = response_id returning * into response;
    update public.pf_notifications told set read_at = now()
    where told.organization_id = response.organization_id and told.user_id = auth.uid() and told.kind = 'response_flagged'
      and told.session_id = response.session_id and told.read_at is null and told.patient_id is not distinct from (
        select participant.patient_id from public.pm_session_participants participant where participant.id = response.participant_id);
  end if;
  return response;
end
$$;
comment on function private.acknowledge_flag(uuid) is 'See public.pm_acknowledge_flag.';

create function private.session_results(session_id uuid) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_attendance.view');
begin
  perform private.require_permission(session.organization_id, 'pm.question_sets.view');
  return jsonb_build_object('answered', (select count(*) from public.pm_session_responses response where response.organization_id = session.organization_id and response.session_id = session.id),
      'max_score', private.max_score(session.questions_data),
      'bands', (select coalesce(jsonb_object_agg(counted.band, counted.answers), '{}') from (
        select response.band, count(*) as answers from public.pm_session_responses response
        join public.pm_session_participants participant on participant.id = response.participant_id and participant.patient_id is not null
        where response.organization_id = session.organization_id and response.session_id = session.id and response.band is not null
        group by response.band) counted))
    || coalesce(private.aggregate_of(session, false), '{"count": null, "average": null, "questions": null}');
end
$$;
comment on function private.session_results(uuid) is 'See public.pm_session_results.';

create function private.patient_measures(patient_id uuid) returns table (
  session_id uuid, session_date date, group_definition_id uuid, group_name text, title text, score numeric, max_score numeric, band text,
  group_count integer, group_average numeric
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  organization uuid := (select patient.organization_id from public.pm_patients patient where patient.id = patient_id and patient.deleted_at is null);
begin
  if organization is null or not private.can_see_organization(organization) then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in your organizations.', 'Search again.');
  end if;
  perform private.require_permission(organization, 'pm.group_attendance.view');
  perform private.require_permission(organization, 'pm.question_sets.view');
  return query
    select session.id, session.session_date, session.group_definition_id, definition.name, session.questions_data ->> 'title', response.score,
      private.max_score(session.questions_data), response.band, case when everybody.count >= 3 then everybody.count end, case when everybody.count >= 3 then everybody.average end
    from public.pm_session_participants participant
    join public.pm_session_responses response on response.organization_id = participant.organization_id and response.participant_id = participant.id
    join public.pm_group_schedule session on session.id = participant.session_id
    join public.pm_group_definitions definition on definition.id = session.group_definition_id
    -- As private.aggregate_of, without its questions.
    cross join lateral (
      select count(*)::integer as count, round(avg(given.score), 1) as average
      from public.pm_session_responses given
      join public.pm_session_participants person on person.id = given.participant_id and person.patient_id is not null
      where given.organization_id = organization and given.session_id = session.id) everybody
    where participant.organization_id = organization and participant.patient_id = patient_measures.patient_id and response.score is not null
    order by session.starts_at, session.id;
end
$$;
comment on function private.patient_measures(uuid) is 'See public.pm_patient_measures.';

create function public.pm_set_session_questions(session_id uuid, question_set_id uuid default null) returns public.pm_group_schedule
language sql
set search_path = ''
as $$
  select private.set_session_questions(session_id, question_set_id)
$$;
comment on function public.pm_set_session_questions(uuid, uuid) is
  'What the session asks: a copy of the question set, or nothing for null (pm.group_schedule.edit, pm.question_sets.view). Returns the session. Raises SESSION_NOT_FOUND, QUESTION_SET_NOT_FOUND, PERMISSION_DENIED, SESSION_HAS_ANSWERS.';
create function public.pm_join_info(token text) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.join_info(token)
$$;
comment on function public.pm_join_info(text) is
  'For whoever has a session''s link (token: its share_token), without an account: {state: not_yet, open, over or cancelled; opens_at; organization_name, group_name, timezone, session_date, start_time, end_time (wall clock); title, questions, materials (empty unless open); session_id, group_definition_id}. Nothing about anybody. Raises SESSION_LINK_INVALID.';
create function public.pm_join_session(token text, code text default null, guest_name text default null) returns jsonb
language sql
set search_path = ''
as $$
  select private.join_session(token, code, guest_name)
$$;
comment on function public.pm_join_session(text, text, text) is
  'Joins a session by its link, with the patient''s personal code (case and hyphen do not matter; only who is on the session''s roster or booked into it), or as a guest with a name of at most 80 characters. Returns {participant_token, display_name, has_answered}; or {error: CODE_INVALID, attempts_left} or {error: TOO_MANY_ATTEMPTS, retry_after_seconds}, after 20 wrong codes in 15 minutes in a session. Raises SESSION_LINK_INVALID, SESSION_NOT_OPEN, TOO_MANY_GUESTS, INVALID_INPUT.';
create function public.pm_submit_answers(participant_token text, answers jsonb) returns jsonb
language sql
set search_path = ''
as $$
  select private.submit_answers(participant_token, answers)
$$;
comment on function public.pm_submit_answers(text, jsonb) is
  'The answers of whoever joined: {question id: option value, list of option values, number or text}. Once: the same again returns the same, others raise ALREADY_ANSWERED. Taken until 24 hours after the session''s end, for phones that were offline. Returns what pm_session_result returns. Raises PARTICIPANT_UNKNOWN, INVALID_ANSWERS, ALREADY_ANSWERED, SESSION_NOT_OPEN.';
create function public.pm_session_result(participant_token text) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.session_result_of_token(participant_token)
$$;
comment on function public.pm_session_result(text) is
  'For whoever joined: {state, has_answered, answers, score, max_score, band, is_flagged} of their own, and group: {count, average, questions} once they have answered and at least 3 patients have; else null. Raises PARTICIPANT_UNKNOWN.';
create function public.pm_patient_join_code(patient_id uuid, renew boolean default false) returns text
language sql
set search_path = ''
as $$
  select private.patient_join_code(patient_id, renew)
$$;
comment on function public.pm_patient_join_code(uuid, boolean) is
  'The code by which the patient joins sessions, like K7QM-3XPD; made when first asked for, and anew with renew. Needs pm.group_attendance.edit or pm.patients.edit. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_acknowledge_flag(response_id uuid) returns public.pm_session_responses
language sql
set search_path = ''
as $$
  select private.acknowledge_flag(response_id)
$$;
comment on function public.pm_acknowledge_flag(uuid) is
  'Notes that somebody has looked at flagged answers, and marks the caller''s notification of them as read; the first one stays (pm.group_attendance.edit and .view, pm.question_sets.view). Returns the response. Raises RESPONSE_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_session_results(session_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.session_results(session_id)
$$;
comment on function public.pm_session_results(uuid) is
  'What a session''s patients answered together: {answered (guests too), max_score, bands: {label: patients}, count, average, questions}; the last three are null under 3 patients. Needs pm.group_attendance.view and pm.question_sets.view. Raises SESSION_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_patient_measures(patient_id uuid) returns table (
  session_id uuid, session_date date, group_definition_id uuid, group_name text, title text, score numeric, max_score numeric, band text,
  group_count integer, group_average numeric
)
language sql stable
set search_path = ''
as $$
  select * from private.patient_measures(patient_id)
$$;
comment on function public.pm_patient_measures(uuid) is
  'The patient''s scores over time, earliest first, each beside the average of the session''s patients (null under 3). Needs pm.group_attendance.view and pm.question_sets.view. Raises PATIENT_NOT_FOUND, PERMISSION_DENIED.';

grant execute on function
  private.set_session_questions(uuid, uuid), private.patient_join_code(uuid, boolean), private.acknowledge_flag(uuid), private.session_results(uuid),
  private.patient_measures(uuid),
  public.pm_set_session_questions(uuid, uuid), public.pm_patient_join_code(uuid, boolean), public.pm_acknowledge_flag(uuid), public.pm_session_results(uuid),
  public.pm_patient_measures(uuid)
  to authenticated, service_role;
-- For patients, who have no account.
grant execute on function
  private.join_info(text), private.join_session(text, text, text), private.submit_answers(text, jsonb), private.session_result_of_token(text),
  public.pm_join_info(text), public.pm_join_session(text, text, text), public.pm_submit_answers(text, jsonb), public.pm_session_result(text)
  to anon, authenticated, service_role;
