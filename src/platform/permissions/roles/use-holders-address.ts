import { useOrganization } from '@/platform/organizations/organization-context';

/** The page of the members who hold a role. */
export function useHoldersAddress(): (role: { key: string }) => string {
  const { slug } = useOrganization();
  return ({ key }) => `/o/${slug}/settings/members?role=${key}`;
}
