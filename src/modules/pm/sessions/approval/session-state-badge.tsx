import { Badge } from '@mantine/core';
import { IconHourglass, IconThumbDown } from '@tabler/icons-react';
import { StatusBadge } from '@/platform/ui';
import { isPending } from '../policy/powers';

/** A session's state as icon and word: that it waits for approval, or was rejected, comes before its status. */
export function SessionStateBadge({ session }: { session: { approval_status: string; status: string } }) {
  if (isPending(session))
    return (
      <Badge color="yellow" leftSection={<IconHourglass size={13} aria-hidden />}>
        Waits for approval
      </Badge>
    );
  if (session.approval_status === 'rejected')
    return (
      <Badge color="red" leftSection={<IconThumbDown size={13} aria-hidden />}>
        Not approved
      </Badge>
    );
  return <StatusBadge kind="session" status={session.status} />;
}
