import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/** While a dialog is open that has no address of its own, the browser's back closes it instead of leaving the page. */
export function useBackCloses(opened: boolean, onClose: () => void): void {
  const blocker = useBlocker(({ historyAction }) => opened && historyAction === 'POP');

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    blocker.reset();
    onClose();
  }, [blocker, onClose]);
}
