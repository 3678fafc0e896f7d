import { Combobox, useCombobox } from '@mantine/core';
import { useId, useState } from 'react';
import { ProblemAlert } from '@/platform/ui';
import classes from './palette.module.css';
import { PaletteField } from './palette-field';
import type { PaletteItem } from './palette-item';
import { PaletteList } from './palette-list';
import { fits } from './palette-query';
import { PaletteStatus } from './palette-status';
import type { PaletteSubject } from './palette-subject';
import { usePaletteKeys } from './use-palette-keys';
import { usePaletteSections } from './use-palette-sections';

interface PaletteDialogProps {
  /** Gives what was typed before the field was there. */
  takeEarly: () => string;
  onClose: () => void;
  /** Closes it, and leaves the focus to what was chosen. */
  onDone: () => void;
}

/** Finds by typing; first whom or what, then what to do about it. */
export function PaletteDialog({ takeEarly, onClose, onDone }: PaletteDialogProps) {
  const [typed, setTyped] = useState('');
  const [subject, setSubject] = useState<PaletteSubject | null>(null);
  /** Narrows what can be done with the subject; what was searched for stays for the way back. */
  const [narrowed, setNarrowed] = useState('');
  const found = usePaletteSections({ typed, onType: type, onSubject: ask });
  const listId = useId();
  const store = useCombobox({ opened: true });

  const sections = subject
    ? [{ label: 'Actions', items: subject.items.filter(({ label }) => fits(label, narrowed)) }]
    : found.sections;
  const shownWords = subject ? narrowed : typed;
  const keys = usePaletteKeys({
    store,
    listId,
    words: shownWords,
    about: subject,
    searching: !subject && found.searching,
    nothingFound: !subject && found.nothingFound,
  });

  function type(words: string) {
    keys.forget();
    if (subject) setNarrowed(words);
    else setTyped(words);
  }

  function begin() {
    const early = takeEarly();
    type(early.replaceAll('\n', ''));
    if (early.endsWith('\n')) keys.enter();
  }

  function ask(next: PaletteSubject | null) {
    keys.forget();
    setNarrowed('');
    setSubject(next);
  }

  function run({ run: act, stays }: PaletteItem) {
    if (!stays) onDone();
    act();
  }

  return (
    <Combobox
      store={store}
      onOptionSubmit={(id) => {
        const item = sections.flatMap(({ items }) => items).find((candidate) => candidate.id === id);
        if (item) run(item);
      }}
    >
      <PaletteField
        value={shownWords}
        subject={subject}
        searching={!subject && found.searching}
        listId={listId}
        activeId={keys.activeId}
        onReady={begin}
        onChange={type}
        onKeyDown={keys.onKeyDown}
        onBack={() => ask(null)}
        onClose={onClose}
      />
      {!subject && found.error !== null && (
        <div className={classes.problem}>
          <ProblemAlert error={found.error} />
        </div>
      )}
      <PaletteList id={listId} sections={sections} />
      <PaletteStatus
        sections={sections}
        words={subject ? narrowed : found.words}
        about={subject?.name ?? null}
        searching={!subject && found.searching}
        failed={!subject && found.error !== null}
        offline={!subject && found.offline}
        nothingFound={!subject && found.nothingFound}
      />
    </Combobox>
  );
}
