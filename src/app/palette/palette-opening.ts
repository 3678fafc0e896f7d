import { useEffect } from 'react';

const door = new EventTarget();

/** Opens the command palette from anywhere in the shell. */
export function openPalette(): void {
  door.dispatchEvent(new Event('open'));
}

/** Calls back whenever somebody wants the palette open. */
export function useOpenWanted(onWanted: () => void): void {
  useEffect(() => {
    door.addEventListener('open', onWanted);
    return () => door.removeEventListener('open', onWanted);
  }, [onWanted]);
}
