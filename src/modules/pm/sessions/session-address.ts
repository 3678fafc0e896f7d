import { useMemo } from 'react';
import { z } from 'zod';
import { useUrlState } from '@/platform/query';
import type { Slot } from './session-form-model';

const identifier = z.union([z.guid(), z.literal('')]).default('');
const clock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)
  .default('');

/** What of sessions is open on the page, as the address holds it; anything else in there is taken as nothing. */
export const sessionAddressSchema = z.object({
  /** The session in the panel. */
  session: identifier,
  dialog: z.enum(['', 'new', 'edit', 'cancel', 'notes']).default(''),
  /** For `dialog=new`: the group, and what was selected in the calendar. */
  group: identifier,
  on: z.union([z.iso.date(), z.literal('')]).default(''),
  from: clock,
  until: clock,
});

const NOTHING_NEW = { dialog: '', group: '', on: '', from: '', until: '' } as const;

/** Opens and closes the panel and the dialogs of sessions by way of the address. */
export function useSessionAddress() {
  const [address, setAddress] = useUrlState(sessionAddressSchema);
  return useMemo(
    () => ({
      address,
      openSession: (session: string) => setAddress({ ...NOTHING_NEW, session }),
      closeSession: () => setAddress({ ...NOTHING_NEW, session: '' }),
      openDialog: (dialog: 'edit' | 'cancel' | 'notes') => setAddress({ dialog }),
      openNew: ({ group = '', slot }: { group?: string; slot?: Slot } = {}) =>
        setAddress({ dialog: 'new', group, on: slot?.date ?? '', from: slot?.start ?? '', until: slot?.end ?? '' }),
      closeDialog: () => setAddress(NOTHING_NEW),
    }),
    [address, setAddress],
  );
}
