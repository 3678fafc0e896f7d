import { useNetwork } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { waitingTaps } from './tap-order';
import { useTaps } from './use-taps';

/** Shorter waits are the usual ones, and not worth a word. */
const PATIENCE_MILLISECONDS = 2_500;

/** How many taps wait to be sent although there was time to; 0 while all goes well. */
export function useUnsent(sessionId?: string): number {
  const taps = useTaps();
  const { online } = useNetwork();
  const waiting = useMemo(
    () => waitingTaps(taps).filter((tap) => sessionId === undefined || tap.sessionId === sessionId).length,
    [taps, sessionId],
  );
  const [stuck, setStuck] = useState(false);
  const waits = waiting > 0;
  useEffect(() => {
    if (!waits) {
      setStuck(false);
      return;
    }
    const timer = setTimeout(() => setStuck(true), PATIENCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [waits]);
  return stuck || !online ? waiting : 0;
}
