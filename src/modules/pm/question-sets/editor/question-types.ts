import { IconAbc, IconCircleDot, IconListCheck, IconNumbers, IconRulerMeasure } from '@tabler/icons-react';

/** The types of questions as people know them. */
export const QUESTION_TYPE_LOOKS = {
  single: { label: 'One answer', icon: IconCircleDot },
  multiple: { label: 'Several answers', icon: IconListCheck },
  scale: { label: 'Scale', icon: IconRulerMeasure },
  number: { label: 'Number', icon: IconNumbers },
  text: { label: 'Own words', icon: IconAbc },
} as const;
