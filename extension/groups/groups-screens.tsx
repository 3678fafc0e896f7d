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

  if (groups.data === undefined) {
    return groups.error ? <ErrorState error={groups.error} onRetry={groups.refetch} /> : <ListSkeleton rows={6} />;
  }
  if (chosen === null) return <GroupList groups={groups.data} onChoose={setChosen} focusedId={leftId} />;
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
