-- Attendance: who was there, for how long; drop-ins for one session; and who misses sessions in a row.

create function private.missed_in_a_row(session public.pm_group_schedule, patient_id uuid) returns integer
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return (
    with marked as (
      select held.starts_at, participant.attendance_status
      from public.pm_session_participants participant
      join public.pm_group_schedule held on held.id = participant.session_id
      where participant.organization_id = session.organization_id and participant.patient_id = missed_in_a_row.patient_id
        and held.group_definition_id = session.group_definition_id and held.starts_at < session.starts_at and held.status <> 'cancelled'
    )
    select count(*)::integer from marked
    where marked.attendance_status = 'absent' and marked.starts_at > coalesce(
      (select max(came.starts_at) from marked came where came.attendance_status in ('present', 'late', 'left_early')), '-infinity'));
end
$$;
comment on function private.missed_in_a_row(public.pm_group_schedule, uuid) is
  'How many sessions of the group the patient missed in a row right before this one: absent counts, excused neither counts nor ends it, unrecorded neither.';

create function private.session_attendance(session_id uuid) returns table (
  participant_id uuid, patient_id uuid, guest_name text, enrollment_id uuid, is_drop_in boolean, joined_at timestamptz, has_answered boolean, is_flagged boolean,
  attendance_status text, minutes integer, recorded_by uuid, recorded_at timestamptz, first_name text, last_name text, preferred_name text, mrn text,
  missed_in_a_row integer
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_attendance.view');
  sees_names boolean := private.has_permission(session.organization_id, 'pm.patients.view');
  sees_answers boolean := private.has_permission(session.organization_id, 'pm.question_sets.view');
begin
  return query
    select participant.id, coalesce(participant.patient_id, seat.patient_id), participant.guest_name, seat.id, coalesce(participant.is_drop_in, false),
      participant.joined_at, response.id is not null, sees_answers and coalesce(response.flags <> '[]' and response.acknowledged_at is null, false),
      participant.attendance_status, participant.minutes, participant.recorded_by, participant.recorded_at,
      case when sees_names then patient.first_name end, case when sees_names then patient.last_name end,
      case when sees_names then patient.preferred_name end, case when sees_names then patient.mrn end,
      case when patient.id is null then 0 else private.missed_in_a_row(session, patient.id) end
    from private.roster_of(session) seat
    full join (select * from public.pm_session_participants listed where listed.organization_id = session.organization_id and listed.session_id = session.id) participant
      on participant.patient_id = seat.patient_id
    left join public.pm_session_responses response on response.organization_id = session.organization_id and response.participant_id = participant.id
    left join public.pm_patients patient on patient.id = coalesce(participant.patient_id, seat.patient_id)
    order by patient.last_name, patient.first_name, participant.guest_name, patient.id, participant.id;
end
$$;
comment on function private.session_attendance(uuid) is 'See public.pm_session_attendance.';

create function private.record_attendance(session_id uuid, entries jsonb, reason text) returns setof public.pm_session_participants
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_session(session_id, 'pm.group_attendance.edit');
  why text := private.reason_words(reason);
  entry record;
  participant public.pm_session_participants;
  tapped_at timestamptz;
begin
  if jsonb_typeof(entries) is distinct from 'array' or jsonb_array_length(entries) not between 1 and 200
     or exists (select from jsonb_array_elements(entries) listed where jsonb_typeof(listed) <> 'object'
                or listed - array['patient_id', 'participant_id', 'status', 'minutes', 'recorded_at'] <> '{}') then
    perform private.refuse('PT400', 'INVALID_INPUT', 'entries is a list of 1 to 200 objects with patient_id or participant_id, status, minutes and recorded_at.', null);
  end if;
  -- Completing waits for taps that are being written; taps wait for a session that is being completed, then are judged anew.
  select * into session from public.pm_group_schedule held where held.id = session_id for share;
  if session.status = 'cancelled' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'This session is cancelled, so nobody attended it.', null);
  end if;
  -- In one order, so that two people who record the same list do not wait for each other.
  for entry in
    select listed.* from jsonb_to_recordset(entries) as listed (patient_id uuid, participant_id uuid, status text, minutes integer, recorded_at timestamptz)
    order by coalesce(listed.patient_id, (select known.patient_id from public.pm_session_participants known where known.id = listed.participant_id and known.session_id = session.id)),
      listed.participant_id, listed.recorded_at
  loop
    if (entry.patient_id is null) = (entry.participant_id is null) then
      perform private.refuse('PT400', 'INVALID_INPUT', 'Each entry names a patient_id or a participant_id, not both.', null);
    end if;
    if entry.status is not null and entry.status not in ('present', 'late', 'left_early', 'excused', 'absent') then
      perform private.refuse('PT400', 'INVALID_INPUT', format('%s is no attendance: present, late, left_early, excused, absent, or null to clear it.', quote_literal(left(entry.status, 40))), null);
    end if;
    if entry.minutes is not null and (entry.minutes not between 0 and 720 or coalesce(entry.status, '') not in ('present', 'late', 'left_early')) then
      perform private.refuse('PT400', 'INVALID_INPUT', 'Minutes are 0 to 720, for those who were there.', null);
    end if;
    if entry.minutes > extract(epoch from session.ends_at - session.starts_at) / 60 + 60 then
      perform private.refuse('PT400', 'INVALID_INPUT', format('%s minutes are more than the session had.', entry.minutes), 'If it took longer, change its end first.');
    end if;
    if entry.recorded_at is not null and (not isfinite(entry.recorded_at) or entry.recorded_at < session.starts_at - interval '400 days') then
      perform private.refuse('PT400', 'INVALID_INPUT', 'recorded_at is when it was tapped.', null);
    end if;
    tapped_at := least(coalesce(entry.recorded_at, clock_timestamp()), clock_timestamp());
    if entry.patient_id is not null and exists (select from private.roster_of(session) seat where seat.patient_id = entry.patient_id) then
      insert into public.pm_session_participants (organization_id, session_id, patient_id) values (session.organization_id, session.id, entry.patient_id)
      on conflict on constraint pm_session_participants_session_patient_key do nothing;
    end if;
    select * into participant from public.pm_session_participants listed
    where listed.session_id = session.id and (listed.patient_id = entry.patient_id or listed.id = entry.participant_id) for no key update;
    if participant.id is null then
      perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'Somebody in the list does not belong to this session.', 'Add the patient as a drop-in first.');
    end if;
    if participant.recorded_at >= tapped_at then
      return next participant;
      continue;
    end if;
    if participant.attendance_status is not distinct from entry.status and participant.minutes is not distinct from entry.minutes then
      if participant.recorded_at is not null and (session.status <> 'completed' or tapped_at < coalesce(session.completed_at, session.ends_at)) then
        -- Said once more, it is the later word, and a tap from before that arrives after this one is too late.
        update public.pm_session_participants repeated set recorded_at = tapped_at, recorded_by = auth.uid()
        where repeated.id = participant.id returning * into participant;
      end if;
      return next participant;
      continue;
    end if;
    -- Started early on its day is started; of another day, nobody has been there yet.
    if session.starts_at - interval '30 minutes' > now() and coalesce(entry.status, 'excused') <> 'excused'
       and (session.status = 'scheduled' or session.session_date > private.organization_today(session.organization_id)) then
      perform private.refuse('PT409', 'ATTENDANCE_TOO_EARLY', format('The session is on %s at %s.', to_char(session.session_date, 'FMDy, Mon FMDD, YYYY'), to_char(session.start_time, 'FMHH12:MI AM')),
        'Before a session, somebody can only be excused.');
    end if;
    if session.status = 'completed' and participant.attendance_status is not null and why is null
       -- Sessions completed before there was completed_at: at their end.
       and (tapped_at >= coalesce(session.completed_at, session.ends_at)
         or now() > coalesce(session.completed_at, session.ends_at) + interval '24 hours') then
      perform private.refuse('PT400', 'ATTENDANCE_REASON_REQUIRED', 'The session is completed; what was recorded is changed with a reason.', 'Say why in a few words.');
    end if;
    perform private.log_activity(session.organization_id, session.group_definition_id, participant.patient_id,
      case when participant.attendance_status is null then 'attendance_recorded' else 'attendance_changed' end,
      jsonb_build_object('session_id', session.id, 'session_date', session.session_date, 'start_time', session.start_time,
        'participant_id', participant.id, 'is_guest', case when participant.patient_id is null then true end, 'from', participant.attendance_status, 'to', entry.status, 'from_minutes', participant.minutes, 'minutes', entry.minutes,
        'reason', why, 'recorded_at', tapped_at, 'after_completion', case when session.status = 'completed' then true end));
    update public.pm_session_participants recorded
    set attendance_status = entry.status, minutes = entry.minutes, attendance_note = why, recorded_by = auth.uid(), recorded_at = tapped_at
    where recorded.id = participant.id returning * into participant;
    return next participant;
  end loop;
