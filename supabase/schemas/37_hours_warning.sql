-- Who of an IOP or PHP program will be short of hours is told to the facilitators while the week can be mended.

create function private.warn_of_short_hours(organization_id uuid, patient_id uuid, day date) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  today date := private.organization_today(organization_id);
  monday date := private.monday_of(day);
  held record;
  treatment record;
  missing_minutes integer;
  missing_days integer;
begin
  if monday + 6 < today or monday > today + 7 then
    return;
  end if;
  select member.program, member.group_ids, minimum.minimum_minutes, minimum.minimum_days into held
  from private.program_members(organization_id, monday, warn_of_short_hours.patient_id) member
  join private.program_minimums() minimum on minimum.program = member.program;
  if held.program is null then
    return;
  end if;
  select * into treatment from private.treatment_weeks(organization_id, monday, warn_of_short_hours.patient_id);
  -- What nobody has recorded yet may have been attended.
  missing_minutes := held.minimum_minutes - coalesce(treatment.attended_minutes + treatment.booked_minutes + treatment.unrecorded_minutes, 0);
  missing_days := case when coalesce(treatment.unrecorded_minutes, 0) > 0 then 0
    else held.minimum_days - (select count(distinct listed) from unnest(treatment.attended_dates || treatment.booked_dates) listed) end;
  if (missing_minutes <= 0 and missing_days <= 0) or exists (
    select from public.pf_notifications told
    where told.organization_id = warn_of_short_hours.organization_id and told.patient_id = warn_of_short_hours.patient_id
      and told.kind = 'short_of_hours' and told.payload ->> 'week_start' = monday::text) then
    return;
  end if;
  perform private.notify(organization_id,
    array(select leader from public.pm_group_definitions definition, unnest(array[definition.facilitator_id, definition.co_facilitator_id]) leader
          where definition.id = any (held.group_ids)),
    'short_of_hours', jsonb_build_object('program', held.program, 'week_start', monday,
      'missing_minutes', greatest(missing_minutes, 0), 'missing_days', greatest(missing_days, 0)),
    held.group_ids[1], null, patient_id);
end
$$;
comment on function private.warn_of_short_hours(uuid, uuid, date) is
  'Tells the facilitators of the patient''s program, once a week, if what is attended and booked in the week of day does not reach its minimum (pm_program_compliance). Only for this week and the next.';

create function private.tg_pm_session_participants__warn() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.warn_of_short_hours(new.organization_id, new.patient_id,
    (select session.session_date from public.pm_group_schedule session where session.id = new.session_id));
  return null;
end
$$;
comment on function private.tg_pm_session_participants__warn() is 'Somebody was absent or excused: is the week still long enough?';
create trigger _870_warn after update on public.pm_session_participants
  for each row when (new.patient_id is not null and new.attendance_status in ('absent', 'excused') and new.attendance_status is distinct from old.attendance_status)
  execute function private.tg_pm_session_participants__warn();

create function private.tg_pm_group_schedule__warn() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.warn_of_short_hours(new.organization_id, seat.patient_id, new.session_date) from private.roster_of(old) seat;
  return null;
end
$$;
comment on function private.tg_pm_group_schedule__warn() is 'A session was cancelled: whose week is too short now?';
create trigger _870_warn after update on public.pm_group_schedule
  for each row when (new.status = 'cancelled' and old.status <> 'cancelled')
  execute function private.tg_pm_group_schedule__warn();
