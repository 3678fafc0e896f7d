import { IconBook2, IconChecklist, IconRulerMeasure } from '@tabler/icons-react';

/** What a question set is used as: it follows from what is in it. */
export const KINDS = ['measure', 'check-in', 'material'] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_LOOKS = {
  measure: { label: 'Measure', plural: 'Measures', icon: IconRulerMeasure, color: 'blue' },
  'check-in': { label: 'Check-in', plural: 'Check-ins', icon: IconChecklist, color: 'green' },
  material: { label: 'Material', plural: 'Material', icon: IconBook2, color: 'gray' },
} as const;

/** A set with scoring is a measure, one with questions alone a check-in, one without questions something to read. */
export function kindOf({ scoring, hasQuestions }: { scoring: string; hasQuestions: boolean }): Kind {
  if (!hasQuestions) return 'material';
  return scoring === 'sum' ? 'measure' : 'check-in';
}
