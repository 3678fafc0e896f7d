-- Live: what changes in an organization is told to its open windows, as the table's name and the rows' ids, by Supabase Realtime
-- (broadcast, private topics). Whoever is told reads again through RLS: a message holds nothing that a person may not see.

create function private.tell(topic text, event text, payload jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  perform realtime.send(payload, event, topic, true);
exception when others then
  -- Realtime swallows its own errors; this holds where it is missing or has changed. Windows ask by themselves then.
  raise warning 'Live: % not told to %: %', event, topic, sqlerrm;
end
$$;
comment on function private.tell(text, text, jsonb) is
  'Sends to everybody who listens to the private topic, when the transaction commits. Never makes the caller''s write fail. Returns nothing.';

create function private.times_told(message text) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  enough constant integer := 4;
  told text := coalesce(current_setting('quorum.told', true), '');
  times integer := (length(told) - length(replace(told, message || ';', ''))) / (length(message) + 1);
begin
  -- Not counted further, so that a transaction of ten thousand statements does not carry them all.
  if times < enough then
    perform set_config('quorum.told', told || message || ';', true);
  end if;
  return times;
end
$$;
comment on function private.times_told(text) is
  'How often this transaction was asked this about the message before, counted up to four: what a transaction sends arrives at its end, all at once, and need not be said again and again.';

create function private.tell_change(organization_id uuid, table_name text, operation text, ids_name text, ids text[]) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  most_statements constant integer := 3;
  most_ids constant integer := 100;
  times integer := private.times_told(concat_ws(' ', organization_id, table_name, operation));
begin
  -- After a few statements of a kind, one more message says "and others" for all the rest of the transaction.
  if times > most_statements then
    return;
  elsif times = most_statements then
    ids := '{}';
  end if;
  perform private.tell('organization:' || organization_id, 'change',
    jsonb_build_object('table', table_name, 'operation', operation, ids_name, ids[1:most_ids])
    || case when times = most_statements or cardinality(ids) > most_ids then '{"truncated": true}'::jsonb else '{}' end);
end
$$;
comment on function private.tell_change(uuid, text, text, text, text[]) is
  'Tells the organization''s topic that rows of a table changed: event change, payload {table, operation, ids}. operation: insert, update or delete; ids_name: the payload''s key for the ids. truncated: true where more rows changed than are named. Returns nothing.';

create function private.tg__tell_change() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  changed_rows record;
begin
  for changed_rows in
    execute format('select changed.%I as organization_id, array_agg(distinct changed.%I::text) as ids from changed group by 1', tg_argv[0], tg_argv[1])
  loop
    perform private.tell_change(changed_rows.organization_id, tg_table_name, lower(tg_op), tg_argv[2], changed_rows.ids);
  end loop;
  return null;
end
$$;
comment on function private.tg__tell_change() is
  'Statement trigger with the changed rows as transition table "changed": one message an organization. Arguments: the columns of the organization and of the ids, and the payload''s key for the ids.';

-- Which tables, and whose ids are told: of what belongs to a role or a session, those of the role or the session.
do $$
declare
  live record;
  operation text;
begin
  for live in
    select * from (values
      ('pf_organizations', 'id', 'id', 'ids'),
      ('pf_memberships', 'organization_id', 'user_id', 'user_ids'),
      ('pf_roles', 'organization_id', 'id', 'ids'),
      ('pf_role_permissions', 'organization_id', 'role_id', 'ids'),
      ('pm_closed_days', 'organization_id', 'closed_on', 'dates'),
      ('pm_patients', 'organization_id', 'id', 'ids'),
      ('pm_group_definitions', 'organization_id', 'id', 'ids'),
      ('pm_group_schedule', 'organization_id', 'id', 'ids'),
      ('pm_group_enrollments', 'organization_id', 'id', 'ids'),
      ('pm_question_sets', 'organization_id', 'id', 'ids'),
      ('pm_group_question_sets', 'organization_id', 'group_definition_id', 'group_definition_ids'),
      ('pm_session_participants', 'organization_id', 'session_id', 'session_ids'),
      ('pm_session_responses', 'organization_id', 'session_id', 'session_ids')
    ) as tables (name, organization_column, ids_column, ids_name)
  loop
    foreach operation in array array['insert', 'update', 'delete'] loop
      execute format(
        'create trigger %I after %s on public.%I referencing %s table as changed for each statement
           execute function private.tg__tell_change(%L, %L, %L)',
        '_950_tell_' || operation, operation, live.name, case operation when 'delete' then 'old' else 'new' end,
        live.organization_column, live.ids_column, live.ids_name);
    end loop;
  end loop;
end
$$;

create function private.tg_pf_notifications__tell() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  recipient record;
begin
  for recipient in select distinct changed.user_id, changed.organization_id from changed loop
    if private.times_told(concat_ws(' ', recipient.user_id, recipient.organization_id)) = 0 then
      perform private.tell('user:' || recipient.user_id, 'notification', jsonb_build_object('organization_id', recipient.organization_id));
    end if;
  end loop;
  return null;
end
$$;
comment on function private.tg_pf_notifications__tell() is
  'Tells each recipient''s own topic that notifications came or were read: event notification, payload {organization_id}, once a transaction.';
create trigger _950_tell_insert after insert on public.pf_notifications referencing new table as changed
  for each statement execute function private.tg_pf_notifications__tell();
create trigger _950_tell_update after update on public.pf_notifications referencing new table as changed
  for each statement execute function private.tg_pf_notifications__tell();

-- Without "comment on policy": hosted Supabase lets the role postgres make policies on its table, but refuses comments on them.
-- Receiving only: nobody sends from a browser, because there is no policy for insert.
create policy select_own_topics on realtime.messages for select to authenticated
  using (extension = 'broadcast' and (
    (select realtime.topic()) = 'user:' || (select auth.uid())
    or (select realtime.topic()) = any (array(select 'organization:' || member.id from private.member_organizations() member (id)))));
