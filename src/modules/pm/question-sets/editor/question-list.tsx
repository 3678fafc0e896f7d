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
import { Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { AddQuestion } from './add-question';
import { INSTRUCTIONS, questionAnnouncements } from './announcements';
import classes from './editor.module.css';
import { QuestionCard } from './question-card';
import { useQuestions } from './use-questions';

/** The questions of a set in their order: to be opened, added, duplicated, removed and moved. */
export function QuestionList() {
  const questions = useQuestions();
  const { fields, move, said } = questions;
  const sensors = useSensors(
    // A click on the handle is no drag yet.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = fields.map(({ questionId }) => questionId);

  function drop({ active, over }: DragEndEvent) {
    const from = ids.indexOf(String(active.id));
    const to = ids.indexOf(String(over?.id));
    if (from >= 0 && to >= 0 && from !== to) move(from, to);
  }

  return (
    <Stack gap="sm">
      <Title order={2}>Questions</Title>
      {fields.length === 0 && (
        <Text size="sm" c="dimmed">
          No questions yet. A set without questions is material to read, such as a handout.
        </Text>
      )}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{ announcements: questionAnnouncements(ids), screenReaderInstructions: INSTRUCTIONS }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={classes.questions}>
            {fields.map(({ questionId }, index) => (
              <QuestionCard key={questionId} questionId={questionId} index={index} questions={questions} />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <AddQuestion count={fields.length} onAdd={questions.add} />
    </Stack>
  );
}
