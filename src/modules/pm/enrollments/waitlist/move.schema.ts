import { z } from 'zod';
import { reasonSchema } from '../reason.schema';

/** A place on a waitlist of so many, and why; null is an empty field. */
export function moveSchema(last: number) {
  const sentence = `Enter a place from 1 to ${last}.`;
  return reasonSchema.extend({
    place: z
      .number()
      .int(sentence)
      .min(1, sentence)
      .max(last, sentence)
      .nullable()
      .refine((place) => place !== null, sentence),
  });
}
