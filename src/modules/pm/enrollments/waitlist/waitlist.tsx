import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useMediaQuery } from '@mantine/hooks';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { EntryHandlers } from '../entry-actions';
import type { Roster } from '../roster-model';
import { INSTRUCTIONS, moveAnnouncements } from './announcements';
import { WaitlistCards } from './waitlist-cards';
import { WaitlistTable } from './waitlist-table';
import { useWaitWords } from './why-waiting';

interface WaitlistProps {
  /** In the order to be shown, which may be one that is about to be saved. */
  roster: Roster;
  handlers: EntryHandlers;
}

/** Those who wait in their order, and why; who may can drag them to another place. */
export function Waitlist({ roster, handlers }: WaitlistProps) {
  const { waiting, group } = roster;
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const movable = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_EDIT) && waiting.length > 1;
  const words = useWaitWords({ groupId: group.id, waiting });
  const sensors = useSensors(
    // A click on the handle is no drag yet.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  function drop({ active, over }: DragEndEvent) {
    const entry = waiting.find(({ id }) => id === active.id);
    const place = waiting.findIndex(({ id }) => id === over?.id) + 1;
    if (entry && place > 0 && over?.id !== active.id) handlers.onMove(entry, place);
  }

  const List = onPhone ? WaitlistCards : WaitlistTable;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements: moveAnnouncements(waiting), screenReaderInstructions: INSTRUCTIONS }}
    >
      <SortableContext items={waiting.map(({ id }) => id)} strategy={verticalListSortingStrategy} disabled={!movable}>
        <List roster={roster} words={words} movable={movable} handlers={handlers} />
      </SortableContext>
    </DndContext>
  );
}
