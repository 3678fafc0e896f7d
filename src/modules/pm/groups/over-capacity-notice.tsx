import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { WaysOut } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import type { Group } from './api/get-group';
import { useGroupPowers } from './use-group-powers';
import { overCapacitySentence, tooManyPatients } from './watch-sentences';

/** A group with more patients than seats, with the ways back within its capacity. */
export function OverCapacityNotice({ group }: { group: Group }) {
  const { slug } = useOrganization();
  const { mayMoveSeats } = useGroupPowers();
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={`${tooManyPatients(group)} over capacity`}>
      <Stack gap="xs">
        <Text size="sm">
          {overCapacitySentence(group)} {mayMoveSeats && 'The ways out:'}
        </Text>
        {mayMoveSeats && (
          <>
            <WaysOut group={group} taken={group.patient_count} />
            <Anchor component={Link} to={`/o/${slug}/pm/groups/${group.id}/enrollments`} size="sm" underline="always">
              Open the roster to transfer or disenroll
            </Anchor>
          </>
        )}
      </Stack>
    </Alert>
  );
}
