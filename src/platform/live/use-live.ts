import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useUser } from '@/platform/auth';
import { keepLive } from './keep-live';
import type { LiveReads } from './live-reads';

/** Keeps everything shown of this organization as the server has it, while the component is there. `reads` must stay the same. */
export function useLive(organizationId: string, reads: LiveReads): void {
  const queryClient = useQueryClient();
  const { id: userId } = useUser();
  useEffect(
    () => keepLive({ organizationId, userId, reads, queryClient }),
    [organizationId, userId, reads, queryClient],
  );
}
