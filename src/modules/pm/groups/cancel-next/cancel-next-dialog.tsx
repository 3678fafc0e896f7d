import { Text } from '@mantine/core';
import { useState } from 'react';
import { SessionModal } from '@/modules/pm/sessions';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import type { Group } from '../api/get-group';
import { type NextSession, useNextSessions } from '../api/get-next-sessions';
import { CancelNextForm } from './cancel-next-form';

interface CancelNextDialogProps {
  group: Group;
  onClose: () => void;
}

/** Cancels the next session of a group that is not enough, and leads to the list of those who are to be told. */
export function CancelNextDialog({ group, onClose }: CancelNextDialogProps) {
  const { data, error, refetch } = useNextSessions(group.id);
  // The one that was next when the dialog opened: once it is cancelled another one is.
  const [chosen, setChosen] = useState<NextSession | null>(null);
  const session = chosen ?? data?.find(({ status }) => status === 'scheduled');
  return (
    <SessionModal title="Cancel the next session and tell everyone" onClose={onClose} size="md">
      {session ? (
        <CancelNextForm group={group} session={session} onCancelling={() => setChosen(session)} onClose={onClose} />
      ) : error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data ? (
        <Text size="sm">No session is planned: there is nothing to cancel.</Text>
      ) : (
        <ListSkeleton rows={3} />
      )}
    </SessionModal>
  );
}
