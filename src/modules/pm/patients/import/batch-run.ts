import { isNetworkFailure } from '@/platform/supabase/errors';

const BATCH_SIZE = 200;
/** Milliseconds before a batch is sent again that never got an answer. */
const PAUSES = [1_000, 3_000];
/** Milliseconds after which a batch counts as unanswered. */
const PATIENCE = 60_000;

/**
 * Sends a batch; `patience` ends when it counts as unanswered. Answers what takes down the results: it is not called where nobody
 * waits for them any more.
 */
export type SendBatch<Item> = (batch: readonly Item[], patience: AbortSignal) => Promise<() => void>;

export interface BatchProgress {
  /** `stopped`: by the person. `failed`: a batch got no answer or a refusal. Both can be continued. */
  state: 'idle' | 'running' | 'stopping' | 'stopped' | 'failed' | 'done';
  done: number;
  total: number;
  error: unknown;
}

export const IDLE: BatchProgress = { state: 'idle', done: 0, total: 0, error: null };

/**
 * Sends items in batches, one after the other, and tells how far it is. A batch that got no answer is tried again, so sending one
 * twice must be harmless. `onProgress` is not called again after `leave`.
 */
export function batchRun<Item>(
  items: readonly Item[],
  send: SendBatch<Item>,
  onProgress: (progress: BatchProgress) => void,
) {
  let done = 0;
  let running = false;
  let stopWanted = false;
  let left = false;

  function tell(state: BatchProgress['state'], error: unknown = null) {
    if (!left) onProgress({ state, done, total: items.length, error });
  }

  async function sendNext(): Promise<void> {
    const batch = items.slice(done, done + BATCH_SIZE);
    for (let attempt = 0; ; attempt++) {
      try {
        const takeDown = await send(batch, AbortSignal.timeout(PATIENCE));
        // The request is not torn down with the page: the server would go on with it all the same.
        if (!left) takeDown();
        done += batch.length;
        return;
      } catch (error) {
        const pause = PAUSES[attempt];
        if (pause === undefined || left || stopWanted || !isNetworkFailure(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** Starts, or goes on where it was stopped or has failed; does nothing while it is running. */
  async function go(): Promise<void> {
    if (running) return;
    running = true;
    stopWanted = false;
    try {
      tell('running');
      while (done < items.length && !stopWanted && !left) {
        await sendNext();
        tell(stopWanted ? 'stopping' : 'running');
      }
      tell(done < items.length ? 'stopped' : 'done');
    } catch (error) {
      tell('failed', error);
    } finally {
      running = false;
    }
  }

  /** Stops after the batch under way, or gives up what has failed. */
  function stop(): void {
    stopWanted = true;
    tell(running ? 'stopping' : 'stopped');
  }

  function leave(): void {
    left = true;
  }

  return { go, stop, leave, isRunning: () => running };
}
