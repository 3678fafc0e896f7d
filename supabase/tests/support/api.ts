import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { inject } from 'vitest';
import type { Database } from '../../../src/platform/supabase/database.types.ts';
import './provided.ts';

export type Client = SupabaseClient<Database>;

export interface SignedIn {
  client: Client;
  userId: string;
  email: string;
  password: string;
}

function connect(key: string): Client {
  return createClient<Database>(inject('api').url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}

/** A client that nobody has signed in with. */
export function anonymous(): Client {
  return connect(inject('api').publishableKey);
}

/** A client with the secret key, which bypasses RLS: for arranging and checking, never for what is tested. */
export function service(): Client {
  return connect(inject('api').secretKey);
}

/** Signs a new person up through the API and returns a client with that person's real JWT. */
export async function signUp(email = `${randomUUID()}@example.test`, fullName = 'Test Person'): Promise<SignedIn> {
  const client = anonymous();
  const password = randomUUID();
  const { data, error } = await client.auth.signUp({ email, password, options: { data: { full_name: fullName } } });
  if (error !== null) throw error;
  if (data.user === null || data.session === null) throw new Error(`Sign-up of ${email} gave no session.`);
  return { client, userId: data.user.id, email, password };
}
