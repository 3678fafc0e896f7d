import { useCallback, useEffect, useRef, useState } from 'react';
import { batchRun, IDLE, type SendBatch } from './batch-run';

/** One run of batches at a time, with its progress; it ends with the component. */
export function useBatches() {
  const [progress, setProgress] = useState(IDLE);
  const present = useRef<Pick<ReturnType<typeof batchRun>, 'go' | 'stop' | 'leave' | 'isRunning'>>(null);

  /** Forgets a run that is over. */
  const reset = useCallback(() => {
    present.current?.leave();
    present.current = null;
    setProgress(IDLE);
  }, []);

  useEffect(() => {
    return () => {
      present.current?.leave();
      present.current = null;
    };
  }, []);

  /** Answers false, and does nothing, while a run is under way. */
  const start = useCallback(<Item>(items: readonly Item[], send: SendBatch<Item>): boolean => {
    if (present.current?.isRunning()) return false;
    const run = batchRun(items, send, setProgress);
    present.current = run;
    void run.go();
    return true;
  }, []);

  const stop = useCallback(() => present.current?.stop(), []);
  const resume = useCallback(() => void present.current?.go(), []);

  return { progress, start, stop, resume, reset };
}
