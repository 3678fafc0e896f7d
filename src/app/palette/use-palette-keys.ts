import type { ComboboxStore } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface PaletteKeysOptions {
  store: ComboboxStore;
  listId: string;
  words: string;
  /** What the list is about; another one begins anew. */
  about: object | null;
  /** Whether the list is still to change. */
  searching: boolean;
  /** Whether nothing was found, so that the list has only what else could be done. */
  nothingFound: boolean;
}

/**
 * Arrow keys and Enter for a list that comes from the server. The first entry is selected as soon as the answers are there,
 * not before, so that nothing else slips under the finger; an Enter pressed too early is carried out then.
 * Mantine's own key handling does not tell screen readers of a selection that was not made by a key.
 */
export function usePaletteKeys({ store, listId, words, about, searching, nothingFound }: PaletteKeysOptions) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const enterWaits = useRef(false);
  const { setListId, selectFirstOption, getSelectedOptionIndex, clickSelectedOption, resetSelectedOption } = store;
  useEffect(() => setListId(listId), [setListId, listId]);

  const selectable = words.trim() !== '' || about !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words and another subject are another list
  useEffect(() => {
    if (searching || !selectable) return;
    if (getSelectedOptionIndex() === -1) setActiveId(selectFirstOption());
    if (enterWaits.current && !nothingFound) clickSelectedOption();
    enterWaits.current = false;
  }, [
    words,
    about,
    searching,
    nothingFound,
    selectable,
    selectFirstOption,
    getSelectedOptionIndex,
    clickSelectedOption,
  ]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActiveId(event.key === 'ArrowDown' ? store.selectNextOption() : store.selectPreviousOption());
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    }
  }

  /** Takes what is selected, or what will be. */
  function enter() {
    if (getSelectedOptionIndex() >= 0) clickSelectedOption();
    else enterWaits.current = true;
  }

  /** Before the list changes: nothing of the old one is selected any more. */
  function forget() {
    enterWaits.current = false;
    resetSelectedOption();
    setActiveId(null);
  }

  return { activeId, onKeyDown, enter, forget };
}
