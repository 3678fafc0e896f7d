-- Notifications: what a person of the clinic should know without looking for it. Ids, dates and times only: names are looked up
-- with the reader's own permissions.

create table public.pf_notifications (
  id bigint generated always as identity,
  organization_id uuid not null,
  user_id uuid not null,
  kind text not null,
  group_definition_id uuid,
  session_id uuid,
  patient_id uuid,
  enrollment_id uuid,
  payload jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  read_at timestamptz
);
create table public.pf_notification_settings (
  organization_id uuid not null,
  user_id uuid not null default auth.uid(),
  kind text not null,
  is_enabled boolean not null default true
);

alter table public.pf_notifications
  add constraint pf_notifications_pkey primary key (id),
  add constraint pf_notifications_membership_fkey foreign key (organization_id, user_id)
    references public.pf_memberships (organization_id, user_id) on delete cascade,
  add constraint pf_notifications_group_fkey foreign key (organization_id, group_definition_id)
    references public.pm_group_definitions (organization_id, id),
  add constraint pf_notifications_session_fkey foreign key (organization_id, session_id)
    references public.pm_group_schedule (organization_id, id),
  add constraint pf_notifications_patient_fkey foreign key (organization_id, patient_id)
    references public.pm_patients (organization_id, id),
  add constraint pf_notifications_enrollment_fkey foreign key (organization_id, enrollment_id)
    references public.pm_group_enrollments (organization_id, id),
  add constraint pf_notifications_kind_check check (kind in ('patient_promoted', 'session_cancelled', 'session_rescheduled', 'approval_requested',
    'approval_granted', 'approval_rejected', 'short_of_hours', 'response_flagged'));
alter table public.pf_notification_settings
  add constraint pf_notification_settings_pkey primary key (organization_id, user_id, kind),
  add constraint pf_notification_settings_membership_fkey foreign key (organization_id, user_id)
    references public.pf_memberships (organization_id, user_id) on delete cascade,
  -- Answers that may mean danger reach whoever leads the session, whatever they like to be told.
  add constraint pf_notification_settings_kind_check check (kind in ('patient_promoted', 'session_cancelled', 'session_rescheduled', 'approval_requested',
    'approval_granted', 'approval_rejected', 'short_of_hours'));

create index pf_notifications_person_idx on public.pf_notifications (organization_id, user_id, id desc);
-- Every open window counts the unread ones after each message.
create index pf_notifications_unread_idx on public.pf_notifications (organization_id, user_id, id desc) where read_at is null;
create index pf_notifications_group_idx on public.pf_notifications (organization_id, group_definition_id);
create index pf_notifications_session_idx on public.pf_notifications (organization_id, session_id);
create index pf_notifications_patient_idx on public.pf_notifications (organization_id, patient_id);
create index pf_notifications_enrollment_idx on public.pf_notifications (organization_id, enrollment_id);

alter table public.pf_notifications enable row level security;
alter table public.pf_notifications force row level security;
alter table public.pf_notification_settings enable row level security;
alter table public.pf_notification_settings force row level security;

create policy select_own on public.pf_notifications for select to authenticated
  using (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));
create policy update_own on public.pf_notifications for update to authenticated
  using (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())))
  with check (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));
create policy select_own on public.pf_notification_settings for select to authenticated
  using (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));
create policy insert_own on public.pf_notification_settings for insert to authenticated
  with check (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));
create policy update_own on public.pf_notification_settings for update to authenticated
  using (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())))
  with check (user_id = (select auth.uid()) and organization_id = any (array(select private.member_organizations())));

grant select, update (read_at) on public.pf_notifications to authenticated;
-- An upsert of PostgREST writes every column that it is sent, the key too.
grant select, insert (organization_id, kind, is_enabled), update (organization_id, kind, is_enabled) on public.pf_notification_settings to authenticated;
grant all on public.pf_notifications, public.pf_notification_settings to service_role;

comment on table public.pf_notifications is 'What the application tells a person; the payload holds dates, times and reasons, never a name.';
comment on column public.pf_notifications.read_at is 'When the person looked at it; null until then.';
comment on table public.pf_notification_settings is 'What a person does not want to be told; a kind without a row is told.';
comment on policy select_own on public.pf_notifications is 'A person sees their own, while they are an active member.';
comment on policy update_own on public.pf_notifications is 'Marking one''s own as read.';
comment on policy select_own on public.pf_notification_settings is 'A person sees their own settings.';
comment on policy insert_own on public.pf_notification_settings is 'A person makes their own settings.';
comment on policy update_own on public.pf_notification_settings is 'A person changes their own settings.';

create function private.notify(
  organization_id uuid, people uuid[], kind text, payload jsonb, group_definition_id uuid default null, session_id uuid default null,
  patient_id uuid default null, enrollment_id uuid default null
) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.pf_notifications (organization_id, user_id, kind, payload, group_definition_id, session_id, patient_id, enrollment_id)
  select notify.organization_id, person.id, notify.kind, jsonb_strip_nulls(notify.payload), notify.group_definition_id, notify.session_id, notify.patient_id,
    notify.enrollment_id
  from (select distinct listed.id from unnest(people) listed (id)) person
  join public.pf_memberships membership on membership.organization_id = notify.organization_id and membership.user_id = person.id and membership.status = 'active'
  -- Whoever's browser it was sent from: answers that may mean danger are told.
  where (person.id is distinct from auth.uid() or notify.kind = 'response_flagged') and not exists (
    select from public.pf_notification_settings setting
    where setting.organization_id = notify.organization_id and setting.user_id = person.id and setting.kind = notify.kind and not setting.is_enabled)
  order by person.id;
