import { Button, CloseButton, Combobox, Group, Loader, TextInput } from '@mantine/core';
import { IconChevronLeft, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import classes from './palette.module.css';
import type { PaletteSubject } from './palette-subject';

interface PaletteFieldProps {
  value: string;
  subject: PaletteSubject | null;
  searching: boolean;
  listId: string;
  /** Id of the selected entry; null for none. */
  activeId: string | null;
  /** The field has the focus for the first time. */
  onReady: () => void;
  onChange: (words: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBack: () => void;
  onClose: () => void;
}

/** Where one types. Escape, or Backspace in the empty field, goes back one step. */
export function PaletteField(props: PaletteFieldProps) {
  const { value, subject, searching, listId, activeId, onChange, onKeyDown, onBack, onClose } = props;
  const input = useRef<HTMLInputElement>(null);
  const ready = useEffectEvent(props.onReady);
  useEffect(() => {
    // The dialog looks for its first field once; on the first opening this one may come later.
    input.current?.focus();
    ready();
  }, []);

  function press(event: KeyboardEvent) {
    const back = event.key === 'Escape' || (event.key === 'Backspace' && value === '');
    if (subject && back) {
      event.preventDefault();
      onBack();
    } else if (event.key === 'Escape') onClose();
    else onKeyDown(event);
  }

  return (
    <div className={classes.head}>
      {subject && (
        <Group gap={6} wrap="nowrap" className={classes.subject}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconChevronLeft size={14} aria-hidden />}
            onClick={onBack}
            flex="none"
          >
            Back
          </Button>
          <div className={classes.subjectName}>
            <b>{subject.name}</b> <span className={classes.dimmed}>{subject.facts}</span>
          </div>
        </Group>
      )}
      <Combobox.EventsTarget
        withKeyboardNavigation={false}
        withExpandedAttribute
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeId ?? undefined}
      >
        <TextInput
          ref={input}
          size="lg"
          variant="unstyled"
          aria-label={subject ? `What about ${subject.name}?` : 'Find a patient, a group, a page or an action'}
          placeholder={subject ? 'What would you like to do?' : 'Patient, group, page or action'}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={press}
          leftSection={searching ? <Loader size={16} /> : <IconSearch size={18} stroke={1.6} aria-hidden />}
          rightSection={<CloseButton aria-label="Close" onClick={onClose} />}
          data-autofocus
        />
      </Combobox.EventsTarget>
    </div>
  );
}
