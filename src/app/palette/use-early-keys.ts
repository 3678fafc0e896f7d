import { useCallback, useEffect, useRef } from 'react';

/**
 * Keeps what is typed after `opened` and before there is a field that takes it, which on a slow computer is some letters.
 * Answers the function that the field calls once it has the focus: it gives the letters (a line break for
 * Enter), and ends the keeping.
 */
export function useEarlyKeys(opened: boolean): () => string {
  const early = useRef('');
  const end = useRef(() => {});
  useEffect(() => {
    if (!opened) return;
    const keep = (event: KeyboardEvent) => {
      const key = event.key === 'Enter' ? '\n' : event.key;
      if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      early.current += key;
    };
    early.current = '';
    end.current = () => window.removeEventListener('keydown', keep, { capture: true });
    window.addEventListener('keydown', keep, { capture: true });
    return () => end.current();
  }, [opened]);
  return useCallback(() => {
    end.current();
    return early.current;
  }, []);
}
