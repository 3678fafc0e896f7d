import { Navigate } from 'react-router';
import { useUser } from '@/platform/auth';
import { useMemberships } from '@/platform/organizations';
import { preferredOrganization } from '../last-organization';
import { Waiting } from './waiting';

/** Leads to the organization that was open last, or to making the first one. */
export function StartPage() {
  const memberships = useMemberships(useUser().id);
  if (!memberships.data) return <Waiting {...memberships} />;
  const organization = preferredOrganization(memberships.data.map((membership) => membership.organization));
  return <Navigate to={organization ? `/o/${organization.slug}` : '/organizations/new'} replace />;
}