exception
  when data_exception then
    perform private.refuse('PT400', 'INVALID_INPUT', format('An id, number or time cannot be read: %s.', sqlerrm), null);
end
$$;
comment on function private.record_attendance(uuid, jsonb, text) is 'See public.pm_record_attendance.';

create function private.require_drop_in(session_id uuid) returns public.pm_group_schedule
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
begin
  select * into session from public.pm_group_schedule candidate where candidate.id = session_id;
  if session.id is null or not private.can_see_organization(session.organization_id) then
    perform private.refuse('PT404', 'SESSION_NOT_FOUND', 'There is no such session in your organizations.', 'Reload the calendar.');
  end if;
  if not private.has_permission(session.organization_id, 'pm.group_enrollments.create') then
    perform private.require_permission(session.organization_id, 'pm.group_attendance.edit');
  end if;
  return session;
end
$$;
comment on function private.require_drop_in(uuid) is
  'The session, if the caller may book drop-ins: pm.group_attendance.edit or pm.group_enrollments.create. Raises SESSION_NOT_FOUND, PERMISSION_DENIED.';

create function private.book_drop_in(session_id uuid, patient_id uuid) returns public.pm_session_participants
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_drop_in(session_id);
  definition public.pm_group_definitions;
  participant public.pm_session_participants;
  taken integer;
