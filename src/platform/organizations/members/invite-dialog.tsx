import { Modal } from '@mantine/core';
import { useState } from 'react';
import { InvitationLink, type IssuedInvitation } from './invitation-link';
import { InviteForm } from './invite-form';

interface InviteDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Invites somebody by a link that is shown once. */
export function InviteDialog({ opened, onClose }: InviteDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Invite a member">
      <InviteSteps onClose={onClose} />
    </Modal>
  );
}

/** Forgotten with the dialog, the link included. */
function InviteSteps({ onClose }: { onClose: () => void }) {
  const [invited, setInvited] = useState<IssuedInvitation | null>(null);
  if (!invited) return <InviteForm onInvited={setInvited} onCancel={onClose} />;
  return <InvitationLink {...invited} onClose={onClose} onAnother={() => setInvited(null)} />;
}
