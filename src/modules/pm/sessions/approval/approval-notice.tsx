import { Alert, type MantineSpacing, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { waitingWords } from '../policy/policy-note';
import { isPending, leads, mayDecide } from '../policy/powers';
import { useApprovers } from '../policy/use-members-with';
import { useViewer } from '../policy/use-viewer';
import type { Session } from '../session';
import { DecisionButtons } from './decision-buttons';

interface ApprovalNoticeProps {
  session: Session;
  mb?: MantineSpacing | undefined;
}

/** Says that a session waits for approval and by whom, and lets those who may decide. Nothing for any other session. */
export function ApprovalNotice({ session, mb }: ApprovalNoticeProps) {
  return isPending(session) ? <Notice session={session} mb={mb} /> : null;
}

function Notice({ session, mb }: ApprovalNoticeProps) {
  const viewer = useViewer();
  const approvers = useApprovers(session);
  const decides = mayDecide(session, viewer);
  return (
    <Alert role="note" color="yellow" mb={mb} icon={<IconHourglass aria-hidden />} title="Waits for approval">
      <Stack gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Its time, its people and its room are kept; it cannot start before it is approved.{' '}
          {!decides && waitingWords(approvers)}
          {viewer.editsGroups && leads(session, viewer.userId) && ' Nobody decides about a session that they lead.'}
        </Text>
        {decides && <DecisionButtons session={session} />}
      </Stack>
    </Alert>
  );
}
