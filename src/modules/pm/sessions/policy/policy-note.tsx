import { Alert, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHourglass } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { wallClock } from '@/platform/time';
import { type GroupPolicy, useSessionPolicy } from './api/get-session-policy';
import { nameWords } from './name-words';
import { type PlannedTime, policyProblems } from './policy-check';
import { CREATORS, noticeWords, slotsWords } from './policy-words';
import { mayCreateSessions, needsApproval } from './powers';
import { useApprovers } from './use-members-with';
import { useViewer } from './use-viewer';

interface PolicyNoteProps {
  /** '' while none is chosen. */
  groupId: string;
  /** Who would lead it. */
  led: { facilitator_id: string | null; co_facilitator_id: string | null };
  /** When it would be; null where that is said elsewhere, or stays as it was. */
  plan: PlannedTime | null;
  /** False for a session that is there already: only its time is asked about. */
  isNew: boolean;
}

/** What the group asks of a session, said before it is saved; nothing for a group that asks for nothing. */
export function PolicyNote({ groupId, ...note }: PolicyNoteProps) {
  const { data: policy } = useSessionPolicy(groupId);
  return policy ? <Note policy={policy} {...note} /> : null;
}

function Note({ policy, led, plan, isNew }: Omit<PolicyNoteProps, 'groupId'> & { policy: GroupPolicy }) {
  const viewer = useViewer();
  const warnings = usePolicyWarnings(policy, plan);
  const refused = isNew && !mayCreateSessions(policy, viewer);
  const waits = needsApproval(policy, led, viewer);
  const terms = warnings.length > 0 ? [] : policyTerms(policy);
  if (!refused && !waits && warnings.length === 0 && terms.length === 0) return null;
  return (
    <Stack gap={6} aria-live="polite">
      {(refused || warnings.length > 0) && (
        <Alert
          role="note"
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title={refused ? 'You cannot create sessions of this group' : 'Not as this group plans its sessions'}
        >
          <List size="sm" spacing={4}>
            {refused && <List.Item>They are created by {CREATORS[policy.session_creation_permission]}.</List.Item>}
            {warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {terms.map((term) => (
        <Text key={term} size="sm" c="dimmed">
          {term}
        </Text>
      ))}
      {waits && !refused && <Waits led={led} />}
    </Stack>
  );
}

function usePolicyWarnings(policy: GroupPolicy, plan: PlannedTime | null): string[] {
  const { timezone } = useOrganization();
  if (plan === null) return [];
  const earliest = wallClock(new Date(Date.now() + policy.advance_notice_hours * 3_600_000), timezone);
  return policyProblems(policy, plan, earliest).map((problem) =>
    problem === 'advance_notice'
      ? `They are put on the calendar at least ${noticeWords(policy.advance_notice_hours)} before they start.`
      : `They take place ${slotsWords(policy.allowed_time_slots)}.`,
  );
}

function policyTerms({ advance_notice_hours: notice, allowed_time_slots: slots }: GroupPolicy): string[] {
  const terms = [notice > 0 && `at least ${noticeWords(notice)} ahead`, slots.length > 0 && slotsWords(slots)];
  const said = terms.filter((term) => term !== false).join(' · ');
  return said ? [`This group’s sessions: ${said}`] : [];
}

function Waits({ led }: Pick<PolicyNoteProps, 'led'>) {
  const approvers = useApprovers(led);
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <IconHourglass size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {waitingWords(approvers)}
      </Text>
    </Group>
  );
}

/** By whom a session is approved, as a sentence. `approvers`: their names; undefined while they are read. */
export function waitingWords(approvers: readonly string[] | undefined): string {
  if (approvers?.length === 0)
    return 'It waits for approval, and nobody may give it now: an administrator can give a role the permission.';
  const by = approvers ? nameWords(approvers, 'disjunction') : 'somebody who may edit the group';
  return `It waits for approval by ${by}.`;
}