end
$$;
comment on function private.notify(uuid, uuid[], text, jsonb, uuid, uuid, uuid, uuid) is
  'Tells people (nulls and doubles are fine) in the caller''s transaction: active members only, not who did it (but for response_flagged), not who does not want it.';

create function private.people_with(organization_id uuid, permission text) returns uuid[]
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return array(
    select membership.user_id from public.pf_memberships membership
    join public.pf_role_permissions granted on granted.role_id = membership.role_id and granted.permission_key = permission
    join public.pf_permissions catalogue on catalogue.key = granted.permission_key and catalogue.is_active
    where membership.organization_id = people_with.organization_id and membership.status = 'active');
end
$$;
comment on function private.people_with(uuid, text) is 'The active members who hold the permission key.';

create function private.tg_pm_group_schedule__notify() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  leaders uuid[] := array[new.facilitator_id, new.co_facilitator_id] || case when tg_op = 'UPDATE' then array[old.facilitator_id, old.co_facilitator_id] end;
  facts jsonb := jsonb_build_object('session_date', new.session_date, 'start_time', new.start_time);
begin
  if new.approval_status = 'pending' and new.status = 'scheduled' and (tg_op = 'INSERT' or old.approval_status <> 'pending') then
    perform private.notify(new.organization_id,
      array(select approver from unnest(private.people_with(new.organization_id, 'pm.group_definitions.edit')) approver
            where approver <> all (array_remove(array[new.facilitator_id, new.co_facilitator_id], null))),
      'approval_requested', facts, new.group_definition_id, new.id);
  end if;
  if tg_op = 'INSERT' then
    return null;
  end if;
  if new.approval_status <> old.approval_status and new.approval_status in ('approved', 'rejected') then
    perform private.notify(new.organization_id, leaders || new.created_by,
      case new.approval_status when 'approved' then 'approval_granted' else 'approval_rejected' end,
      facts || jsonb_build_object('reason', new.cancellation_reason), new.group_definition_id, new.id);
  elsif new.status = 'cancelled' and old.status <> 'cancelled' then
    perform private.notify(new.organization_id, leaders, 'session_cancelled', facts || jsonb_build_object('reason', new.cancellation_reason),
      new.group_definition_id, new.id);
  elsif new.status in ('scheduled', 'active')
        and (new.session_date, new.start_time, new.end_time, new.location) is distinct from (old.session_date, old.start_time, old.end_time, old.location) then
    perform private.notify(new.organization_id, leaders, 'session_rescheduled', jsonb_build_object(
        'from', jsonb_build_object('session_date', old.session_date, 'start_time', old.start_time, 'end_time', old.end_time, 'location', old.location),
        'to', jsonb_build_object('session_date', new.session_date, 'start_time', new.start_time, 'end_time', new.end_time, 'location', new.location)),
      new.group_definition_id, new.id);
  end if;
  return null;
end
$$;
comment on function private.tg_pm_group_schedule__notify() is
  'Tells approvers what waits for them, and who leads (or led) a session that it was approved, rejected, cancelled or moved.';
create trigger _850_notify after insert or update on public.pm_group_schedule
  for each row execute function private.tg_pm_group_schedule__notify();

create function private.tg_pm_group_enrollments__notify() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.notify(new.organization_id,
    (select array[definition.facilitator_id, definition.co_facilitator_id] from public.pm_group_definitions definition where definition.id = new.group_definition_id)
      || new.created_by,
    'patient_promoted', jsonb_build_object('rule', coalesce(nullif(current_setting('quorum.promotion_cause', true), '')::jsonb ->> 'rule', 'by_hand')),
    new.group_definition_id, null, new.patient_id, new.id);
  return null;
end
$$;
comment on function private.tg_pm_group_enrollments__notify() is 'A seat came to somebody who waited: tells the group''s facilitators and who put the patient on the waitlist.';
create trigger _850_notify after update on public.pm_group_enrollments
  for each row when (old.status = 'waitlisted' and new.status = 'enrolled' and new.deleted_at is null)
  execute function private.tg_pm_group_enrollments__notify();

create function private.tg_pm_session_responses__notify() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  session public.pm_group_schedule;
  leaders uuid[];
begin
  select * into session from public.pm_group_schedule answered where answered.id = new.session_id;
  -- Nobody leads the session who is active and may read the answer: everybody who takes attendance.
  leaders := array(select person from unnest(private.people_with(new.organization_id, 'pm.group_attendance.view')) person
    where person in (session.facilitator_id, session.co_facilitator_id));
  if leaders = '{}' then
    leaders := private.people_with(new.organization_id, 'pm.group_attendance.edit');
  end if;
  perform private.notify(new.organization_id, leaders, 'response_flagged', jsonb_build_object('question_ids', new.flags),
    session.group_definition_id, session.id,
    (select participant.patient_id from public.pm_session_participants participant where participant.id = new.participant_id));
  return null;
end
$$;
comment on function private.tg_pm_session_responses__notify() is 'An answer was above its flag_above (PHQ-9, item 9): tells who leads the session at once.';
create trigger _850_notify after insert on public.pm_session_responses
  for each row when (new.flags <> '[]')
  execute function private.tg_pm_session_responses__notify();
