import { PF_PERMISSIONS } from '@/platform/permissions/constants';
import { parseTimestamp } from '@/platform/time';

/** void: whoever invited may not invite any more, and the link works no more than an expired one. */
export type InvitationState = 'open' | 'expired' | 'void';

interface SentInvitation {
  /** As the database sends it. */
  expires_at: string;
  /** Id of the inviter's profile; null when that account is gone. */
  invited_by: string | null;
}

interface Inviters {
  members: readonly { id: string; status: string; role: { id: string } }[];
  roles: readonly { id: string; permissions: readonly string[] }[];
}

/** Whether the link of an invitation works, by the rules of pf_accept_invitation. */
export function invitationState(invitation: SentInvitation, { members, roles }: Inviters, now: Date): InvitationState {
  if (parseTimestamp(invitation.expires_at) <= now) return 'expired';
  if (invitation.invited_by === null) return 'open';
  const inviter = members.find(({ id }) => id === invitation.invited_by);
  const role = roles.find(({ id }) => id === inviter?.role.id);
  const mayInvite = inviter?.status === 'active' && role?.permissions.includes(PF_PERMISSIONS.MEMBERS_MANAGE);
  return mayInvite ? 'open' : 'void';
}
