import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { MOST } from './draft-problems';
import type { Questions } from './use-questions';

interface QuestionMenuProps {
  index: number;
  questions: Questions;
}

const ICON = { size: 16, 'aria-hidden': true } as const;

/** What can be done with a question, moving it without dragging included. */
export function QuestionMenu({ index, questions }: QuestionMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const count = questions.fields.length;

  function move(to: number) {
    questions.move(index, to);
    // Its row was put elsewhere, which takes the focus away.
    button.current?.focus();
  }

  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false} returnFocus={false}>
      <Menu.Target>
        <ActionIcon ref={button} variant="subtle" color="gray" size="lg" aria-label={`More for question ${index + 1}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {index > 0 && (
          <Menu.Item leftSection={<IconArrowUp {...ICON} />} onClick={() => move(index - 1)}>
            Move up
          </Menu.Item>
        )}
        {index < count - 1 && (
          <Menu.Item leftSection={<IconArrowDown {...ICON} />} onClick={() => move(index + 1)}>
            Move down
          </Menu.Item>
        )}
        {count < MOST.questions && (
          <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={() => questions.duplicate(index)}>
            Duplicate
          </Menu.Item>
        )}
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash {...ICON} />}
          onClick={() => questions.remove(index)}
        >
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
