import { useState } from 'react';
import { useUrlState } from '@/platform/query';
import { type PrintAddress, printAddressSchema } from './print-address';

interface Ahead {
  /** The address to which the changes have not arrived yet. */
  of: PrintAddress;
  changes: Partial<PrintAddress>;
}

/**
 * The sheet that the address describes, with what was just chosen: the address follows a moment later, in which a second
 * tick must not take the first one away.
 */
export function usePrintAddress() {
  const [address, setAddress] = useUrlState(printAddressSchema);
  const [ahead, setAhead] = useState<Ahead>({ of: address, changes: {} });
  const pending = ahead.of === address ? ahead.changes : {};

  function change(changes: Partial<PrintAddress>) {
    const all = { ...pending, ...changes };
    setAhead({ of: address, changes: all });
    setAddress(all, { replace: true });
  }

  return [{ ...address, ...pending }, change] as const;
}
