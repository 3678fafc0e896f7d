-- Invitations: a link for one e-mail address, single use. Only a hash of the token is kept.

create table public.pf_invitations (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  email text not null,
  role_id uuid not null,
  token_hash bytea not null,
  invited_by uuid,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  created_at timestamptz not null default now()
);

alter table public.pf_invitations
  add constraint pf_invitations_pkey primary key (id),
  add constraint pf_invitations_token_hash_key unique (token_hash),
  add constraint pf_invitations_organization_id_fkey foreign key (organization_id) references public.pf_organizations (id) on delete cascade,
  add constraint pf_invitations_role_fkey foreign key (organization_id, role_id)
    references public.pf_roles (organization_id, id) on delete cascade,
  add constraint pf_invitations_invited_by_fkey foreign key (invited_by) references public.pf_profiles (id) on delete set null,
  add constraint pf_invitations_email_format check (email ~ '^[^@\s]+@[^@\s]+$' and char_length(email) <= 254 and email = lower(email));

create index pf_invitations_role_idx on public.pf_invitations (organization_id, role_id);
create index pf_invitations_invited_by_idx on public.pf_invitations (invited_by);

alter table public.pf_invitations enable row level security;
alter table public.pf_invitations force row level security;

create policy select_viewers on public.pf_invitations for select to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.members.view'))));
create policy delete_managers on public.pf_invitations for delete to authenticated
  using (organization_id = any (array(select private.organizations_with('pf.members.manage'))));

grant select (id, organization_id, email, role_id, invited_by, expires_at, accepted_at, created_at), delete
  on public.pf_invitations to authenticated;
grant all on public.pf_invitations to service_role;

comment on table public.pf_invitations is 'Invitations to join an organization. Deleting one revokes it.';
comment on column public.pf_invitations.token_hash is 'SHA-256 of the token; the token itself is returned once, by pf_create_invitation.';
comment on policy select_viewers on public.pf_invitations is 'The list of invitations: pf.members.view.';
comment on policy delete_managers on public.pf_invitations is 'Revoking an invitation: pf.members.manage.';

create function private.create_invitation(organization_id uuid, email text, role_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  token text := translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
  invitation public.pf_invitations;
begin
  perform private.require_permission(organization_id, 'pf.members.manage');
  if not exists (select from public.pf_roles role
                 where role.id = create_invitation.role_id and role.organization_id = create_invitation.organization_id) then
    perform private.refuse('PT404', 'ROLE_NOT_FOUND', 'There is no such role in this organization.', 'Choose one of its roles.');
  end if;
  if private.role_exceeds_caller(organization_id, role_id) then
    perform private.refuse('PT403', 'PERMISSION_DENIED', 'That role may do more than you may.', 'Ask an organization admin to invite.');
  end if;
  if exists (
    select from public.pf_memberships membership
    join public.pf_profiles profile on profile.id = membership.user_id
    where membership.organization_id = create_invitation.organization_id and lower(profile.email) = lower(btrim(create_invitation.email))
  ) then
    perform private.refuse('PT409', 'ALREADY_A_MEMBER', 'A person with this e-mail address already belongs to the organization.',
      'Change the role in the list of members.');
  end if;
  insert into public.pf_invitations (organization_id, email, role_id, token_hash, invited_by, expires_at)
  values (create_invitation.organization_id, lower(btrim(create_invitation.email)), create_invitation.role_id,
          extensions.digest(token, 'sha256'), auth.uid(), now() + interval '7 days')
  returning * into invitation;
  return jsonb_build_object('id', invitation.id, 'token', token, 'expires_at', invitation.expires_at);
end
$$;
comment on function private.create_invitation(uuid, text, uuid) is 'See public.pf_create_invitation.';
grant execute on function private.create_invitation(uuid, text, uuid) to authenticated, service_role;

create function public.pf_create_invitation(organization_id uuid, email text, role_id uuid) returns jsonb
language sql
set search_path = ''
as $$
  select private.create_invitation(organization_id, email, role_id)
$$;
comment on function public.pf_create_invitation(uuid, text, uuid) is
  'Invites an e-mail address for seven days. Returns {id, token, expires_at}; the token is shown only here. Raises PERMISSION_DENIED, ROLE_NOT_FOUND, ALREADY_A_MEMBER; 23514 pf_invitations_email_format.';
grant execute on function public.pf_create_invitation(uuid, text, uuid) to authenticated, service_role;

create function private.accept_invitation(token text) returns public.pf_organizations
language plpgsql security definer
set search_path = ''
as $$
declare
  invitation public.pf_invitations;
  organization public.pf_organizations;
begin
  update public.pf_invitations open_invitation
  set accepted_at = clock_timestamp()
  where open_invitation.token_hash = extensions.digest(accept_invitation.token, 'sha256')
    and open_invitation.accepted_at is null and open_invitation.expires_at > now()
    -- Who may invite no more has invited nobody: a suspended or demoted inviter's links stop working.
    and (open_invitation.invited_by is null or exists (
      select from public.pf_memberships inviter
      join public.pf_role_permissions granted on granted.role_id = inviter.role_id and granted.permission_key = 'pf.members.manage'
      where inviter.organization_id = open_invitation.organization_id and inviter.user_id = open_invitation.invited_by
        and inviter.status = 'active'))
    and open_invitation.email = (select lower(profile.email) from public.pf_profiles profile where profile.id = auth.uid())
  returning * into invitation;
  if invitation.id is null or exists (
    select from public.pf_memberships membership
    where membership.organization_id = invitation.organization_id and membership.user_id = auth.uid()
  ) then
    -- One answer for used, expired, revoked, unknown and meant for another address: a token tells a stranger nothing.
    perform private.refuse('PT400', 'INVITATION_INVALID',
      'This invitation was used, has expired, was revoked, or is for another e-mail address.',
      'Sign in with the address that was invited, or ask for a new invitation.');
  end if;
  insert into public.pf_memberships (organization_id, user_id, role_id)
  values (invitation.organization_id, auth.uid(), invitation.role_id);
  -- A second link for the same address must not let the person in again after a removal.
  delete from public.pf_invitations spare
  where spare.organization_id = invitation.organization_id and spare.email = invitation.email and spare.accepted_at is null;
  select * into organization from public.pf_organizations joined where joined.id = invitation.organization_id;
  return organization;
end
$$;
comment on function private.accept_invitation(text) is 'See public.pf_accept_invitation.';
grant execute on function private.accept_invitation(text) to authenticated;

create function public.pf_accept_invitation(token text) returns public.pf_organizations
language sql
set search_path = ''
as $$
  select private.accept_invitation(token)
$$;
comment on function public.pf_accept_invitation(text) is
  'Makes the caller a member with the invited role, once, if the caller''s e-mail is the invited one. Returns the organization. Raises INVITATION_INVALID.';
grant execute on function public.pf_accept_invitation(text) to authenticated;
