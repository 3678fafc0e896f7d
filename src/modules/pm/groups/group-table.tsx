import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { GroupTypeBadge, StatusBadge } from '@/platform/ui';
import type { GroupListItem } from './api/get-groups';
import { Absent, facilitatorCount, GroupSeats, groupDates, NextSession } from './group-facts';
import classes from './group-list.module.css';
import type { ListState } from './list-state';
import { SelectAll, SelectGroup } from './select-group';
import { SortableHeader } from './sortable-header';
import { useMemberNames } from './use-member-names';
import type { Selection } from './use-selection';

interface GroupTableProps {
  groups: readonly GroupListItem[];
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
  /** Null where nothing can be done with selected groups. */
  selection: Selection | null;
}

/** Groups as a table, ordered by the column that is pressed. */
export function GroupTable({ groups, state, onChange, selection }: GroupTableProps) {
  const { can } = usePermissions();
  const header = { state, onChange };
  return (
    <Table.ScrollContainer minWidth={1060}>
      <Table aria-label="Groups" highlightOnHover fz="sm">
        <Table.Thead>
          <Table.Tr>
            {selection && (
              <Table.Th w={40}>
                <SelectAll groups={groups} selection={selection} />
              </Table.Th>
            )}
            <SortableHeader column="group_code" {...header}>
              Code
            </SortableHeader>
            <SortableHeader column="name" {...header}>
              Name
            </SortableHeader>
            <SortableHeader column="facilitator_name" {...header}>
              Facilitators
            </SortableHeader>
            <SortableHeader column="time_period" {...header}>
              Period
            </SortableHeader>
            <SortableHeader column="start_date" {...header}>
              Dates
            </SortableHeader>
            {can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW) ? (
              <SortableHeader column="patient_count" {...header}>
                Seats
              </SortableHeader>
            ) : (
              <Table.Th className={classes.header}>Seats</Table.Th>
            )}
            {can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW) && (
              <SortableHeader column="next_session_at" {...header}>
                Next session
              </SortableHeader>
            )}
            <SortableHeader column="status" {...header}>
              Status
            </SortableHeader>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <GroupRow key={group.id} group={group} selection={selection} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function GroupRow({ group, selection }: { group: GroupListItem; selection: Selection | null }) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  return (
    <Table.Tr
      className={classes.whole}
      bg={selection?.ids.has(group.id) ? 'var(--mantine-primary-color-light)' : undefined}
    >
      {selection && (
        <Table.Td>
          <SelectGroup group={group} selection={selection} />
        </Table.Td>
      )}
      <Table.Td className={classes.code}>{group.group_code ?? <Absent />}</Table.Td>
      <Table.Td className={classes.name}>
        <Stack gap={4} align="flex-start">
          <Anchor component={Link} to={`/o/${slug}/pm/groups/${group.id}`} className={classes.link} lineClamp={3}>
            {group.name}
          </Anchor>
          <GroupTypeBadge groupType={group.group_type} />
        </Stack>
      </Table.Td>
      <Table.Td className={classes.people}>
        <Facilitators group={group} />
      </Table.Td>
      <Table.Td>{group.time_period ?? <Absent />}</Table.Td>
      <Table.Td className={classes.dates}>{groupDates(group) ?? <Absent />}</Table.Td>
      <Table.Td className={classes.seats}>
        <GroupSeats group={group} />
      </Table.Td>
      {can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW) && (
        <Table.Td className={classes.dates}>
          <NextSession group={group} />
        </Table.Td>
      )}
      <Table.Td className={classes.status}>
        <StatusBadge kind="group" status={group.status} />
      </Table.Td>
    </Table.Tr>
  );
}

function Facilitators({ group }: { group: GroupListItem }) {
  const nameMember = useMemberNames();
  const { facilitator_name, co_facilitator_id } = group;
  if (!facilitator_name && !co_facilitator_id) return <Absent>None</Absent>;
  return (
    <>
      {facilitator_name && <Text size="sm">{facilitator_name}</Text>}
      {co_facilitator_id && (
        <Text size="sm" c="dimmed">
          {nameMember(co_facilitator_id)}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {facilitatorCount(group)}
      </Text>
    </>
  );
}
