import { Button, CopyButton, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/platform/ui';
import { appAddress, sessionAddress } from '../app-address';
import { joinPathQueryOptions } from './api/get-join-path';
import type { MyGroup } from './api/get-my-groups';

interface RunningSessionProps {
  group: MyGroup;
  sessionId: string;
  /** It was started here. */
  isNew: boolean;
}

/** The session that runs: its link for the patients, and the way to its page in the app. */
export function RunningSession({ group, sessionId, isNew }: RunningSessionProps) {
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {isNew ? 'The session has started' : 'A session runs now'}
      </Title>
      <JoinLink group={group} sessionId={sessionId} />
      <Button
        component="a"
        href={sessionAddress(group, sessionId)}
        target="_blank"
        rel="noreferrer"
        variant="default"
        rightSection={<IconExternalLink size={16} aria-hidden />}
      >
        Open the session in Quorum
      </Button>
    </Stack>
  );
}

function JoinLink({ group, sessionId }: Omit<RunningSessionProps, 'isNew'>) {
  const path = useQuery(joinPathQueryOptions(group.organization_id, sessionId));
  if (path.data === undefined) {
    if (path.error) return <ErrorState error={path.error} onRetry={path.refetch} />;
    return <Skeleton height={120} role="status" aria-label="Loading the link" />;
  }
  if (path.data === null) return <Text size="sm">This session is not there any more.</Text>;

  const address = appAddress(path.data);
  return (
    <>
      <TextInput
        label="Link to join"
        description="For the patients: they open it on their own phone and need no account."
        value={address}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={address} timeout={3000}>
        {({ copied, copy }) => (
          <Button
            onClick={copy}
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          >
            <span aria-live="polite">{copied ? 'Copied' : 'Copy the link'}</span>
          </Button>
        )}
      </CopyButton>
    </>
  );
}
