import type { Tap } from './tap';
import { nextBatch, settledBy } from './tap-order';
import type { TapStore } from './tap-store';

/** What the sender needs from outside. */
export interface SenderParts {
  store: TapStore;
  /** Records the taps, all of one session, on the server; sending some of them again must change nothing. */
  send: (taps: readonly Tap[]) => Promise<void>;
  /** The code when the server said no for good; null when it may say yes later, or was not reached. */
  refusalOf: (error: unknown) => string | null;
  /** Runs the work while no other tab sends. */
  exclusively: (work: () => Promise<void>) => Promise<void>;
}

/** `failed`: something still waits that could not be sent now. */
export type Sent = 'all' | 'failed';

/** Sends what is kept, in the order in which it was tapped; one run at a time, and one more when asked meanwhile. */
export function createTapSender(parts: SenderParts) {
  let running: Promise<Sent> | null = null;
  let again: Promise<Sent> | null = null;

  function start(): Promise<Sent> {
    const run = sendAll(parts).finally(() => {
      if (running === run) running = null;
    });
    running = run;
    return run;
  }

  return {
    /** Resolves once all that was kept at this moment is sent or refused, or one call has failed. Never rejects. */
    flush(): Promise<Sent> {
      if (running === null) return start();
      again ??= running.then(() => {
        again = null;
        return running ?? start();
      });
      return again;
    },
  };
}

export type TapSender = ReturnType<typeof createTapSender>;

async function sendAll(parts: SenderParts): Promise<Sent> {
  let outcome: Sent = 'failed';
  try {
    await parts.exclusively(async () => {
      outcome = (await sendBatches(parts)) ? 'all' : 'failed';
    });
  } catch {
    // A page that is being left gets no lock. What waits stays kept.
  }
  return outcome;
}

async function sendBatches(parts: SenderParts): Promise<boolean> {
  for (let batch = nextBatch(parts.store.refresh()); batch.length > 0; batch = nextBatch(parts.store.refresh())) {
    if (!(await sendBatch(parts, batch))) return false;
  }
  return true;
}

/** Whether the batch is settled, be it accepted or refused. */
async function sendBatch(parts: SenderParts, batch: readonly Tap[]): Promise<boolean> {
  const { store, send, refusalOf } = parts;
  try {
    await send(batch);
    store.remove(settledBy(batch, store.all()));
    return true;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) return false;
    if (batch.length === 1) {
      // Somebody may have tapped anew, or given it up, while this one was on its way.
      store.put(store.all().flatMap((tap) => (tap.id === batch[0]?.id ? [{ ...tap, refusal }] : [])));
      return true;
    }
    // One refuses for all: each by itself tells which it was.
    for (const tap of batch) if (!(await sendBatch(parts, [tap]))) return false;
    return true;
  }
}
