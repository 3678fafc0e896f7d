import { Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type GroupPolicy, policySentence, useSessionPolicy } from '@/modules/pm/sessions';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ErrorState } from '@/platform/ui';
import { GroupNotFound } from '../group-not-found';
import { PolicyForm } from './policy-form';
import { useCreators } from './use-creators';

/** What the group asks of its sessions: to be changed by those who may edit groups, to be read by others. */
export function PolicySection({ groupId }: { groupId: string }) {
  const { can } = usePermissions();
  const { data: group, error, refetch } = useSessionPolicy(groupId);
  if (error && !group) return <ErrorState error={error} onRetry={refetch} />;
  if (group === null) return <GroupNotFound groupId={groupId} />;
  return (
    <Paper p="md" maw={680}>
      <Stack gap="lg">
        <div>
          <Title order={2}>Session policy</Title>
          <Text size="sm" c="dimmed" mt={4}>
            Counts when a session is made or moved. Sessions that are planned already stay as they are.
          </Text>
        </div>
        {!group ? (
          <Placeholder />
        ) : can(PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT) ? (
          <PolicyForm key={group.id} group={group} />
        ) : (
          <PolicyReading group={group} />
        )}
      </Stack>
    </Paper>
  );
}

function PolicyReading({ group }: { group: GroupPolicy }) {
  const creators = useCreators(group);
  return (
    <Stack gap="sm" style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm">{policySentence(group)}</Text>
      <Text size="sm">Who creates sessions: {creators[group.session_creation_permission]}</Text>
      <Text size="sm" c="dimmed">
        Those who may edit groups change the policy.
      </Text>
    </Stack>
  );
}

function Placeholder() {
  return (
    <Stack role="status" aria-label="Loading">
      <Skeleton height={110} />
      <Skeleton height={36} />
      <Skeleton height={60} />
      <Skeleton height={90} />
    </Stack>
  );
}
