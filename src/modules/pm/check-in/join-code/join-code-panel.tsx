import { Button, CopyButton, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconCopy, IconMaximize, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { confirmAction, ErrorState, notifyDone } from '@/platform/ui';
import { sessionLinkQueryOptions } from '../api/get-session-link';
import { useRenewSessionLink } from '../api/renew-session-link';
import type { JoinCodeProps } from '.';
import { joinAddress, joinLink } from './join-address';
import classes from './join-code.module.css';
import { JoinProjector } from './join-projector';
import { QrCode } from './qr-code';

/** The code, the link, and what can be done with them. */
export function JoinCodePanel({ session, counts = null }: JoinCodeProps) {
  const { id } = useOrganization();
  const link = useQuery(sessionLinkQueryOptions(id, session.id));
  const renewal = useRenewSessionLink(session.id);
  const [isProjected, projector] = useDisclosure();

  if (session.status === 'completed' || session.status === 'cancelled')
    return (
      <Text c="dimmed">
        This session is {session.status === 'cancelled' ? 'cancelled' : 'over'}: nobody can join it any more.
      </Text>
    );
  if (link.error && link.data === undefined) return <ErrorState error={link.error} onRetry={link.refetch} />;
  if (link.data === undefined) return <Skeleton height={280} role="status" aria-label="Loading the code" />;
  if (link.data === null) return <Text c="dimmed">This session is not there any more.</Text>;

  const address = joinAddress(link.data);
  const sent = joinLink(link.data, session.id);
  const askForNew = () =>
    confirmAction({
      title: 'Make a new link?',
      message:
        'The present link and QR code stop working at once, also where they were printed or sent. Who has joined already stays.',
      confirmLabel: 'Make a new link',
      onConfirm: async () => {
        await renewal.mutateAsync();
        notifyDone({ message: 'There is a new link. The old one leads nowhere any more.' });
      },
    });

  return (
    <Stack gap="sm">
      <div className={classes.small}>
        <QrCode value={address} title="QR code to join this session" />
      </div>
      <TextInput
        label="Link to join"
        description="Patients scan the code or open the link; they need no account."
        value={sent}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap="xs">
        <CopyButton value={sent} timeout={3000}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? 'Copied' : 'Copy link'}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={projector.open} leftSection={<IconMaximize size={16} aria-hidden />}>
          Full screen
        </Button>
        <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_EDIT}>
          <Button variant="default" onClick={askForNew} leftSection={<IconRefresh size={16} aria-hidden />}>
            New link
          </Button>
        </Can>
      </Group>
      {isProjected && (
        <JoinProjector
          groupName={session.group?.name ?? 'Group session'}
          address={address}
          counts={counts}
          onClose={projector.close}
        />
      )}
    </Stack>
  );
}