begin
  perform from public.pm_patients patient
  where patient.id = patient_id and patient.organization_id = session.organization_id and patient.deleted_at is null for key share;
  if not found then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'There is no such patient in this organization.', 'The record may have been deleted. Search again.');
  end if;
  definition := private.lock_group(session.organization_id, session.group_definition_id);
  select * into session from public.pm_group_schedule candidate where candidate.id = session_id for share;
  if session.status = 'cancelled' then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'This session is cancelled.', 'Choose another one.');
  end if;
  if exists (select from private.roster_of(session) seat where seat.patient_id = book_drop_in.patient_id) then
    perform private.refuse('PT409', 'PATIENT_ALREADY_ENROLLED', format('The patient has a seat in "%s" and belongs to this session anyway.', definition.name), null);
  end if;
  select * into participant from public.pm_session_participants booked where booked.session_id = session.id and booked.patient_id = book_drop_in.patient_id;
  if participant.is_drop_in and participant.attendance_status is distinct from 'excused' then
    return participant;
  end if;
  select (select count(*) from private.roster_of(session))
    + (select count(*) from public.pm_session_participants booked
       where booked.session_id = session.id and booked.is_drop_in and booked.attendance_status is distinct from 'excused'
         -- Who has got a seat in the group since.
         and not exists (select from private.roster_of(session) seat where seat.patient_id = booked.patient_id)) into taken;
  if taken >= definition.max_capacity and session.status <> 'completed' then
    perform private.refuse('PT409', 'GROUP_AT_CAPACITY', format('All %s seats of "%s" are taken on %s.', definition.max_capacity, definition.name,
      to_char(session.session_date, 'FMDy, Mon FMDD, YYYY')), 'Choose another session.');
  end if;
  -- Who was recorded before, and left the group or was excused, is booked anew.
  insert into public.pm_session_participants as known (organization_id, session_id, patient_id, is_drop_in)
  values (session.organization_id, session.id, patient_id, true)
  on conflict on constraint pm_session_participants_session_patient_key do update
  set is_drop_in = true, attendance_status = null, minutes = null, recorded_at = null, recorded_by = null
  returning * into participant;
  perform private.log_activity(session.organization_id, session.group_definition_id, patient_id, 'drop_in_booked',
    jsonb_build_object('session_id', session.id, 'session_date', session.session_date, 'start_time', session.start_time));
  return participant;
