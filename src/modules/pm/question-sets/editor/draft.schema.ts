import { draftShape } from './draft';
import { draftProblems } from './draft-problems';

/** A question set in the form, with everything that keeps it from being saved told at its field. */
export const draftSchema = draftShape.superRefine((draft, context) => {
  for (const { path, message } of draftProblems(draft)) context.addIssue({ code: 'custom', path, message });
});
