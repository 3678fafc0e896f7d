import type * as z from 'zod';
import { loadClient } from '@/platform/supabase/load-client';
import type { signInSchema, signUpSchema } from './credentials.schema';
import { recordActivity } from './idle/activity';

/** Signs in on this device. Throws the auth error. */
export async function signIn(credentials: z.output<typeof signInSchema>): Promise<void> {
  const client = await loadClient();
  const { error } = await client.auth.signInWithPassword(credentials);
  if (error) throw error;
  recordActivity();
}

/** Makes an account; answers whether the person is signed in now (false: the e-mail address must be confirmed first). */
export async function signUp(person: z.output<typeof signUpSchema>, continueAt: string): Promise<boolean> {
  const client = await loadClient();
  const { data, error } = await client.auth.signUp({
    email: person.email,
    password: person.password,
    options: { data: { full_name: person.full_name }, emailRedirectTo: window.location.origin + continueAt },
  });
  if (error) throw error;
  if (data.session) recordActivity();
  return data.session !== null;
}

/** Sends a link to choose a new password, if there is such an account; the answer never tells which. */
export async function requestPasswordReset({ email }: { email: string }): Promise<void> {
  const client = await loadClient();
  const { error } = await client.auth.resetPasswordForEmail(email, {
    redirectTo: `${window.location.origin}/reset-password`,
  });
  if (error) throw error;
}

/** Sets a new password for whoever is signed in, by the link of the message too. */
export async function changePassword({ password }: { password: string }): Promise<void> {
  const client = await loadClient();
  const { error } = await client.auth.updateUser({ password });
  if (error) throw error;
  recordActivity();
}
