import { useSyncExternalStore } from 'react';
import { tapStore } from './attendance-queue';
import type { Tap } from './tap';

/** All that is kept on this device, as it changes. */
export function useTaps(): readonly Tap[] {
  return useSyncExternalStore(tapStore.subscribe, () => tapStore.all());
}
