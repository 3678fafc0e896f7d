import { ActionIcon, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { zoneLabelIfDifferent } from '@/platform/time';
import { GroupTypeBadge, ProblemAlert } from '@/platform/ui';
import { groupAddress, sessionAddress } from '../app-address';
import type { MyGroup } from './api/get-my-groups';
import { useStartSession } from './api/start-session';
import { RunningSession } from './running-session';
import { StartChoices } from './start-choices';
import { startsInWords } from './starts-in-words';

interface GroupScreenProps {
  group: MyGroup;
  onBack: () => void;
}

/** One group: the session that runs and how to join it, or starting one. */
export function GroupScreen({ group, onBack }: GroupScreenProps) {
  const start = useStartSession(group);
  const heading = useRef<HTMLHeadingElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const runningId = group.active_session_id ?? start.data?.sessionId ?? null;
  return (
    <Stack gap="sm">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <ActionIcon variant="subtle" color="gray" aria-label="All groups" onClick={onBack}>
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
        <div style={{ minWidth: 0 }}>
          <Title order={1} size="h3" ref={heading} tabIndex={-1} dir="auto" style={{ outline: 'none' }}>
            {group.name}
          </Title>
          <Text size="sm" c="dimmed" dir="auto">
            {group.organization_name}
          </Text>
        </div>
      </Group>
      <Group justify="space-between">
        <GroupTypeBadge groupType={group.group_type} />
        <Anchor href={groupAddress(group)} target="_blank" rel="noreferrer" size="sm">
          Open the group in Quorum
        </Anchor>
      </Group>
      <NextSession group={group} />
      <Stack gap="sm" ref={outcome} tabIndex={-1} style={{ outline: 'none' }}>
        <ProblemAlert error={start.error} />
        {runningId === null ? (
          <StartChoices
            group={group}
            starting={start.isPending ? start.variables : null}
            // The button that was pressed may be gone afterwards: the focus goes to what came of it.
            onStart={(chosen) => start.mutate(chosen, { onSettled: () => outcome.current?.focus() })}
          />
        ) : (
          <RunningSession group={group} sessionId={runningId} isNew={start.isSuccess} />
        )}
      </Stack>
    </Stack>
  );
}

function NextSession({ group }: { group: MyGroup }) {
  if (group.next_starts_at === null || group.next_session_id === null) {
    return <Text size="sm">No session is planned.</Text>;
  }
  const zone = zoneLabelIfDifferent(group.timezone);
  return (
    <Text size="sm">
      Next session: {startsInWords(group.next_starts_at, group.timezone)}
      {zone && `, ${zone}`}{' '}
      <Anchor href={sessionAddress(group, group.next_session_id)} target="_blank" rel="noreferrer" size="sm">
        Open it in Quorum
      </Anchor>
    </Text>
  );
}
