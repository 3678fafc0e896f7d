import { loadClient } from '@/platform/supabase/load-client';

/** How long a window that nobody touches may go on after a sign-out elsewhere. */
const LOOK_EVERY_MILLISECONDS = 60_000;

/**
 * Asks the server whether the session still exists, whenever the window is looked at and once a minute: the token alone is good
 * for an hour after a sign-out on another device. Calls `onEnded` when the session or the account is gone; answers the function
 * that stops it.
 */
export function watchSession(onEnded: () => void): () => void {
  let asking = false;
  async function look() {
    if (asking || document.visibilityState === 'hidden') return;
    asking = true;
    try {
      if (await hasEnded()) onEnded();
    } catch {
      // Whoever cannot be reached tells nothing; the next look will.
    } finally {
      asking = false;
    }
  }
  const notice = () => void look();
  const timer = setInterval(notice, LOOK_EVERY_MILLISECONDS);
  window.addEventListener('focus', notice);
  document.addEventListener('visibilitychange', notice);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', notice);
    document.removeEventListener('visibilitychange', notice);
  };
}

async function hasEnded(): Promise<boolean> {
  const client = await loadClient();
  const { data } = await client.auth.getSession();
  if (!data.session) return false;
  // With the token given, the client leaves the session alone: what follows is the caller's to decide.
  const { error } = await client.auth.getUser(data.session.access_token);
  return error?.name === 'AuthSessionMissingError' || error?.code === 'user_not_found';
}
