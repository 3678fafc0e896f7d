import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { readOrCreateKeys } from '../../scripts/stack/keys.ts';
import { apiUrl, readSettings } from '../../scripts/stack/settings.ts';
import type { Database } from '../../src/platform/supabase/database.types.ts';

export type Client = SupabaseClient<Database>;

/** A supabase-js client on the stack that the browser tests run on, signed in as nobody. */
export async function connect(): Promise<Client> {
  const settings = readSettings();
  const keys = await readOrCreateKeys(settings.dataDirectory);
  return createClient<Database>(apiUrl(settings), keys.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}
