import { notifyProblem, useGone } from '@/platform/ui';

/**
 * How a dialog that saves ends, if it is closed while it saves, too: by Escape or the back button it can go before the answer
 * comes. `close` closes what is still open, and nothing else that was opened since; `refuse` says why it was not saved, by
 * `show` where the dialog is still there, and else by a toast.
 */
export function useDialogEnd(onClose: () => void) {
  const gone = useGone();
  return {
    close: () => {
      if (!gone.current) onClose();
    },
    refuse: (error: unknown, show?: (error: unknown) => void) => {
      if (gone.current) notifyProblem(error);
      else show?.(error);
    },
  };
}
