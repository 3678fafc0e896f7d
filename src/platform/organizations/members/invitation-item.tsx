import { Button, Text } from '@mantine/core';
import { Can, PF_PERMISSIONS, useRoles } from '@/platform/permissions';
import { formatTimestamp } from '@/platform/time';
import { confirmAction, notifyDone, notifyProblem } from '@/platform/ui';
import type { Invitation } from '../api/get-invitations';
import { useMembers } from '../api/get-members';
import { useRenewInvitation } from '../api/renew-invitation';
import { useRevokeInvitation } from '../api/revoke-invitation';
import { useOrganization } from '../organization-context';
import { focusAfterRow } from './focus-after-row';
import { invitationState } from './invitation-state';
import classes from './people.module.css';
import type { RenewedInvitation } from './renewed-invitation-link';

interface InvitationItemProps {
  invitation: Invitation;
  onRenewed: (renewed: RenewedInvitation) => void;
}

/** Who is invited, as what, by whom and until when; and the end of it. */
export function InvitationItem({ invitation, onRenewed }: InvitationItemProps) {
  const { email } = invitation;
  const revocation = useRevokeInvitation();
  const renewal = useRenewInvitation();

  async function renew() {
    const { token, expires_at, problem } = await renewal.mutateAsync(invitation);
    onRenewed({ email, token, expiresAt: expires_at, earlierUntil: invitation.expires_at, problem });
  }

  function ask(button: HTMLElement) {
    confirmAction({
      title: 'Revoke this invitation?',
      message: `The link that ${email} has received stops working. You can invite them again.`,
      confirmLabel: 'Revoke',
      danger: true,
      onClosed: focusAfterRow(button),
      onConfirm: async () => {
        await revocation.mutateAsync(invitation.id);
        notifyDone({ message: `The invitation of ${email} was revoked.` });
      },
    });
  }

  return (
    <li className={classes.person}>
      <div className={classes.identity}>
        <Text size="sm" fw={500} className={classes.anywhere}>
          {email}
        </Text>
        <InvitationFacts invitation={invitation} />
      </div>
      <Can permission={PF_PERMISSIONS.MEMBERS_MANAGE}>
        <div className={classes.action}>
          <Button
            variant="subtle"
            size="xs"
            loading={renewal.isPending}
            aria-label={`New link for ${email}`}
            onClick={() => renew().catch(notifyProblem)}
          >
            New link
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="xs"
            aria-label={`Revoke the invitation of ${email}`}
            onClick={(event) => ask(event.currentTarget)}
          >
            Revoke
          </Button>
        </div>
      </Can>
    </li>
  );
}

function InvitationFacts({ invitation: { role, expires_at, invited_by, inviter } }: { invitation: Invitation }) {
  const { timezone } = useOrganization();
  const { data: members } = useMembers();
  const { data: roles } = useRoles();
  const state = members && roles ? invitationState({ expires_at, invited_by }, { members, roles }, new Date()) : 'open';
  const until = `${state === 'expired' ? 'expired' : 'valid until'} ${formatTimestamp(expires_at, timezone)}`;
  return (
    <>
      <Text size="sm" c="dimmed" className={classes.anywhere}>
        {role.name}, invited by <bdi>{inviter?.full_name ?? 'somebody who has left'}</bdi>, {until}
      </Text>
      {state === 'void' && (
        <Text size="sm">This link does not work any more, because who invited may invite nobody now.</Text>
      )}
    </>
  );
}
