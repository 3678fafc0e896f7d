import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core';

export const INSTRUCTIONS: ScreenReaderInstructions = {
  draggable:
    'To move the question, press the space bar. Then use the arrow keys, and the space bar again to choose the place. Escape puts the question back.',
};

/** What a screen reader says while a question is moved; takes the ids in their order. */
export function questionAnnouncements(ids: readonly string[]): Announcements {
  const placeOf = (id: string | number) => `${ids.indexOf(String(id)) + 1} of ${ids.length}`;
  return {
    onDragStart: ({ active }) => `Question ${placeOf(active.id)} picked up.`,
    onDragOver: ({ over }) => (over ? `It would be at place ${placeOf(over.id)}.` : 'It is outside of the questions.'),
    // The question has been moved by now.
    onDragEnd: ({ active }) => `The question is at place ${placeOf(active.id)}.`,
    onDragCancel: ({ active }) => `The question stays at place ${placeOf(active.id)}.`,
  };
}
