import { Button, Group, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { notifyDone, notifyProblem } from '@/platform/ui';
import { type Session, sessionName } from '../session';
import { useDecideSession } from './api/decide-session';
import { useRejectAddress } from './reject-address';

interface DecisionButtonsProps {
  session: Session;
  size?: 'xs' | 'sm';
}

/** Approves at once; rejecting asks for the reason in the dialog. For those who may decide about the session. */
export function DecisionButtons({ session, size = 'sm' }: DecisionButtonsProps) {
  const { timezone } = useOrganization();
  const { openReject } = useRejectAddress();
  const decision = useDecideSession();
  const what = `${sessionName(session)}, ${formatSessionTime(session.starts_at, session.ends_at, timezone)}`;

  // Awaited here: by the time it is done, the list may have no such row any more.
  async function approve() {
    try {
      await decision.mutateAsync({ sessionId: session.id, approve: true });
      notifyDone({ message: `${what}, is approved.` });
    } catch (problem) {
      notifyProblem(problem);
    }
  }

  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size={size}
        leftSection={<IconCheck size={16} aria-hidden />}
        // Until the list has been read again, a second press would decide twice.
        loading={decision.isPending || decision.isSuccess}
        onClick={approve}
      >
        Approve<VisuallyHidden> {what}</VisuallyHidden>
      </Button>
      <Button size={size} variant="default" disabled={decision.isPending} onClick={() => openReject(session.id)}>
        Reject…<VisuallyHidden> {what}</VisuallyHidden>
      </Button>
    </Group>
  );
}
