import { z } from 'zod';
import { readOrCreateKeys } from '../../scripts/stack/keys.ts';
import { apiUrl, readSettings } from '../../scripts/stack/settings.ts';
import type { SignedIn } from './clinic.ts';

/** The rows of a table or view that a person gets with curl: `filter` is PostgREST's, such as `id=eq.1`. */
export async function rest(person: SignedIn, table: string, filter: string): Promise<unknown[]> {
  const settings = readSettings();
  const keys = await readOrCreateKeys(settings.dataDirectory);
  const { data } = await person.client.auth.getSession();
  const response = await fetch(`${apiUrl(settings)}/rest/v1/${table}?${filter}`, {
    headers: { apikey: keys.publishableKey, authorization: `Bearer ${data.session?.access_token}` },
  });
  if (!response.ok) throw new Error(`${table}: ${response.status} ${await response.text()}`);
  return z.array(z.unknown()).parse(await response.json());
}
