import { z } from 'zod';
import { commaList } from '@/platform/query';

/** As many groups as the database clones in one step. */
export const CLONE_LIMIT = 50;

export const CLONE_STEPS = ['choose', 'dates', 'details', 'preview'] as const;

export type CloneStep = (typeof CLONE_STEPS)[number];

/** The wizard as its address describes it. What does not look like an id is kept: it is told, not dropped unseen. */
export const cohortAddressSchema = z.object({
  groups: z.pipe(
    commaList(z.string().max(100)),
    z.transform((ids) => [...new Set(ids)]),
  ),
  step: z.enum(CLONE_STEPS).default('choose'),
});

/** The step before, or after; null past the ends. */
export function stepBeside(step: CloneStep, by: 1 | -1): CloneStep | null {
  return CLONE_STEPS[CLONE_STEPS.indexOf(step) + by] ?? null;
}
