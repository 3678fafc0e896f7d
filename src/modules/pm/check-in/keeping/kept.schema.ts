import * as z from 'zod/mini';
import { answersSchema, materialsSchema, questionsSchema } from '@/modules/pm/question-sets';

const keptSchema = z.object({
  step: z.enum(['answering', 'to-send', 'sent']),
  ticket: z.object({ participantToken: z.string(), displayName: z.string() }),
  asked: z.object({ title: z.nullable(z.string()), questions: questionsSchema, materials: materialsSchema }),
  answers: answersSchema,
  /** Milliseconds since 1970. */
  savedAt: z.number(),
});

/** A participant's answers as the browser keeps them. */
export type Kept = z.output<typeof keptSchema>;

/** Reads what the browser kept; null for anything else. */
export function parseKept(value: unknown): Kept | null {
  return keptSchema.safeParse(value).data ?? null;
}
