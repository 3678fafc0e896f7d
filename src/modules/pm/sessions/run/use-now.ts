import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

/** The present moment, renewed every few seconds. */
export function useNow(everyMilliseconds = 10_000): Date {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), everyMilliseconds, { autoInvoke: true });
  return now;
}
