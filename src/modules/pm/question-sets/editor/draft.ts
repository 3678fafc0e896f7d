import * as z from 'zod';
import { QUESTION_TYPES, SCORINGS } from '../questions.schema';

/** A number field, which may be left empty. */
const amount = z.number().nullable();

const option = z.object({ value: z.string(), label: z.string(), score: amount });

/**
 * A question as the form holds it: the fields of every type at once, so that trying another type loses nothing. Only what
 * belongs to the chosen type is checked and saved.
 */
const question = z.object({
  /** The question's `id`; the form library keeps that name for itself. */
  questionId: z.string(),
  type: z.enum(QUESTION_TYPES),
  text: z.string(),
  help: z.string(),
  required: z.boolean(),
  options: z.array(option),
  min: amount,
  max: amount,
  step: amount,
  min_label: z.string(),
  max_label: z.string(),
  scored: z.boolean(),
  flag_above: amount,
});

const band = z.object({ min: amount, max: amount, label: z.string() });
const material = z.object({ title: z.string(), url: z.string() });

/** A question set as the form holds it; whether it may be saved is for `draftProblems` to say. */
export const draftShape = z.object({
  title: z.string(),
  description: z.string(),
  source: z.string(),
  scoring: z.enum(SCORINGS),
  questions: z.array(question),
  bands: z.array(band),
  materials: z.array(material),
});

export type Draft = z.output<typeof draftShape>;
export type DraftQuestion = z.output<typeof question>;
export type DraftOption = z.output<typeof option>;
export type DraftBand = z.output<typeof band>;
export type DraftMaterial = z.output<typeof material>;
