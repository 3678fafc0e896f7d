import { Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { sessionName } from '@/modules/pm/sessions';
import classes from './move-scope-dialog.module.css';
import { type MoveQuestion, type MoveScope, spoken } from './use-move-in-calendar';

const CHOICES = [
  { scope: 'this', label: 'Only this session', hint: 'The others stay as they are.' },
  { scope: 'following', label: 'This and following', hint: 'Every planned session of the series from this one on.' },
  { scope: 'all', label: 'All', hint: 'Every planned session of the series that is still to come.' },
] as const;

interface MoveScopeDialogProps {
  question: MoveQuestion;
  onAnswer: (scope: MoveScope) => void;
}

/** Asks which sessions of a series a drag is for; by mouse, or by arrow keys and Enter. Escape puts the session back. */
export function MoveScopeDialog({ question: { session, to }, onAnswer }: MoveScopeDialogProps) {
  return (
    <Modal
      opened
      onClose={() => onAnswer(null)}
      title={`Move ${sessionName(session)}?`}
      size="md"
      centered
      // Mantine's <header> would count as the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': 'Put the session back' }}
    >
      <Stack gap="sm">
        <Text size="sm">It belongs to a series and would be on {spoken(to)}. Which sessions move?</Text>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only ease what Tab does already. */}
        <div className={classes.choices} onKeyDown={onArrow}>
          {CHOICES.map(({ scope, label, hint }) => (
            <UnstyledButton
              key={scope}
              className={classes.choice}
              data-autofocus={scope === 'this' || undefined}
              onClick={() => onAnswer(scope)}
            >
              <Text size="sm" fw={600}>
                {label}
              </Text>
              <Text size="sm" c="dimmed">
                {hint}
              </Text>
            </UnstyledButton>
          ))}
        </div>
      </Stack>
    </Modal>
  );
}

function onArrow(event: KeyboardEvent<HTMLDivElement>) {
  const { key, currentTarget } = event;
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  buttons.at((at + step) % buttons.length)?.focus();
  event.preventDefault();
}
