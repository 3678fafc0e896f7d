import { notifyProblem, useGone } from '@/platform/ui';

/**
 * Says why a dialog could not save: by `show` where it is still there, and else by a toast, because Escape or the back button
 * can close it before the answer comes. Without `show` the dialog itself shows the error of its request.
 */
export function useRefusal() {
  const gone = useGone();
  return (error: unknown, show?: (error: unknown) => void) => {
    if (gone.current) notifyProblem(error);
    else show?.(error);
  };
}
