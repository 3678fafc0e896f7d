import { type RefObject, useEffect, useRef } from 'react';

/**
 * Whether what is on the screen has been taken away since, as a dialog that was closed while it was saving: a refusal
 * would be shown nowhere then, and has to become a toast.
 */
export function useGone(): RefObject<boolean> {
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  return gone;
}
