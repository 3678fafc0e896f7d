import { Button, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
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
  const told = useRef<HTMLDivElement>(null);

  function tell(done: EnrollOutcome[]) {
    setOutcomes((before) => [...done, ...before]);
    // The button that had the focus is disabled or gone by now.
    told.current?.focus();
  }

  return (
    <SessionModal title="Invite from the waitlists of like groups" onClose={onClose} size="xl">
      <Stack>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {seatsLeftSentence(group)} Quorum asks nobody: call before you give a seat.
        </Text>
        <div role="status" ref={told} tabIndex={-1} style={{ outline: 'none' }}>
          <EnrollOutcomes outcomes={outcomes} />
        </div>
        {error && !data ? (
          <ErrorState error={error} onRetry={refetch} />
        ) : !data ? (
          <ListSkeleton rows={4} />
        ) : data.length === 0 ? (
          <NobodyWaits group={group} isRest={outcomes.length > 0} />
        ) : (
          <InviteForm group={group} waiting={data} onDone={tell} />
        )}
      </Stack>
    </SessionModal>
  );
}

function NobodyWaits({ group, isRest }: { group: Group; isRest: boolean }) {
  const { slug } = useOrganization();
  return (
    <EmptyState
      icon={IconUserPlus}
      title={isRest ? 'Nobody else waits in another group of this type' : 'Nobody waits in another group of this type'}
      description="You can still enroll a patient who waits nowhere."
      action={
        <Button component={Link} to={`/o/${slug}/pm/groups/${group.id}/enrollments?dialog=enroll`} variant="default">
          Enroll a patient
        </Button>
      }
    />
  );
}
