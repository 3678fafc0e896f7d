import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useUser } from '@/platform/auth';
import { formatTimeRange } from '@/platform/time';
import { ErrorState } from '@/platform/ui';
import { dueSessionQueryOptions } from './api/get-due-session';
import type { MyGroup } from './api/get-my-groups';
import type { Start } from './api/start-session';
import { StartForm } from './start-form';

interface StartChoicesProps {
  group: MyGroup;
  onStart: (start: Start) => void;
  /** What is being started; null: nothing. */
  starting: Start | null;
}

/** Starting the session that is planned for about now, or a new one; as far as this person may. */
export function StartChoices({ group, onStart, starting }: StartChoicesProps) {
  const due = useQuery(dueSessionQueryOptions(group.organization_id, group.group_definition_id, useUser().id));
  if (due.data === undefined) {
    if (due.error) return <ErrorState error={due.error} onRetry={due.refetch} />;
    return <Skeleton height={100} role="status" aria-label="Loading" />;
  }
  const planned = due.data;
  if (!planned && !group.may_create_session) {
    return <Text size="sm">Starting sessions of this group is not among your permissions.</Text>;
  }
  return (
    <Stack gap="md">
      {planned && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={starting?.kind === 'planned'}
          disabled={starting?.kind === 'new'}
          onClick={() => onStart({ kind: 'planned', sessionId: planned.id })}
        >
          Start the {formatTimeRange(planned.starts_at, planned.ends_at, group.timezone)} session
        </Button>
      )}
      {group.may_create_session && (
        <StartForm
          group={group}
          isSecond={planned !== null}
          isStarting={starting?.kind === 'new'}
          isDisabled={starting?.kind === 'planned'}
          onStart={(questionSetId) => onStart({ kind: 'new', questionSetId })}
        />
      )}
    </Stack>
  );
}
