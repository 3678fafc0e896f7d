import { Anchor, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { ErrorState, StatusBadge } from '@/platform/ui';
import { useAssignments } from '../api/get-assignments';
import { useGroupChoices } from '../api/get-group-choices';
import { AssignmentRow, CheckInHint } from './assignment-row';
import classes from './assignments.module.css';
import { useAssigning } from './use-assigning';
import { useMayAssign } from './use-may-assign';

interface AssignedGroupsProps {
  questionSet: { id: string; title: string };
}

/** The groups that use a question set, and a field to give it to another. */
export function AssignedGroups({ questionSet }: AssignedGroupsProps) {
  const { slug } = useOrganization();
  const mayAssign = useMayAssign();
  const { data, error, refetch } = useAssignments({ questionSetId: questionSet.id });
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  const assigned = (data ?? []).toSorted((one, other) => one.group.name.localeCompare(other.group.name));
  return (
    <Stack gap="xs">
      <Title order={2}>Groups that use it</Title>
      {!data && <Skeleton height={64} />}
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          No group yet. Patients get a question set through their group.
        </Text>
      )}
      <ul className={classes.list}>
        {assigned.map(({ group, is_check_in }) => (
          <AssignmentRow
            key={group.id}
            pair={{
              groupId: group.id,
              groupName: group.name,
              questionSetId: questionSet.id,
              title: questionSet.title,
            }}
            isCheckIn={is_check_in}
            mayChange={mayAssign(group)}
            checkInSoFar={null}
            removeLabel={`Take it from ${group.name}`}
            name={
              <Group gap={6}>
                <Anchor component={Link} to={`/o/${slug}/pm/groups/${group.id}`} size="sm">
                  {group.name}
                </Anchor>
                {group.status !== 'active' && <StatusBadge kind="group" status={group.status} />}
              </Group>
            }
          />
        ))}
      </ul>
      {assigned.length > 0 && <CheckInHint />}
      {data && <AddGroup questionSet={questionSet} assignedIds={assigned.map(({ group }) => group.id)} />}
    </Stack>
  );
}

/** Offers the groups that don't use the set yet; nothing to who may give it to none of them. */
function AddGroup({ questionSet, assignedIds }: AssignedGroupsProps & { assignedIds: readonly string[] }) {
  const mayAssign = useMayAssign();
  const { data } = useGroupChoices();
  const { assign, isRunning } = useAssigning();
  const choices = (data ?? []).filter((group) => mayAssign(group) && !assignedIds.includes(group.id));
  if (choices.length === 0) return null;

  function add(groupId: string | null) {
    const group = choices.find(({ id }) => id === groupId);
    if (!group) return;
    assign({ groupId: group.id, groupName: group.name, questionSetId: questionSet.id, title: questionSet.title });
  }

  return (
    <Select
      label="Add a group"
      placeholder="Name or code"
      searchable
      // Chosen is done: the group appears in the list above.
      value={null}
      onChange={add}
      disabled={isRunning}
      data={choices.map(({ id, name, group_code }) => ({
        value: id,
        label: group_code ? `${name} (${group_code})` : name,
      }))}
      nothingFoundMessage="No such group"
      comboboxProps={{ withinPortal: false }}
    />
  );
}
