import { useEffect, useState } from 'react';
import { useUrlState } from '@/platform/query';
import { type PrintAddress, printAddressSchema } from './print-address';

/**
 * The sheet that the address describes, with what was just chosen: the address follows a moment later, in which a second
 * tick must not take the first one away.
 */
export function usePrintAddress() {
  const [address, setAddress] = useUrlState(printAddressSchema);
  const [ahead, setAhead] = useState<Partial<PrintAddress>>({});

  useEffect(() => {
    // The address has arrived, by a choice or by the back button.
    if (address) setAhead({});
  }, [address]);

  function change(changes: Partial<PrintAddress>) {
    const next = { ...ahead, ...changes };
    setAhead(next);
    setAddress(next, { replace: true });
  }

  return [{ ...address, ...ahead }, change] as const;
}
