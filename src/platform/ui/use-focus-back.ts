import { useLayoutEffect } from 'react';

/**
 * Gives the focus back to what had it when this component came, once it goes and the focus would be nowhere: for dialogs that are
 * mounted only while they are open, to which Mantine's own `returnFocus` does not apply.
 */
export function useFocusBack(): void {
  // Before the dialog takes the focus.
  useLayoutEffect(() => {
    const opener = openerOf(document.activeElement);
    return () => {
      // By then the dialog has left the page.
      setTimeout(() => {
        if (document.activeElement === null || document.activeElement === document.body)
          opener?.focus({ preventScroll: true });
      });
    };
  }, []);
}

/** An item of a menu is gone by then; the menu's button stays. */
function openerOf(element: Element | null): HTMLElement | null {
  const menu = element?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  const opener = menu ? document.getElementById(menu) : element;
  return opener instanceof HTMLElement ? opener : null;
}
