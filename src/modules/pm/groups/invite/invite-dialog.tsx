import { Button, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { type EnrollOutcome, EnrollOutcomes } from '@/modules/pm/enrollments';
import { SessionModal } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { EmptyState, ErrorState, ListSkeleton } from '@/platform/ui';
import type { Group } from '../api/get-group';
import { useWaitingInLikeGroups } from '../api/get-waiting-in-like-groups';
import { seatsLeftSentence } from '../watch-sentences';
import { InviteForm } from './invite-form';

interface InviteDialogProps {
  group: Group;
  onClose: () => void;
}

/** Seats of a group for those who wait in others of its type. */
export function InviteDialog({ group, onClose }: InviteDialogProps) {
  const { data, error, refetch } = useWaitingInLikeGroups(group.id);
  const [outcomes, setOutcomes] = useState<EnrollOutcome[]>([]);
  return (
    <SessionModal title="Invite from the waitlists of like groups" onClose={onClose} size="xl">
      <Stack>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {seatsLeftSentence(group)} Quorum asks nobody: call before you give a seat.
        </Text>
        {error && !data ? (
          <ErrorState error={error} onRetry={refetch} />
        ) : !data ? (
          <ListSkeleton rows={4} />
        ) : data.length === 0 ? (
          <NobodyWaits group={group} />
        ) : (
          <InviteForm group={group} waiting={data} onDone={(done) => setOutcomes([...done, ...outcomes])} />
        )}
        <div role="status">
          <EnrollOutcomes outcomes={outcomes} />
        </div>
      </Stack>
    </SessionModal>
  );
}

function NobodyWaits({ group }: { group: Group }) {
  const { slug } = useOrganization();
  return (
    <EmptyState
      icon={IconUserPlus}
      title="Nobody waits in another group of this type"
      description="You can still enroll a patient who waits nowhere."
      action={
        <Button component={Link} to={`/o/${slug}/pm/groups/${group.id}/enrollments?dialog=enroll`} variant="default">
          Enroll a patient
        </Button>
      }
    />
  );
}
