import { Modal, Stack, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { useInvitations } from '../api/get-invitations';
import { InvitationItem } from './invitation-item';
import classes from './people.module.css';
import { type RenewedInvitation, RenewedInvitationLink } from './renewed-invitation-link';

/** Invitations that nobody has accepted yet. */
export function InvitationList() {
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <Stack gap="sm" component="section">
      <Title order={2} ref={title} tabIndex={-1} style={{ outline: 'none' }}>
        Open invitations
      </Title>
      {/* The invitation of the old link is gone, and with it the button that had the focus. */}
      <Invitations onRenewed={() => title.current?.focus()} />
    </Stack>
  );
}

function Invitations({ onRenewed }: { onRenewed: () => void }) {
  const { data, error, refetch } = useInvitations();
  const [renewed, setRenewed] = useState<RenewedInvitation | null>(null);
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
      <Modal
        opened={renewed !== null}
        onClose={() => setRenewed(null)}
        onExitTransitionEnd={onRenewed}
        title="New invitation link"
      >
        {renewed && <RenewedInvitationLink {...renewed} onClose={() => setRenewed(null)} />}
      </Modal>
    </>
  );
}
