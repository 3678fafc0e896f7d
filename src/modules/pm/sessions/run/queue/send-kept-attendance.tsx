import { lazy, Suspense, useEffect, useState } from 'react';
import { useMatch } from 'react-router';
import { countKept } from '@/platform/auth';

const KeptAttendance = lazy(async () => ({ default: (await import('./kept-attendance')).KeptAttendance }));

/** Sends the attendance that is kept on this device, on every page; its code comes where some is kept, or may soon be. */
export function SendKeptAttendance() {
  const takesAttendance = useMatch('/o/:slug/pm/sessions/:sessionId') !== null;
  const [wanted, setWanted] = useState(() => countKept() > 0);
  // For good: what was tapped there may have to wait long after the page was left.
  if (takesAttendance && !wanted) setWanted(true);

  useEffect(() => {
    // Another window keeps some, and may be closed before it can send it.
    const look = () => setWanted((before) => before || countKept() > 0);
    window.addEventListener('storage', look);
    return () => window.removeEventListener('storage', look);
  }, []);

  return (
    wanted && (
      <Suspense>
        <KeptAttendance />
      </Suspense>
    )
  );
}
