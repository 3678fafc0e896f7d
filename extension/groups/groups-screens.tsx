import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { type MyGroup, myGroupsQueryOptions } from './api/get-my-groups';
import { GroupList } from './group-list';
import { GroupScreen } from './group-screen';

/** The groups, or the one that was chosen. */
export function GroupsScreens() {
  const groups = useQuery(myGroupsQueryOptions);
  const [chosen, setChosen] = useState<MyGroup | null>(null);
  const [leftId, setLeftId] = useState<string | null>(null);

  if (groups.data === undefined || chosen === null) {
    return (
      <Stack gap="sm">
        <Title order={1} size="h2">
          My groups
        </Title>
        {groups.data && <GroupList groups={groups.data} onChoose={setChosen} focusedId={leftId} />}
        {groups.data === undefined &&
          (groups.error ? <ErrorState error={groups.error} onRetry={groups.refetch} /> : <ListSkeleton rows={6} />)}
      </Stack>
    );
  }
  // A group that may not be seen any more stays as it was: what was refused is still to be read there.
  const group = groups.data.find((one) => one.group_definition_id === chosen.group_definition_id) ?? chosen;
  return (
    <GroupScreen
      group={group}
      onBack={() => {
        setLeftId(group.group_definition_id);
        setChosen(null);
      }}
    />
  );
}
