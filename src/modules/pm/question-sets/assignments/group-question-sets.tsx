import { Anchor, Group, Paper, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { ErrorState } from '@/platform/ui';
import { useAssignments } from '../api/get-assignments';
import { useQuestionSets } from '../api/get-question-sets';
import { KindBadge } from '../library/kind-badge';
import { AssignmentRow, CheckInHint } from './assignment-row';
import classes from './assignments.module.css';
import { useAssigning } from './use-assigning';
import { useMayAssign } from './use-may-assign';

interface GroupQuestionSetsProps {
  group: { id: string; name: string; facilitator_id: string | null; co_facilitator_id: string | null };
}

/** The question sets that a group uses, which of them every session asks, and a field to add one. */
export function GroupQuestionSets({ group }: GroupQuestionSetsProps) {
  const { slug } = useOrganization();
  const mayChange = useMayAssign()(group);
  const { data, error, refetch } = useAssignments({ groupId: group.id });
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  const assigned = (data ?? [])
    .map(({ questionSet, is_check_in }) => ({
      questionSet,
      isCheckIn: is_check_in,
      pair: { groupId: group.id, groupName: group.name, questionSetId: questionSet.id, title: questionSet.title },
    }))
    .toSorted((one, other) => one.pair.title.localeCompare(other.pair.title));
  const checkIn = assigned.find(({ isCheckIn }) => isCheckIn)?.pair ?? null;
  return (
    <Paper p="md">
      <Stack gap="xs">
        <Title order={2}>Question sets</Title>
        {!data && <Skeleton height={64} />}
        {data?.length === 0 && (
          <Text size="sm" c="dimmed">
            Sessions of this group ask nothing yet.
          </Text>
        )}
        <ul className={classes.list}>
          {assigned.map(({ questionSet, isCheckIn, pair }) => (
            <AssignmentRow
              key={questionSet.id}
              pair={pair}
              isCheckIn={isCheckIn}
              mayChange={mayChange}
              checkInSoFar={checkIn}
              removeLabel={`Take ${questionSet.title} from the group`}
              name={
                <Group gap={6}>
                  <Anchor component={Link} to={`/o/${slug}/pm/question-sets/${questionSet.id}`} size="sm">
                    {questionSet.title}
                  </Anchor>
                  <KindBadge kind={questionSet.kind} />
                </Group>
              }
            />
          ))}
        </ul>
        {assigned.length > 0 && mayChange && <CheckInHint />}
        {data && mayChange && <AddSet group={group} assignedIds={assigned.map(({ pair }) => pair.questionSetId)} />}
      </Stack>
    </Paper>
  );
}

function AddSet({ group, assignedIds }: GroupQuestionSetsProps & { assignedIds: readonly string[] }) {
  const { data } = useQuestionSets();
  const { assign, isRunning } = useAssigning();
  const choices = (data ?? []).filter(({ id }) => !assignedIds.includes(id));
  if (choices.length === 0) return null;

  function add(questionSetId: string | null) {
    const set = choices.find(({ id }) => id === questionSetId);
    if (set) assign({ groupId: group.id, groupName: group.name, questionSetId: set.id, title: set.title });
  }

  return (
    <Select
      label="Add a question set"
      placeholder="PHQ-9, GAD-7, …"
      searchable
      // Chosen is done: the set appears in the list above.
      value={null}
      onChange={add}
      disabled={isRunning}
      data={choices.map(({ id, title }) => ({ value: id, label: title }))}
      nothingFoundMessage="No such question set"
      comboboxProps={{ withinPortal: false }}
    />
  );
}
