import { Table, Text } from '@mantine/core';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { ListedSet } from '../api/get-question-sets';
import { groupsWords } from '../words';
import { KindBadge } from './kind-badge';
import classes from './library.module.css';
import { SetLink } from './set-link';

/** Question sets on a wide screen. */
export function SetTable({ sets }: { sets: readonly ListedSet[] }) {
  const seesGroups = usePermissions().can(PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW);
  return (
    <Table aria-label="Question sets" highlightOnHover layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Title</Table.Th>
          <Table.Th w={140}>Kind</Table.Th>
          <Table.Th w={100}>Version</Table.Th>
          {seesGroups && <Table.Th w={140}>Used by</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sets.map((set) => (
          <Table.Tr key={set.id} className={classes.row}>
            <Table.Td className={classes.words}>
              <SetLink set={set} />
              {set.description && (
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {set.description}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <KindBadge kind={set.kind} />
            </Table.Td>
            <Table.Td>{set.version}</Table.Td>
            {seesGroups && <Table.Td>{groupsWords(set.groupCount)}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