end
$$;
comment on function private.book_drop_in(uuid, uuid) is 'See public.pm_book_drop_in.';

create function private.cancel_drop_in(session_id uuid, patient_id uuid) returns public.pm_session_participants
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule := private.require_drop_in(session_id);
  participant public.pm_session_participants;
begin
  select * into participant from public.pm_session_participants booked
  where booked.session_id = session.id and booked.patient_id = cancel_drop_in.patient_id and booked.is_drop_in for update;
  if participant.id is null then
    perform private.refuse('PT404', 'PATIENT_NOT_FOUND', 'The patient is not booked into this session as a drop-in.', 'Reload the page.');
  end if;
  if participant.attendance_status is not null or participant.joined_at is not null then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'The patient has joined or is recorded already.', 'Record the patient as excused or absent instead.');
  end if;
  delete from public.pm_session_participants gone where gone.id = participant.id;
  perform private.log_activity(session.organization_id, session.group_definition_id, patient_id, 'drop_in_cancelled',
    jsonb_build_object('session_id', session.id, 'session_date', session.session_date, 'start_time', session.start_time));
  return participant;
end
$$;
comment on function private.cancel_drop_in(uuid, uuid) is 'See public.pm_cancel_drop_in.';

create function private.remove_guest(participant_id uuid) returns public.pm_session_participants
language plpgsql security definer
set search_path = ''
as $$
declare
  guest public.pm_session_participants;
  session public.pm_group_schedule;
begin
  select * into guest from public.pm_session_participants joined
  where joined.id = participant_id and joined.guest_name is not null and private.can_see_organization(joined.organization_id) for update;
  if guest.id is null then
    perform private.refuse('PT404', 'GUEST_NOT_FOUND', 'There is no such guest in the sessions of your organizations.', 'Reload the page.');
  end if;
  perform private.require_permission(guest.organization_id, 'pm.group_attendance.edit');
  if guest.attendance_status is not null or exists (
    select from public.pm_session_responses given where given.organization_id = guest.organization_id and given.participant_id = guest.id) then
    perform private.refuse('PT409', 'INVALID_TRANSITION', 'The guest has answered or is recorded already.', 'What is recorded by mistake can be cleared; answers stay.');
  end if;
  delete from public.pm_session_participants gone where gone.id = guest.id;
  select * into session from public.pm_group_schedule held where held.id = guest.session_id;
  perform private.log_activity(session.organization_id, session.group_definition_id, null, 'guest_removed',
    jsonb_build_object('session_id', session.id, 'session_date', session.session_date, 'start_time', session.start_time));
  return guest;
end
$$;
comment on function private.remove_guest(uuid) is 'See public.pm_remove_guest.';

create function private.tg_pm_patients__drop_bookings() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  booked record;
begin
  for booked in
    delete from public.pm_session_participants gone using public.pm_group_schedule session
    where gone.organization_id = new.organization_id and gone.patient_id = new.id and gone.is_drop_in and gone.attendance_status is null
      and gone.joined_at is null and session.id = gone.session_id and session.starts_at > now()
    returning session.id, session.group_definition_id, session.session_date, session.start_time
  loop
    perform private.log_activity(new.organization_id, booked.group_definition_id, new.id, 'drop_in_cancelled',
      jsonb_build_object('session_id', booked.id, 'session_date', booked.session_date, 'start_time', booked.start_time));
  end loop;
  return null;
