import { useMemo } from 'react';
import * as z from 'zod/mini';
import { presentParams, useUrlState } from '@/platform/query';

const rejectAddressSchema = z.object({ reject: z._default(z.union([z.guid(), z.literal('')]), '') });

/** Which session is being rejected, as the address holds it. */
export function useRejectAddress() {
  const [{ reject }, setAddress] = useUrlState(rejectAddressSchema);
  return useMemo(
    () => ({
      rejecting: reject,
      openReject: (sessionId: string) => setAddress({ reject: sessionId }),
      /** Leaves no step behind: the back button goes where the dialog was opened from. */
      closeReject: () => {
        // It was closed already while it saved.
        if ((presentParams().get('reject') ?? '') === reject) setAddress({ reject: '' }, { replace: true });
      },
    }),
    [reject, setAddress],
  );
}
