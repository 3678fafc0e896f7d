import type { useSortable } from '@dnd-kit/sortable';
import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import classes from './waitlist.module.css';

interface DragHandleProps {
  name: string;
  sortable: Pick<ReturnType<typeof useSortable>, 'attributes' | 'listeners' | 'setActivatorNodeRef'>;
}

/** Where a row is taken to be moved: by mouse, finger, or the space bar. */
export function DragHandle({ name, sortable: { attributes, listeners, setActivatorNodeRef } }: DragHandleProps) {
  return (
    <ActionIcon
      ref={setActivatorNodeRef}
      variant="subtle"
      color="gray"
      size="lg"
      className={classes.handle}
      aria-label={`Move ${name} on the waitlist`}
      {...attributes}
      {...listeners}
    >
      <IconGripVertical size={16} aria-hidden />
    </ActionIcon>
  );
}
