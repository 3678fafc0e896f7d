// zod's small build: patients load these schemas on their phones.
import * as z from 'zod/mini';

/** What a question can be answered with. */
export const QUESTION_TYPES = ['single', 'multiple', 'scale', 'number', 'text'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Whether the answers add up to a score. */
export const SCORINGS = ['none', 'sum'] as const;
export type Scoring = (typeof SCORINGS)[number];

const optionalText = z.nullish(z.string());
const optionalNumber = z.nullish(z.number());

export const optionSchema = z.object({
  /** What is stored as the answer; it stays when the label is reworded. */
  value: z.string(),
  label: z.string(),
  score: optionalNumber,
});

const common = {
  /** Names the answer in `answers`; unique within its set. */
  id: z.string(),
  text: z.string(),
  help: optionalText,
  required: z.nullish(z.boolean()),
};

/** The facilitator is told of an answer whose score (or value) is greater. */
const flagged = { flag_above: optionalNumber };

const choice = { ...common, ...flagged, options: z.array(optionSchema) };

/** `scored`: the value itself counts into the score. */
const measured = { ...common, ...flagged, scored: z.nullish(z.boolean()), step: optionalNumber };

export const questionSchema = z.discriminatedUnion('type', [
  z.object({ ...choice, type: z.literal('single') }),
  z.object({ ...choice, type: z.literal('multiple') }),
  z.object({
    ...measured,
    type: z.literal('scale'),
    min: z.number(),
    max: z.number(),
    min_label: optionalText,
    max_label: optionalText,
  }),
  z.object({ ...measured, type: z.literal('number'), min: optionalNumber, max: optionalNumber }),
  z.object({ ...common, type: z.literal('text') }),
]);

/** What a range of scores means, both ends included. */
export const bandSchema = z.object({ min: z.number(), max: z.number(), label: z.string() });

/** Something to read or watch, elsewhere. */
export const materialSchema = z.object({
  title: z.string(),
  /** Only what a browser may be led to; anything else would run in the patient's page. */
  url: z.string().check(z.regex(/^https?:\/\//i)),
});

export const questionsSchema = z.array(questionSchema);
export const bandsSchema = z.array(bandSchema);
export const materialsSchema = z.array(materialSchema);
export const scoringSchema = z.enum(SCORINGS);

/** What makes up a question set, as `pm_question_sets` has it and `pm_save_question_set` takes it. */
export const questionSetContentSchema = z.object({
  title: z.string(),
  description: z.nullable(z.string()),
  /** Where the questions come from: a citation. */
  source: z.nullable(z.string()),
  scoring: scoringSchema,
  questions: questionsSchema,
  bands: bandsSchema,
  materials: materialsSchema,
});

/** What a session asks (`pm_group_schedule.questions_data`): a snapshot, which later versions of the set don't touch. */
export const questionsDataSchema = z.object({
  question_set_id: optionalText,
  title: optionalText,
  version: optionalNumber,
  scoring: z.pipe(
    z.nullish(scoringSchema),
    z.transform((scoring): Scoring => scoring ?? 'none'),
  ),
  questions: z.pipe(
    z.nullish(questionsSchema),
    z.transform((questions): Question[] => questions ?? []),
  ),
  bands: z.pipe(
    z.nullish(bandsSchema),
    z.transform((bands): Band[] => bands ?? []),
  ),
  materials: z.pipe(
    z.nullish(materialsSchema),
    z.transform((materials): Material[] => materials ?? []),
  ),
});

/** One answer: a text or option (text, single), options (multiple), a number (scale, number). */
export const answerSchema = z.union([z.string(), z.number(), z.array(z.string())]);

/** Answers by the question's id; what was not answered is absent. */
export const answersSchema = z.record(z.string(), answerSchema);

export type QuestionOption = z.output<typeof optionSchema>;
export type Question = z.output<typeof questionSchema>;
export type ChoiceQuestion = Extract<Question, { type: 'single' | 'multiple' }>;
export type ScaleQuestion = Extract<Question, { type: 'scale' }>;
export type NumberQuestion = Extract<Question, { type: 'number' }>;
export type TextQuestion = Extract<Question, { type: 'text' }>;
export type Band = z.output<typeof bandSchema>;
export type Material = z.output<typeof materialSchema>;
export type QuestionSetContent = z.output<typeof questionSetContentSchema>;
export type QuestionsData = z.output<typeof questionsDataSchema>;
export type Answer = z.output<typeof answerSchema>;
export type Answers = z.output<typeof answersSchema>;
