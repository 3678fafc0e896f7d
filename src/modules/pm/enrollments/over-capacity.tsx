import { Alert, Anchor, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { useLikeGroups } from './api/get-like-groups';
import type { Roster, RosterGroup } from './roster-model';
import { overCapacitySentence } from './sentences';

/** That a group has more patients than seats, and the ways out of it; nothing when it has not. */
export function OverCapacity({ roster }: { roster: Roster }) {
  const sentence = overCapacitySentence(roster);
  if (!sentence) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Over capacity">
      <Text size="sm">{sentence} The ways out:</Text>
      <WaysOut group={roster.group} taken={roster.enrolled.length} />
    </Alert>
  );
}

interface WaysOutProps {
  group: Pick<RosterGroup, 'id' | 'group_type' | 'max_capacity'>;
  /** Patients with a seat, more than there are seats. */
  taken: number;
}

/** How a group comes back within its capacity: more seats, another group of the type that has free ones, or fewer patients. */
export function WaysOut({ group, taken }: WaysOutProps) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const { data: like = [] } = useLikeGroups(group);
  const groups = `/o/${slug}/pm/groups`;
  const over = taken - group.max_capacity;
  const words = `the capacity to ${taken}`;
  return (
    <List size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
      <List.Item>
        {can(PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT) ? (
          <Anchor component={Link} to={`${groups}/${group.id}/edit?capacity=${taken}`} inherit underline="always">
            Raise {words}
          </Anchor>
        ) : (
          `Have somebody who may edit groups raise ${words}`
        )}
      </List.Item>
      <List.Item>
        Transfer {over === 1 ? 'a patient' : `${over} patients`} from the menu of a row
        {like.length === 0 && '; no other group of the same type has a free seat'}
        {like.map(({ id, name, free }, index) => (
          <Fragment key={id}>
            {index === 0 ? ', for example to ' : ', '}
            <Anchor component={Link} to={`${groups}/${id}`} inherit underline="always">
              {name}
            </Anchor>{' '}
            ({free === 1 ? '1 seat free' : `${free} seats free`})
          </Fragment>
        ))}
      </List.Item>
      <List.Item>Disenroll {over === 1 ? 'a patient' : `${over} patients`}</List.Item>
    </List>
  );
}
