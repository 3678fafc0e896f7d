import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ });

const schema = z.object({
  VITE_SUPABASE_URL: address,
  VITE_SUPABASE_PUBLISHABLE_KEY: z.string().trim().min(1),
  VITE_APP_URL: address,
});

const EXAMPLES = {
  VITE_SUPABASE_URL: 'https://<ref>.supabase.co',
  VITE_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_...',
  VITE_APP_URL: 'https://quorum.example.org, the address of the app',
};

/**
 * What a build of the extension must know. Takes the build's variables; throws an Error that names every one that is missing or
 * malformed, with an example.
 */
export function readExtensionEnvironment(source: unknown): z.output<typeof schema> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => path.join('.')));
  const lines = Object.entries(EXAMPLES).flatMap(([name, example]) =>
    wrong.has(name) ? [`  ${name}, such as ${example}`] : [],
  );
  throw new Error(`The extension cannot be built: missing or malformed are\n${lines.join('\n')}`);
}
