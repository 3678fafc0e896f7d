import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Collapse, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconGripVertical } from '@tabler/icons-react';
import { useId } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Draft } from './draft';
import classes from './editor.module.css';
import { useOpenQuestions } from './open-questions';
import { QuestionEditor } from './question-editor';
import { QuestionMenu } from './question-menu';
import { QUESTION_TYPE_LOOKS } from './question-types';
import type { Questions } from './use-questions';

interface QuestionCardProps {
  questionId: string;
  index: number;
  questions: Questions;
}

/** A question as a line that can be moved, and opened to be written. */
export function QuestionCard({ questionId, index, questions }: QuestionCardProps) {
  const { isOpen, toggle } = useOpenQuestions();
  const { control, formState } = useFormContext<Draft>();
  const [text, type] = useWatch({ control, name: [`questions.${index}.text`, `questions.${index}.type`] });
  const sortable = useSortable({ id: questionId });
  const { transform, transition, isDragging } = sortable;
  const bodyId = useId();
  const opened = isOpen(questionId);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  const problem = formState.errors.questions?.[index];
  const { label, icon: TypeIcon } = QUESTION_TYPE_LOOKS[type];
  return (
    <li
      ref={sortable.setNodeRef}
      className={`${classes.question} ${isDragging ? classes.lifted : ''}`}
      style={{ transform: CSS.Translate.toString(transform && { ...transform, x: 0 }), transition }}
      data-invalid={problem ? true : undefined}
    >
      <div className={classes.head}>
        <ActionIcon
          ref={sortable.setActivatorNodeRef}
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.handle}
          aria-label={`Move question ${index + 1}`}
          {...sortable.attributes}
          {...sortable.listeners}
        >
          <IconGripVertical size={16} aria-hidden />
        </ActionIcon>
        <UnstyledButton
          className={classes.title}
          aria-expanded={opened}
          aria-controls={bodyId}
          onClick={() => toggle(questionId)}
        >
          <Text span fw={600} size="sm">
            {index + 1}
          </Text>
          <Text
            span
            size="sm"
            className={classes.words}
            lineClamp={opened ? 1 : 6}
            c={text.trim() ? undefined : 'dimmed'}
          >
            {text.trim() || 'Not written yet'}
          </Text>
          <TypeIcon size={16} aria-label={label} color="var(--mantine-color-dimmed)" style={{ flex: 'none' }} />
          <Chevron size={16} aria-hidden style={{ flex: 'none' }} />
        </UnstyledButton>
        <QuestionMenu index={index} questions={questions} />
      </div>
      {problem?.questionId?.message && (
        <Text size="sm" c="var(--mantine-color-error)" px="sm" pb="xs" role="alert">
          {problem.questionId.message}
        </Text>
      )}
      <Collapse expanded={opened} id={bodyId}>
        {opened && (
          <div className={classes.body}>
            <QuestionEditor index={index} />
          </div>
        )}
      </Collapse>
    </li>
  );
}
