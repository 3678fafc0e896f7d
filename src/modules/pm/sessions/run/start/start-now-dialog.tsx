import { Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { startRefusal } from '../../policy/powers';
import { useViewer } from '../../policy/use-viewer';
import { SessionModal } from '../../session-modal';
import { type StartableGroup, startableGroupsQueryOptions } from '../api/get-startable-groups';
import { StartProblem } from './start-problem';
import { orderGroups } from './startable';
import { StartableGroupCard } from './startable-group-card';
import { useStarting } from './use-starting';

/** More groups than this are found by typing. */
const SEARCH_FROM = 8;

interface StartNowDialogProps {
  groupId?: string;
  onClose: () => void;
}

/** The second click: the group with which the session starts this minute. */
export function StartNowDialog({ groupId, onClose }: StartNowDialogProps) {
  const { id } = useOrganization();
  const { data, error, refetch } = useQuery(startableGroupsQueryOptions(id));
  const groups = groupId === undefined ? data : data?.filter((group) => group.id === groupId);
  return (
    <SessionModal title="Start a session now" onClose={onClose} size="md">
      {groups ? (
        <Choice groups={groups} onClose={onClose} />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <ListSkeleton rows={4} />
      )}
    </SessionModal>
  );
}

function Choice({ groups, onClose }: { groups: readonly StartableGroup[]; onClose: () => void }) {
  const [words, setWords] = useState('');
  const starting = useStarting();
  const viewer = useViewer();
  const shown = orderGroups(groups, { userId: viewer.userId, words, now: new Date() });
  const { refused } = starting;
  const refusedGroup = refused && groups.find(({ id }) => id === refused.groupId);

  if (refused && refusedGroup)
    return (
      <StartProblem
        group={refusedGroup}
        error={refused.error}
        isOnly={groups.length === 1}
        starting={starting}
        onClose={onClose}
      />
    );
  return (
    <Stack gap="sm">
      {groups.length >= SEARCH_FROM && (
        <TextInput
          aria-label="Find a group"
          placeholder="Type part of its name"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map((group) => (
          <li key={group.id}>
            <StartableGroupCard group={group} refusal={startRefusal(group, viewer)} starting={starting} />
          </li>
        ))}
      </Stack>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {groups.length === 0 ? 'There is no active group to start with.' : `No active group is called “${words}”.`}
        </Text>
      )}
    </Stack>
  );
}
