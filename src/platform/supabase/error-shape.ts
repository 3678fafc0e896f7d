import * as z from 'zod/mini';

const text = z.catch(z.nullish(z.string()), null);

const errorShape = z.object({
  name: text,
  code: text,
  message: text,
  details: text,
  hint: text,
  status: z.catch(z.nullish(z.number()), null),
});

export interface ErrorParts {
  name: string;
  code: string;
  message: string;
  details: string;
  hint: string;
  status: number | null;
}

/** Takes anything that was thrown; answers the parts that PostgREST and Supabase Auth put into an error, '' where absent. */
export function readErrorParts(error: unknown): ErrorParts {
  // The prototype's getters (message, name) are not own properties, which is all that zod would need for a plain object.
  const parsed = errorShape.safeParse(error instanceof Error ? fromError(error) : error);
  const parts = parsed.success ? parsed.data : null;
  return {
    name: parts?.name ?? '',
    code: parts?.code ?? '',
    message: parts?.message ?? '',
    details: parts?.details ?? '',
    hint: parts?.hint ?? '',
    status: parts?.status ?? null,
  };
}

function fromError(error: Error): Record<string, unknown> {
  return { ...error, name: error.name, message: error.message };
}
