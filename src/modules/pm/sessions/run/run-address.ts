import { useMemo } from 'react';
import * as z from 'zod';
import { useUrlState } from '@/platform/query';

const DIALOGS = ['complete', 'cancel', 'notes', 'drop-in', 'keys'] as const;

export type RunDialog = (typeof DIALOGS)[number];

const runAddressSchema = z.object({ dialog: z.enum(['', ...DIALOGS]).default('') });

/** What is open on the page of a session, as the address holds it. */
export function useRunAddress() {
  const [address, setAddress] = useUrlState(runAddressSchema);
  return useMemo(
    () => ({
      address,
      open: (dialog: RunDialog) => setAddress({ dialog }),
      /** Leaves no step behind: the back button goes where the dialog was opened from. */
      close: () => setAddress({ dialog: '' }, { replace: true }),
    }),
    [address, setAddress],
  );
}
