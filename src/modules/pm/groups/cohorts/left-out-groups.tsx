import { Alert, Button, Group, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { CLONE_LIMIT } from './cohort-address';
import type { Cohort } from './use-cohort';

/** The groups that the address names and that are not cloned, and why. */
export function LeftOutGroups({ cohort: { unknown, beyond, sources, choose } }: { cohort: Cohort }) {
  return (
    <>
      {unknown > 0 && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} maw={900} mb="md">
          <Group justify="space-between" gap="sm">
            <Text size="sm">
              {unknown === 1
                ? 'One of the groups in the address is not here: it was deleted, or belongs to another organization.'
                : `${unknown} of the groups in the address are not here: they were deleted, or belong to another organization.`}
            </Text>
            <Button variant="default" size="compact-sm" onClick={() => choose(sources.map(({ id }) => id))}>
              Go on without
            </Button>
          </Group>
        </Alert>
      )}
      {beyond > 0 && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} maw={900} mb="md">
          At most {CLONE_LIMIT} groups can be cloned at a time: the last {beyond === 1 ? 'one is' : `${beyond} are`}{' '}
          left out. Clone {beyond === 1 ? 'it' : 'them'} afterwards.
        </Alert>
      )}
    </>
  );
}
