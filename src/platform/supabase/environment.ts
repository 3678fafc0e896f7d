import * as z from 'zod/mini';
// Here, because this is the first module of the app that makes a schema.
import './no-evaluated-code';

const environmentSchema = z.object({
  VITE_SUPABASE_URL: z.url({ protocol: /^https?$/ }),
  VITE_SUPABASE_PUBLISHABLE_KEY: z.string().check(z.trim(), z.minLength(1)),
});

export type Environment =
  | { configured: true; url: string; publishableKey: string }
  | { configured: false; problems: string[] };

/**
 * Reads where Supabase is from the build's variables.
 * Takes `import.meta.env` or the like; answers the two values, or the names of the variables that are missing or wrong.
 */
export function readEnvironment(source: unknown): Environment {
  const parsed = environmentSchema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => issue.path.join('.'));
    return { configured: false, problems: [...new Set(problems)] };
  }
  return {
    configured: true,
    url: parsed.data.VITE_SUPABASE_URL,
    publishableKey: parsed.data.VITE_SUPABASE_PUBLISHABLE_KEY,
  };
}
