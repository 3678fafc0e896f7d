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
