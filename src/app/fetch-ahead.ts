import { useEffect } from 'react';
import type { RouteObject } from 'react-router';
import { whenIdle } from '@/platform/ui';

/** Fetches the code of pages while the browser has nothing else to do, so that the first visit to each is quick. */
export function useFetchAhead(routes: readonly RouteObject[]): void {
  useEffect(
    () =>
      whenIdle(() => {
        for (const { lazy } of routes) {
          // One that cannot be fetched now says so when it is visited.
          if (typeof lazy === 'function') lazy().catch(() => undefined);
        }
      }),
    [routes],
  );
}
