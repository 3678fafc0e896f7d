import { Alert, Anchor, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useTransferTargets } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import type { Group } from './api/get-group';
import { useGroupPowers } from './use-group-powers';
import { overCapacitySentence, tooManyPatients } from './watch-sentences';

/** As many groups as still read as a sentence. */
const SHOWN = 3;

/** A group with more patients than seats, with the ways back within its capacity. */
export function OverCapacityNotice({ group }: { group: Group }) {
  const { slug } = useOrganization();
  const { mayEdit, mayMoveSeats } = useGroupPowers();
  const page = `/o/${slug}/pm/groups/${group.id}`;
  const over = tooManyPatients(group);
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={`${over} over capacity`}>
      <Stack gap="xs">
        <Text size="sm">{overCapacitySentence(group)}</Text>
        {(mayEdit || mayMoveSeats) && (
          <List size="sm" spacing={4}>
            {mayEdit && group.patient_count <= 100 && (
              <List.Item>
                <Anchor component={Link} to={`${page}/edit?capacity=${group.patient_count}`} size="sm">
                  Raise the capacity to {group.patient_count}
                </Anchor>
              </List.Item>
            )}
            {mayMoveSeats && (
              <>
                <List.Item>
                  <Anchor component={Link} to={`${page}/enrollments`} size="sm">
                    Transfer {over === 1 ? 'a patient' : `${over} patients`} to another group
                  </Anchor>
                  <LikeGroups group={group} />
                </List.Item>
                <List.Item>
                  <Anchor component={Link} to={`${page}/enrollments`} size="sm">
                    Disenroll {over === 1 ? 'a patient' : `${over} patients`}
                  </Anchor>
                  , with the reason
                </List.Item>
              </>
            )}
          </List>
        )}
      </Stack>
    </Alert>
  );
}

/** Groups of the same type that have free seats, by name. */
function LikeGroups({ group }: { group: Group }) {
  const { slug } = useOrganization();
  const { data } = useTransferTargets({ groupId: group.id, groupType: group.group_type, words: '' });
  if (!data) return null;
  const free = data
    .filter((target) => target.groupType === group.group_type && target.free > 0)
    .sort((one, other) => other.free - one.free)
    .slice(0, SHOWN);
  if (free.length === 0) return <>: no other of this type has a free seat</>;
  return (
    <>
      {': '}
      {free.map((target, index) => (
        <span key={target.id}>
          {index > 0 && ', '}
          <Anchor component={Link} to={`/o/${slug}/pm/groups/${target.id}`} size="sm">
            {target.name}
          </Anchor>
          {target.free === 1 ? ' has 1 free seat' : ` has ${target.free} free seats`}
        </span>
      ))}
    </>
  );
}
