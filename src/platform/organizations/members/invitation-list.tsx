import { Button, Stack, Text, Title } from '@mantine/core';
import { Can, PF_PERMISSIONS } from '@/platform/permissions';
import { formatTimestamp, parseTimestamp } from '@/platform/time';
import { confirmAction, ErrorState, ListSkeleton, notifyDone } from '@/platform/ui';
import { type Invitation, useInvitations } from '../api/get-invitations';
import { useRevokeInvitation } from '../api/revoke-invitation';
import { useOrganization } from '../organization-context';
import classes from './people.module.css';

/** Invitations that nobody has accepted yet. */
export function InvitationList() {
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>Open invitations</Title>
      <Invitations />
    </Stack>
  );
}

function Invitations() {
  const { data, error, refetch } = useInvitations();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={2} />;
  if (data.length === 0) return <Text c="dimmed">Nobody is invited at present.</Text>;
  return (
    <ul className={classes.people} aria-label="Open invitations">
      {data.map((invitation) => (
        <InvitationItem key={invitation.id} invitation={invitation} />
      ))}
    </ul>
  );
}

function InvitationItem({ invitation }: { invitation: Invitation }) {
  const { timezone } = useOrganization();
  const revocation = useRevokeInvitation();
  const { email } = invitation;
  const expired = parseTimestamp(invitation.expires_at) <= new Date();

  function ask() {
    confirmAction({
      title: 'Revoke this invitation?',
      message: `The link that ${email} has received stops working. You can invite them again.`,
      confirmLabel: 'Revoke',
      danger: true,
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
        <Text size="sm" c="dimmed">
          {invitation.role.name}, {expired ? 'expired' : 'valid until'}{' '}
          {formatTimestamp(invitation.expires_at, timezone)}
        </Text>
      </div>
      <Can permission={PF_PERMISSIONS.MEMBERS_MANAGE}>
        <div className={classes.action}>
          <Button variant="subtle" color="red" size="xs" aria-label={`Revoke the invitation of ${email}`} onClick={ask}>
            Revoke
          </Button>
        </div>
      </Can>
    </li>
  );
}
