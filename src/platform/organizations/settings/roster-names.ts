import type { OrganizationSettings } from '../organization-context';

/** What each way to name patients on paper looks like. */
export const ROSTER_NAMES_WORDS = {
  preferred_name: { label: 'Preferred name and last name', description: 'Lopez, Mia' },
  initials: { label: 'Initials only', description: 'M. L.' },
} as const satisfies Record<OrganizationSettings['roster_names'], { label: string; description: string }>;
