import * as z from 'zod/mini';
import { readEnvironment } from '../../src/platform/supabase/environment.ts';

const addressSchema = z.object({ VITE_APP_URL: z.url({ protocol: /^https?$/ }) });

export interface ExtensionEnvironment {
  /** Where Supabase is. */
  supabaseUrl: string;
  /** Where the app is, without a slash at the end. */
  appUrl: string;
}

/**
 * Reads what a build of the extension must know. Takes `import.meta.env` or the like; throws an Error that names every variable
 * that is missing or malformed, with an example.
 */
export function readExtensionEnvironment(source: unknown): ExtensionEnvironment {
  const supabase = readEnvironment(source);
  const app = addressSchema.safeParse(source);
  if (!supabase.configured || !app.success) {
    const missing = [...(supabase.configured ? [] : supabase.problems), ...(app.success ? [] : ['VITE_APP_URL'])];
    throw new Error(`The extension cannot be built: missing or malformed are\n${missing.map(line).join('\n')}`);
  }
  return { supabaseUrl: supabase.url, appUrl: app.data.VITE_APP_URL.replace(/\/+$/, '') };
}

const EXAMPLES: Readonly<Record<string, string>> = {
  VITE_SUPABASE_URL: 'https://<ref>.supabase.co',
  VITE_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_...',
  VITE_APP_URL: 'https://quorum.example.org, the address of the app',
};

const line = (name: string) => `  ${name}, such as ${EXAMPLES[name]}`;
