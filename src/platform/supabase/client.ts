import { createClient } from '@supabase/supabase-js';
import type { Database } from './database.types';
import { readEnvironment } from './environment';
import { SESSION_STORAGE_KEY } from './session-storage';

const environment = readEnvironment(import.meta.env);
// main.tsx shows the page that explains this before anything imports the client.
if (!environment.configured) {
  throw new Error(`Missing or malformed: ${environment.problems.join(', ')}`);
}

/** The one connection to Supabase; everything it may do is decided by Postgres for the signed-in person. */
export const supabase = createClient<Database>(environment.url, environment.publishableKey, {
  auth: { storageKey: SESSION_STORAGE_KEY },
  // React Query tries again already: both together let a person wait half a minute for the words that the server is away.
  db: { retry: false },
});
