import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { describeError, isNetworkFailure, isSessionRefused } from '@/platform/supabase/errors';

type SessionRefusedListener = () => void;
let sessionRefusedListener: SessionRefusedListener | null = null;

/** Registers what happens when the server refuses the session; answers the function that takes it back. */
export function onSessionRefused(listener: SessionRefusedListener): () => void {
  sessionRefusedListener = listener;
  return () => {
    sessionRefusedListener = null;
  };
}

function notice(error: unknown) {
  if (isSessionRefused(error)) sessionRefusedListener?.();
  // What there are no words for is a fault of ours: people read a general sentence, developers find it here.
  else if (describeError(error).code === null) console.error(error);
}

// Before the next event instead of a timer later: the second half of a double click finds the button busy.
notifyManager.setScheduler(queueMicrotask);

/** The cache of everything read from the server; cleared on sign-out and when the organization changes. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A permission or a seat may have changed while the window was in the background.
      refetchOnWindowFocus: true,
      retry: (failures, error) => isNetworkFailure(error) && failures < 2,
    },
    // A change tried while offline fails at once and in words, rather than happening unseen later.
    mutations: { retry: false, networkMode: 'always' },
  },
});
