import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { PieceBoundary } from '@/platform/ui/piece-boundary';

/** A session to be joined; the link's secret is read apart. */
export interface JoinableSession {
  id: string;
  status: string;
  group: { name: string } | null;
}

export interface JoinCodeProps {
  session: JoinableSession;
  /** How many have joined and answered, "5 joined, 3 answered": shown beside the large code. Figures only; a projector names nobody. */
  counts?: string | null;
}

// What patients load names this file too, and must not pay for drawing codes.
const Panel = lazy(async () => ({ default: (await import('./join-code-panel')).JoinCodePanel }));

/**
 * How patients join a session, for the screen of who leads it: QR code, link to copy, full screen for the projector, a new link.
 * To be used inside an organization; needs pm.group_schedule.view, and pm.group_schedule.edit for a new link.
 */
export function JoinCode(props: JoinCodeProps) {
  return (
    <PieceBoundary>
      <Suspense fallback={<Skeleton height={280} role="status" aria-label="Loading the code" />}>
        <Panel {...props} />
      </Suspense>
    </PieceBoundary>
  );
}
