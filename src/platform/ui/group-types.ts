import {
  type Icon,
  IconBrain,
  IconCategory,
  IconHeartHandshake,
  IconSchool,
  IconStethoscope,
  IconTools,
  IconUsersGroup,
} from '@tabler/icons-react';
import './group-types.css';

/** The values of `pm_group_definitions.group_type`, in the order in which they are offered. */
export const GROUP_TYPE_KEYS = [
  'therapy',
  'psychoeducation',
  'skills_training',
  'support',
  'iop',
  'php',
  'other',
] as const;

export type GroupType = (typeof GROUP_TYPE_KEYS)[number];

export interface GroupTypeLook {
  label: string;
  icon: Icon;
  /** CSS colours that follow the light and the dark scheme; `text` on `background` has AA contrast. */
  color: string;
  background: string;
  text: string;
}

function look(key: GroupType, label: string, icon: Icon): GroupTypeLook {
  return {
    label,
    icon,
    color: `var(--group-type-${key})`,
    background: `var(--group-type-${key}-background)`,
    text: `var(--group-type-${key}-text)`,
  };
}

/** How each group type is written and drawn; the hues differ in lightness too, and always come with label or icon. */
export const GROUP_TYPES: Readonly<Record<GroupType, GroupTypeLook>> = {
  therapy: look('therapy', 'Therapy', IconBrain),
  psychoeducation: look('psychoeducation', 'Psychoeducation', IconSchool),
  skills_training: look('skills_training', 'Skills training', IconTools),
  support: look('support', 'Support', IconHeartHandshake),
  iop: look('iop', 'Intensive outpatient', IconUsersGroup),
  php: look('php', 'Partial hospitalization', IconStethoscope),
  other: look('other', 'Other', IconCategory),
};

/** The look for a value as the database sends it; one that this version does not know is shown as "Other". */
export function groupTypeLook(groupType: string): GroupTypeLook {
  const key = GROUP_TYPE_KEYS.find((known) => known === groupType) ?? 'other';
  return GROUP_TYPES[key];
}
