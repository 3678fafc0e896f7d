import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import classes from './waitlist.module.css';

/** What a row or card of the waitlist needs to be dragged; up and down only. */
export function useMovableRow(id: string, disabled: boolean) {
  const sortable = useSortable({ id, disabled });
  const { transform, transition, isDragging, setNodeRef } = sortable;
  return {
    sortable,
    row: {
      ref: setNodeRef,
      style: { transform: CSS.Translate.toString(transform && { ...transform, x: 0 }), transition },
      className: isDragging ? classes.lifted : undefined,
    },
  };
}
