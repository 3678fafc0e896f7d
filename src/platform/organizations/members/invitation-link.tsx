import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { formatTimestamp } from '@/platform/time';
import { useOrganization } from '../organization-context';

export interface IssuedInvitation {
  email: string;
  token: string;
  /** As the database sends it. */
  expiresAt: string;
}

interface InvitationLinkProps extends IssuedInvitation {
  onClose: () => void;
  /** What "Invite another" does; not offered without. */
  onAnother?: () => void;
}

/** The link of a new invitation, this once: only its hash is kept. */
export function InvitationLink({ email, token, expiresAt, onClose, onAnother }: InvitationLinkProps) {
  const { timezone } = useOrganization();
  const link = `${window.location.origin}/invitations/${token}`;
  return (
    <Stack>
      <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
        Send this link to {email}. It works once, for this address, until {formatTimestamp(expiresAt, timezone)}. Copy
        it now: it is not shown again.
      </Text>
      <TextInput
        label="Invitation link"
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        data-autofocus
      />
      <Group justify="flex-end">
        {onAnother && (
          <Button variant="default" onClick={onAnother}>
            Invite another
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
        <CopyButton value={link} timeout={3000}>
          {({ copied, copy }) => (
            <Button
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? 'Copied' : 'Copy link'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
