import { Button, Menu, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { QUESTION_TYPES, type QuestionType } from '../questions.schema';
import { MOST } from './draft-problems';
import { QUESTION_TYPE_LOOKS } from './question-types';

interface AddQuestionProps {
  count: number;
  onAdd: (type: QuestionType) => void;
}

/** Adds a question of a type at the end. */
export function AddQuestion({ count, onAdd }: AddQuestionProps) {
  if (count >= MOST.questions) {
    return (
      <Text size="sm" c="dimmed">
        A set has at most {MOST.questions} questions.
      </Text>
    );
  }
  return (
    <Menu position="bottom-start" shadow="md" withinPortal={false} returnFocus={false}>
      <Menu.Target>
        <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} style={{ alignSelf: 'start' }}>
          Add a question
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {QUESTION_TYPES.map((type) => {
          const { label, icon: TypeIcon } = QUESTION_TYPE_LOOKS[type];
          return (
            <Menu.Item key={type} leftSection={<TypeIcon size={16} aria-hidden />} onClick={() => onAdd(type)}>
              {label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
