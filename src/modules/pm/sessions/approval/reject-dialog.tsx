import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { sessionQueryOptions } from '../api/get-session';
import { mayDecide } from '../policy/powers';
import { useViewer } from '../policy/use-viewer';
import { useRejectAddress } from './reject-address';

// Home and the schedule have this dialog and seldom open it.
const Rejection = lazy(async () => ({ default: (await import('./rejection')).Rejection }));

/** The session that the address says to reject, for those who may decide about it. */
export function RejectDialog() {
  const { id } = useOrganization();
  const { rejecting, closeReject } = useRejectAddress();
  const viewer = useViewer();
  // While it loads or fails, the list behind says so.
  const { data: session } = useQuery({ ...sessionQueryOptions(id, rejecting), enabled: rejecting !== '' });
  const decides = session !== undefined && session !== null && mayDecide(session, viewer);
  // A colleague may be quicker: what is typed stays, and the server says what became of the session.
  const [begun, setBegun] = useState('');
  const shown = rejecting !== '' && decides ? rejecting : begun;
  if (shown !== begun) setBegun(shown);
  if (rejecting === '' || !session || shown !== rejecting) return null;
  return (
    <Suspense>
      <Rejection key={session.id} session={session} onClose={closeReject} />
    </Suspense>
  );
}
