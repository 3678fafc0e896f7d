import type { User } from '@supabase/supabase-js';
import { onSessionRefused, queryClient } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { isNetworkFailure } from '@/platform/supabase/errors';

/** Tells of the signed-in user, now and whenever that changes, in another tab too; answers the function that ends it. */
export function followSession(tell: (user: User | null) => void): () => void {
  let shownTo: string | null = null;
  const { data } = supabase.auth.onAuthStateChange((_event, session) => {
    const user = session?.user ?? null;
    // What was read for one person must not be shown to another who signs in.
    if (user && shownTo && user.id !== shownTo) queryClient.clear();
    shownTo = user?.id ?? shownTo;
    tell(user);
  });
  return () => data.subscription.unsubscribe();
}

/** When the server refuses the session: renews it once and reads everything again, or tells that it has ended. */
export function renewRefusedSession(tellEnded: () => void): () => void {
  let renewing = false;
  return onSessionRefused(async () => {
    if (renewing) return;
    renewing = true;
    const { error } = await supabase.auth.refreshSession();
    renewing = false;
    if (!error) await queryClient.invalidateQueries();
    else if (!isNetworkFailure(error)) tellEnded();
  });
}
