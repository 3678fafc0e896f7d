import { useCallback, useEffect, useRef, useState } from 'react';
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

interface Task {
  /** Sends the next batch; answers how many items are done. */
  next: (patience: AbortSignal, life: AbortSignal) => Promise<number>;
  total: number;
  done: number;
  stopWanted: boolean;
  running: boolean;
}

const IDLE: BatchProgress = { state: 'idle', done: 0, total: 0, error: null };

/**
 * Sends items to the server in batches, one after the other. A batch that got no answer is tried again, so sending one twice
 * must be harmless. Only one run at a time: starting while one is
 * running does nothing, and answers false.
 */
export function useBatches() {
  const [progress, setProgress] = useState(IDLE);
  const task = useRef<Task>(null);
  const life = useRef<AbortController>(null);

  useEffect(() => {
    life.current = new AbortController();
    return () => {
      life.current?.abort();
      task.current = null;
    };
  }, []);

  const run = useCallback(async (work: Task) => {
    const signal = life.current?.signal;
    if (work.running || !signal) return;
    work.running = true;
    work.stopWanted = false;
    const show = (state: BatchProgress['state'], error: unknown = null) => {
      if (task.current === work) setProgress({ state, done: work.done, total: work.total, error });
    };
    try {
      show('running');
      while (work.done < work.total && !work.stopWanted && !signal.aborted) {
        work.done = await withRetries(work.next, signal);
        show(work.stopWanted ? 'stopping' : 'running');
      }
      show(work.done < work.total ? 'stopped' : 'done');
    } catch (error) {
      show('failed', error);
    } finally {
      work.running = false;
    }
  }, []);

  const start = useCallback(
    <Item>(items: readonly Item[], send: SendBatch<Item>): boolean => {
      if (task.current?.running) return false;
      const work: Task = {
        total: items.length,
        done: 0,
        stopWanted: false,
        running: false,
        next: async (patience, life) => {
          const batch = items.slice(work.done, work.done + BATCH_SIZE);
          const takeDown = await send(batch, patience);
          // The request is not torn down with the page: the server would go on with it all the same.
          if (!life.aborted) takeDown();
          return work.done + batch.length;
        },
      };
      task.current = work;
      void run(work);
      return true;
    },
    [run],
  );

  /** Stops after the batch under way, or gives up what has failed. */
  const stop = useCallback(() => {
    if (task.current) task.current.stopWanted = true;
    setProgress((present) => ({ ...present, state: task.current?.running ? 'stopping' : 'stopped' }));
  }, []);

  const resume = useCallback(() => {
    if (task.current) void run(task.current);
  }, [run]);

  /** Forgets a run that is over. */
  const reset = useCallback(() => {
    if (task.current?.running) return;
    task.current = null;
    setProgress(IDLE);
  }, []);

  return { progress, start, stop, resume, reset };
}

async function withRetries(next: Task['next'], life: AbortSignal): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await next(AbortSignal.timeout(PATIENCE), life);
    } catch (error) {
      const pause = PAUSES[attempt];
      if (pause === undefined || life.aborted || !isNetworkFailure(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
