import { CloseButton, Drawer, Group, Paper, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef } from 'react';
import { ListSkeleton, whenIdle } from '@/platform/ui';
import { useSessionAddress } from './session-address';
import classes from './session-panel.module.css';

// After the calendar, so that the first session opens at once; one that fails now is tried again then.
const loadDetails = () => import('./session-details');
const SessionDetails = lazy(async () => ({ default: (await loadDetails()).SessionDetails }));

/** From this width on the panel stands beside the calendar; below, it lies over it. */
const WIDE = '(min-width: 75em)';

/** Whether the session of the address is shown beside the page's content, which then leaves room for it. Fetches the panel ahead. */
export function usePanelBeside(): boolean {
  useEffect(() => whenIdle(() => void loadDetails().catch(() => undefined)), []);
  return useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
}

interface SessionPanelProps {
  /** Stands in the page's own layout where there is room, see `usePanelBeside`. */
  beside?: boolean;
}

/** The session that the address names, or nothing. */
export function SessionPanel({ beside = false }: SessionPanelProps) {
  const { address, closeSession } = useSessionAddress();
  const headingId = useId();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  if (beside) {
    if (address.session === '') return null;
    return <BesidePanel key={address.session} sessionId={address.session} onClose={closeSession} />;
  }
  return (
    <Drawer
      opened={address.session !== ''}
      onClose={closeSession}
      position="right"
      size={phone ? '100%' : 420}
      title="Session"
      closeButtonProps={{ 'aria-label': 'Close the session' }}
      // Mantine's <header> would count as the page's banner.
      attributes={{ header: { role: 'presentation' } }}
    >
      {address.session !== '' && (
        <Suspense fallback={<ListSkeleton rows={4} />}>
          <SessionDetails key={address.session} sessionId={address.session} headingId={headingId} />
        </Suspense>
      )}
    </Drawer>
  );
}

function BesidePanel({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const headingId = useId();
  useReturnFocus();

  function closeOnEscape(event: KeyboardEvent) {
    // Escape within a dialog that was opened from here belongs to the dialog.
    if (event.key === 'Escape' && event.currentTarget.contains(document.activeElement)) onClose();
  }

  return (
    <Paper component="aside" className={classes.panel} aria-label="Session" onKeyDown={closeOnEscape}>
      <Group justify="space-between" className={classes.bar}>
        <Text size="sm" fw={600}>
          Session
        </Text>
        <CloseButton aria-label="Close the session" onClick={onClose} />
      </Group>
      <div className={classes.body}>
        <Suspense fallback={<ListSkeleton rows={4} />}>
          <SessionDetails sessionId={sessionId} headingId={headingId} />
        </Suspense>
      </div>
    </Paper>
  );
}

/** Gives the focus back to where it was when the panel goes, if it was within the panel. */
function useReturnFocus() {
  const before = useRef<Element | null>(document.activeElement);
  useEffect(() => {
    const origin = before.current;
    return () => {
      if (document.activeElement !== document.body && document.activeElement !== null) return;
      if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true });
    };
  }, []);
}
