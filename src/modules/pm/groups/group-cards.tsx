import { Anchor, Box, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { GroupTypeBadge, StatusBadge } from '@/platform/ui';
import type { GroupListItem } from './api/get-groups';
import { facilitatorCount, GroupSeats, groupDates, NextSession } from './group-facts';
import classes from './group-list.module.css';
import { SelectGroup } from './select-group';
import type { Selection } from './use-selection';

interface GroupCardsProps {
  groups: readonly GroupListItem[];
  /** Null where nothing can be done with selected groups. */
  selection: Selection | null;
}

/** Groups on a phone: one card each, with what the table has in its columns. */
export function GroupCards({ groups, selection }: GroupCardsProps) {
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label="Groups">
      {groups.map((group) => (
        <GroupCard key={group.id} group={group} selection={selection} />
      ))}
    </Stack>
  );
}

function GroupCard({ group, selection }: { group: GroupListItem; selection: Selection | null }) {
  const { slug } = useOrganization();
  const facts = [group.group_code, group.time_period, group.facilitator_name, facilitatorCount(group)];
  return (
    <Paper component="li" p="sm" className={`${classes.whole} ${classes.card}`}>
      <Stack gap={8}>
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          {selection && <SelectGroup group={group} selection={selection} />}
          <Anchor
            component={Link}
            to={`/o/${slug}/pm/groups/${group.id}`}
            className={classes.link}
            lineClamp={3}
            flex={1}
          >
            {group.name}
          </Anchor>
          <Box flex="none">
            <StatusBadge kind="group" status={group.status} />
          </Box>
        </Group>
        <Group gap="xs">
          <GroupTypeBadge groupType={group.group_type} />
        </Group>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {facts.filter(Boolean).join(' · ')}
        </Text>
        <GroupSeats group={group} />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            {groupDates(group)}
          </Text>
          <NextSession group={group} />
        </Group>
      </Stack>
    </Paper>
  );
}
