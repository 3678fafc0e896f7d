import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import classes from './group-list.module.css';
import type { Selection } from './use-selection';

interface SelectGroupProps {
  group: { id: string; name: string };
  selection: Selection;
}

/** Ticks one group; it lies above the link that covers the row. */
export function SelectGroup({ group, selection }: SelectGroupProps) {
  const id = useId();
  return (
    <label className={classes.select} htmlFor={id}>
      <Checkbox
        id={id}
        aria-label={`Select ${group.name}`}
        checked={selection.ids.has(group.id)}
        onChange={() => selection.toggle(group.id)}
      />
    </label>
  );
}

interface SelectAllProps {
  groups: readonly { id: string }[];
  selection: Selection;
}

/** Ticks all groups of the page. */
export function SelectAll({ groups, selection }: SelectAllProps) {
  const ids = groups.map(({ id }) => id);
  const ticked = ids.filter((id) => selection.ids.has(id)).length;
  return (
    <Checkbox
      aria-label="Select all groups of this page"
      checked={ticked === ids.length}
      indeterminate={ticked > 0 && ticked < ids.length}
      onChange={() => selection.toggleAll(ids)}
    />
  );
}
