-- Schema realtime as far as broadcasts from the database need it: the table whose policies decide who may listen, and the two
-- functions. Run as supabase_admin on a database that lacks it. Hosted Realtime reads the write-ahead log; here realtime.send
-- notifies the local stack (scripts/stack/realtime), and keeps nothing.

create schema realtime authorization supabase_admin;
grant all on schema realtime to supabase_realtime_admin;
grant usage on schema realtime to postgres, anon, authenticated, service_role;

create table realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  constraint messages_pkey primary key (id, inserted_at)
) partition by range (inserted_at);
create table realtime.messages_default partition of realtime.messages default;
alter table realtime.messages enable row level security;
alter table realtime.messages owner to supabase_realtime_admin;
alter table realtime.messages_default enable row level security;
alter table realtime.messages_default owner to supabase_realtime_admin;
grant all on realtime.messages to postgres;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;

create function realtime.topic() returns text language sql stable as $$
  select nullif(current_setting('realtime.topic', true), '')::text
$$;

-- A notification holds less than 8,000 bytes: a longer message goes in parts of 1,900 characters, of at most four bytes each.
create function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
language plpgsql as $$
declare
  part_length constant integer := 1900;
  message_id uuid := gen_random_uuid();
  message text := jsonb_build_object('id', message_id, 'topic', topic, 'event', event, 'private', private,
    'payload', case when payload ? 'id' then payload else jsonb_set(payload, '{id}', to_jsonb(message_id)) end)::text;
  parts integer := ceil(char_length(message)::numeric / part_length);
begin
  for part in 1..parts loop
    perform pg_notify('realtime', format('%s %s %s %s', message_id, part, parts, substr(message, (part - 1) * part_length + 1, part_length)));
  end loop;
exception when others then
  raise warning 'WarnSendingBroadcastMessage: %', sqlerrm;
end
$$;
alter function realtime.topic() owner to supabase_realtime_admin;
alter function realtime.send(jsonb, text, text, boolean) owner to supabase_realtime_admin;
