import type { ComboboxStore } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';

interface SettledChoiceOptions {
  /** The words that are typed; nothing is selected for none. */
  words: string;
  /** Whether the list is the answer to these words, not one left over from others. */
  settled: boolean;
  /** Whether an Enter pressed before that may be carried out then. */
  mayEnterEarly: boolean;
}

/**
 * Selects the first entry of a list that comes from the server, once the answer to what was typed is there and not before: Enter
 * never takes an entry of an earlier answer. Answers the function to call when Enter is pressed in the field.
 */
export function useSettledChoice(store: ComboboxStore, { words, settled, mayEnterEarly }: SettledChoiceOptions) {
  const enterWaits = useRef(false);
  const { selectFirstOption, resetSelectedOption, clickSelectedOption } = store;
  const enterEarly = useEffectEvent(() => {
    if (enterWaits.current && mayEnterEarly) clickSelectedOption();
    enterWaits.current = false;
  });
  useEffect(() => {
    if (!settled || words === '') {
      resetSelectedOption();
      if (words === '') enterWaits.current = false;
      return;
    }
    selectFirstOption();
    enterEarly();
  }, [settled, words, selectFirstOption, resetSelectedOption]);

  return () => {
    enterWaits.current = !settled;
  };
}
