import { Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { useInvitations } from '../api/get-invitations';
import { InvitationItem } from './invitation-item';
import { InvitationLink, type IssuedInvitation } from './invitation-link';
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
  const [renewed, setRenewed] = useState<IssuedInvitation | null>(null);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={2} />;
  return (
    <>
      {data.length === 0 ? (
        <Text c="dimmed">Nobody is invited at present.</Text>
      ) : (
        <ul className={classes.people} aria-label="Open invitations">
          {data.map((invitation) => (
            <InvitationItem key={invitation.id} invitation={invitation} onRenewed={setRenewed} />
          ))}
        </ul>
      )}
      <Modal opened={renewed !== null} onClose={() => setRenewed(null)} title="New invitation link">
        {renewed && <InvitationLink {...renewed} onClose={() => setRenewed(null)} />}
      </Modal>
    </>
  );
}
