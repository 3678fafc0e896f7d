import { waitingTaps } from './tap-order';
import type { TapSender } from './tap-sender';
import type { TapStore } from './tap-store';

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

/**
 * Sends whenever something waits: at once, when the connection or the eyes come back, and after pauses that double.
 * Answers the function that stops it.
 */
export function keepSending(store: TapStore, sender: TapSender): () => void {
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function sendNow() {
    clearTimeout(timer);
    if (waitingTaps(store.all()).length === 0) return;
    const sent = await sender.flush();
    clearTimeout(timer);
    if (stopped) return;
    if (sent === 'all') {
      pause = FIRST_PAUSE;
      return;
    }
    timer = setTimeout(sendNow, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  function sendAtOnce() {
    pause = FIRST_PAUSE;
    void sendNow();
  }

  function sendWhenSeen() {
    if (document.visibilityState === 'visible') sendAtOnce();
  }

  const unsubscribe = store.subscribe(() => void sendNow());
  window.addEventListener('online', sendAtOnce);
  document.addEventListener('visibilitychange', sendWhenSeen);
  sendAtOnce();
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener('online', sendAtOnce);
    document.removeEventListener('visibilitychange', sendWhenSeen);
  };
}
