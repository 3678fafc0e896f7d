import { createContext, useContext } from 'react';
import type { Membership } from './api/get-memberships';

export interface CurrentOrganization {
  id: string;
  name: string;
  slug: string;
  /** IANA name; sessions are planned on this zone's clock. */
  timezone: string;
  settings: OrganizationSettings;
  /** The signed-in person's own role here. */
  role: { id: string; key: string; name: string };
}

export type OrganizationSettings = Membership['organization']['settings'];

export const OrganizationContext = createContext<CurrentOrganization | null>(null);

/** The organization whose pages are open (/o/:slug). Throws anywhere else. */
export function useOrganization(): CurrentOrganization {
  const organization = useContext(OrganizationContext);
  if (!organization) throw new Error('useOrganization belongs inside /o/:slug');
  return organization;
}
