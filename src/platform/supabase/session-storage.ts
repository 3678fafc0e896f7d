/** Where supabase-js keeps the session on this device. */
export const SESSION_STORAGE_KEY = 'quorum.session';

interface Place {
  hash: string;
  search: string;
}

/**
 * Whether there can be a session: one is kept on this device, or the address brings one (a link of a message).
 * Whoever has none sees the sign-in page without waiting for supabase-js.
 */
export function sessionMayExist(place: Place, storage: Pick<Storage, 'getItem'>): boolean {
  if (storage.getItem(SESSION_STORAGE_KEY) !== null) return true;
  const brought = new URLSearchParams(place.hash.replace(/^#/, ''));
  return brought.has('access_token') || new URLSearchParams(place.search).has('code');
}
