import type { User } from '@supabase/supabase-js';
import { onSessionRefused, queryClient } from '@/platform/query';
import { isNetworkFailure } from '@/platform/supabase/errors';
import { loadClient, whenClientLoaded } from '@/platform/supabase/load-client';
import { SESSION_STORAGE_KEY, sessionMayExist } from '@/platform/supabase/session-storage';
import { forgetKept } from './kept-data';

interface SessionListener {
  /** The signed-in user, now and whenever that changes, in another tab too. */
  onUser: (user: User | null) => void;
  /** The client could not be fetched, so nobody knows. */
  onFailure: (error: unknown) => void;
}

/** Follows the session of Supabase Auth; answers the function that ends it. */
export function followSession({ onUser, onFailure }: SessionListener): () => void {
  let shownTo: string | null = null;
  const endings: (() => void)[] = [];
  // The callback may run at once, so the list must exist before.
  endings.push(
    whenClientLoaded((client) => {
      const { data } = client.auth.onAuthStateChange((_event, session) => {
        const user = session?.user ?? null;
        // What was read for one person must not be shown to another who signs in.
        if (user && shownTo && user.id !== shownTo) forgetAll();
        shownTo = user?.id ?? shownTo;
        onUser(user);
      });
      endings.push(() => data.subscription.unsubscribe());
    }),
    onSignInElsewhere(() => loadClient().catch(onFailure)),
  );
  if (sessionMayExist(window.location, localStorage)) loadClient().catch(onFailure);
  else onUser(null);
  return () => {
    for (const end of endings) end();
  };
}

function forgetAll() {
  forgetKept();
  queryClient.clear();
}

/** Somebody signed in on another tab while this one had not needed the client yet. */
function onSignInElsewhere(react: () => void): () => void {
  function notice({ key, newValue }: StorageEvent) {
    if (key === SESSION_STORAGE_KEY && newValue !== null) react();
  }
  window.addEventListener('storage', notice);
  return () => window.removeEventListener('storage', notice);
}

/** When the server refuses the session: renews it once and reads everything again, or tells that it has ended. */
export function renewRefusedSession(tellEnded: () => void): () => void {
  let renewing = false;
  return onSessionRefused(async () => {
    if (renewing) return;
    renewing = true;
    const client = await loadClient();
    const { error } = await client.auth.refreshSession();
    renewing = false;
    if (!error) await queryClient.invalidateQueries();
    else if (!isNetworkFailure(error)) tellEnded();
  });
}