end
$$;
comment on function private.tg_pm_patients__drop_bookings() is 'A deleted patient gives up the single sessions to come that they were booked into; restoring the record does not bring these back.';
create trigger _400_drop_bookings after update of deleted_at on public.pm_patients
  for each row when (old.deleted_at is null and new.deleted_at is not null)
  execute function private.tg_pm_patients__drop_bookings();

create function private.no_show_streaks(organization_id uuid, at_least integer) returns table (
  patient_id uuid, group_definition_id uuid, group_name text, missed_in_a_row integer, last_attended_on date, last_missed_on date,
  first_name text, last_name text, mrn text
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  sees_names boolean := private.has_permission(organization_id, 'pm.patients.view');
begin
  perform private.require_permission(organization_id, 'pm.group_enrollments.view');
  return query
    with marked as (
      select participant.patient_id, session.group_definition_id, session.starts_at, session.session_date, participant.attendance_status,
        max(session.starts_at) filter (where participant.attendance_status in ('present', 'late', 'left_early'))
          over (partition by participant.patient_id, session.group_definition_id) as last_came_at
      from public.pm_session_participants participant
      join public.pm_group_schedule session on session.id = participant.session_id and session.status <> 'cancelled'
      join public.pm_group_enrollments enrollment on enrollment.organization_id = participant.organization_id
        and enrollment.patient_id = participant.patient_id and enrollment.group_definition_id = session.group_definition_id
        and enrollment.status = 'enrolled' and enrollment.deleted_at is null
      where participant.organization_id = no_show_streaks.organization_id and participant.attendance_status is not null
    )
    select marked.patient_id, marked.group_definition_id, definition.name,
      count(*) filter (where marked.attendance_status = 'absent' and marked.starts_at > coalesce(marked.last_came_at, '-infinity'))::integer as missed,
      max(marked.session_date) filter (where marked.starts_at = marked.last_came_at),
      max(marked.session_date) filter (where marked.attendance_status = 'absent'),
      case when sees_names then patient.first_name end, case when sees_names then patient.last_name end, case when sees_names then patient.mrn end
    from marked
    join public.pm_group_definitions definition on definition.id = marked.group_definition_id and definition.deleted_at is null
    join public.pm_patients patient on patient.id = marked.patient_id and patient.deleted_at is null
    group by marked.patient_id, marked.group_definition_id, definition.name, patient.id
    having count(*) filter (where marked.attendance_status = 'absent' and marked.starts_at > coalesce(marked.last_came_at, '-infinity')) >= greatest(coalesce(at_least, 2), 1)
    order by missed desc, max(marked.session_date) desc, patient.last_name, patient.first_name, marked.patient_id, definition.name;
end
$$;
comment on function private.no_show_streaks(uuid, integer) is 'See public.pm_no_show_streaks.';

create function public.pm_session_attendance(session_id uuid) returns table (
  participant_id uuid, patient_id uuid, guest_name text, enrollment_id uuid, is_drop_in boolean, joined_at timestamptz, has_answered boolean, is_flagged boolean,
  attendance_status text, minutes integer, recorded_by uuid, recorded_at timestamptz, first_name text, last_name text, preferred_name text, mrn text,
  missed_in_a_row integer
)
language sql stable
set search_path = ''
as $$
  select * from private.session_attendance(session_id)
$$;
comment on function public.pm_session_attendance(uuid) is
  'Everybody who belongs to a session, a row each: its roster, drop-ins, who joined, guests; by name. participant_id is null until somebody joins or is recorded. is_flagged: answers that nobody has looked at yet (false without pm.question_sets.view). minutes: null for the whole session. Names are null without pm.patients.view. Needs pm.group_attendance.view. Raises SESSION_NOT_FOUND, PERMISSION_DENIED.';
create function public.pm_record_attendance(session_id uuid, entries jsonb, reason text default null) returns setof public.pm_session_participants
language sql
set search_path = ''
as $$
  select * from private.record_attendance(session_id, entries, reason)
$$;
comment on function public.pm_record_attendance(uuid, jsonb, text) is
  'Records who attended: 1 to 200 entries {patient_id or participant_id, status (present, late, left_early, excused, absent; null clears), minutes (0 to an hour more than the session was planned for; null for the whole session), recorded_at (when it was tapped; now by default, never later)}. All or nothing. The latest tap wins, whichever arrives first, and what is sent twice changes nothing, so a device that was offline may send again. Before the session only excused; after its completion a recorded status is changed with a reason (at most 500 characters), unless it was tapped before and arrives within 24 hours. Each change is logged. Needs pm.group_attendance.edit. Returns the participants named. Raises SESSION_NOT_FOUND, PERMISSION_DENIED, PATIENT_NOT_FOUND (not of this session), INVALID_TRANSITION (cancelled), ATTENDANCE_TOO_EARLY, ATTENDANCE_REASON_REQUIRED, INVALID_INPUT.';
create function public.pm_book_drop_in(session_id uuid, patient_id uuid) returns public.pm_session_participants
language sql
set search_path = ''
as $$
  select private.book_drop_in(session_id, patient_id)
$$;
comment on function public.pm_book_drop_in(uuid, uuid) is
  'Books a patient into one session without an enrollment, if roster and drop-ins leave a seat; somebody who is in it already stays. Needs pm.group_attendance.edit or pm.group_enrollments.create. Returns the participant. Raises SESSION_NOT_FOUND, PATIENT_NOT_FOUND, PERMISSION_DENIED, PATIENT_ALREADY_ENROLLED, GROUP_AT_CAPACITY, INVALID_TRANSITION (cancelled).';
create function public.pm_cancel_drop_in(session_id uuid, patient_id uuid) returns public.pm_session_participants
language sql
set search_path = ''
as $$
  select private.cancel_drop_in(session_id, patient_id)
$$;
comment on function public.pm_cancel_drop_in(uuid, uuid) is
  'Takes a drop-in off a session, unless the patient has joined or is recorded; permissions as for pm_book_drop_in. Returns who was booked. Raises SESSION_NOT_FOUND, PATIENT_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';
create function public.pm_remove_guest(participant_id uuid) returns public.pm_session_participants
language sql
set search_path = ''
as $$
  select private.remove_guest(participant_id)
$$;
comment on function public.pm_remove_guest(uuid) is
  'Takes a guest off a session, unless they have answered or are recorded; their device is no longer known then. The log keeps that a guest was removed, without the name. Needs pm.group_attendance.edit. Returns who was removed. Raises GUEST_NOT_FOUND, PERMISSION_DENIED, INVALID_TRANSITION.';
create function public.pm_no_show_streaks(organization_id uuid, at_least integer default 2) returns table (
  patient_id uuid, group_definition_id uuid, group_name text, missed_in_a_row integer, last_attended_on date, last_missed_on date,
  first_name text, last_name text, mrn text
)
language sql stable
set search_path = ''
as $$
  select * from private.no_show_streaks(organization_id, at_least)
$$;
comment on function public.pm_no_show_streaks(uuid, integer) is
  'Who has missed at least so many sessions of a group in a row, of those with a seat in it now, longest first. absent counts; excused and unrecorded neither count nor end it. Dates are the clinic''s; last_attended_on is null for who never came. Names are null without pm.patients.view. Needs pm.group_enrollments.view. Raises PERMISSION_DENIED.';

grant execute on function
  private.session_attendance(uuid), private.record_attendance(uuid, jsonb, text), private.book_drop_in(uuid, uuid), private.cancel_drop_in(uuid, uuid),
  private.remove_guest(uuid), private.no_show_streaks(uuid, integer),
  public.pm_session_attendance(uuid), public.pm_record_attendance(uuid, jsonb, text), public.pm_book_drop_in(uuid, uuid), public.pm_cancel_drop_in(uuid, uuid),
  public.pm_remove_guest(uuid), public.pm_no_show_streaks(uuid, integer)
  to authenticated, service_role;
