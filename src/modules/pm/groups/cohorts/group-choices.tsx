import { Checkbox, Group, Text } from '@mantine/core';
import { GroupTypeBadge, StatusBadge } from '@/platform/ui';
import type { GroupListItem } from '../api/get-groups';
import { groupDates } from '../group-facts';
import classes from './cohorts.module.css';

interface GroupChoicesProps {
  groups: readonly GroupListItem[];
  chosen: readonly string[];
  /** No more can be chosen. */
  isFull: boolean;
  isBusy: boolean;
  onChange: (groupIds: string[]) => void;
}

/** Groups to tick, and all of the page at once. */
export function GroupChoices({ groups, chosen, isFull, isBusy, onChange }: GroupChoicesProps) {
  const open = groups.filter(({ id }) => !chosen.includes(id));
  const ticked = groups.length - open.length;

  function toggle(id: string) {
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  }

  function toggleAll() {
    const here = new Set(groups.map(({ id }) => id));
    onChange(open.length === 0 ? chosen.filter((id) => !here.has(id)) : [...chosen, ...open.map(({ id }) => id)]);
  }

  return (
    <div className={classes.choices} aria-busy={isBusy}>
      <Checkbox
        className={classes.choice}
        label={`All ${groups.length} of this page`}
        checked={ticked === groups.length}
        indeterminate={ticked > 0 && open.length > 0}
        disabled={isFull && open.length > 0}
        onChange={toggleAll}
      />
      {groups.map((group) => (
        <Checkbox
          key={group.id}
          className={classes.choice}
          checked={chosen.includes(group.id)}
          disabled={isFull && !chosen.includes(group.id)}
          onChange={() => toggle(group.id)}
          label={<Choice group={group} />}
        />
      ))}
    </div>
  );
}

function Choice({ group }: { group: GroupListItem }) {
  const facts = [group.group_code, group.time_period, groupDates(group), group.facilitator_name].filter(Boolean);
  return (
    <span className={classes.facts}>
      <span className={classes.main}>
        <Text component="span" size="sm" fw={500}>
          {group.name}
        </Text>
        <Text component="span" size="xs" c="dimmed" display="block">
          {facts.join(' · ')}
        </Text>
      </span>
      <Group component="span" gap={6}>
        <GroupTypeBadge groupType={group.group_type} />
        <StatusBadge kind="group" status={group.status} />
      </Group>
    </span>
  );
}
