import { useMemo } from 'react';
import { z } from 'zod';
import { useUrlState } from '@/platform/query';

/** Dialogs of the group's page that are about the group as a whole. */
export const groupDialogSchema = z.object({
  dialog: z.enum(['', 'invite', 'merge', 'cancel-next']).default(''),
  /** For `merge`: the group into which this one goes. */
  into: z.union([z.guid(), z.literal('')]).default(''),
});

const CLOSED = { dialog: '', into: '' } as const;

/** Opens and closes the dialogs of a group by way of the address. */
export function useGroupDialog() {
  const [address, setAddress] = useUrlState(groupDialogSchema);
  return useMemo(
    () => ({
      ...address,
      openInvite: () => setAddress({ ...CLOSED, dialog: 'invite' }),
      openMerge: () => setAddress({ ...CLOSED, dialog: 'merge' }),
      openCancelNext: () => setAddress({ ...CLOSED, dialog: 'cancel-next' }),
      chooseInto: (into: string) => setAddress({ dialog: 'merge', into }, { replace: true }),
      close: () => setAddress(CLOSED, { replace: true }),
    }),
    [address, setAddress],
  );
}
