import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Outlet, useParams } from 'react-router';
import { loadSendAttendance, SendKeptAttendance } from '@/modules/pm/sessions';
import { IdleGate, sendKeptWith, useUser } from '@/platform/auth';
import { useLive } from '@/platform/live';
import { type Membership, OrganizationContext, useMemberships } from '@/platform/organizations';
import { PermissionContext, rolePermissionsQueryOptions } from '@/platform/permissions';
import { useFetchAhead } from './fetch-ahead';
import { useForgetOtherOrganizations } from './forget-other-organizations';
import { rememberOrganization } from './last-organization';
import { liveReads } from './live-reads';
import { moduleRoutes } from './module-routes';
import { OrganizationNotFoundPage } from './pages/organization-not-found-page';
import { Waiting } from './pages/waiting';
import { Shell } from './shell/shell';

sendKeptWith(loadSendAttendance);

/** Opens the organization of the address for the pages inside it. */
export function OrganizationLayout() {
  const { slug } = useParams();
  const memberships = useMemberships(useUser().id);
  if (!memberships.data) return <Waiting {...memberships} />;
  const membership = memberships.data.find(({ organization }) => organization.slug === slug);
  if (!membership) return <OrganizationNotFoundPage />;
  return <OpenOrganization key={membership.organization.id} membership={membership} />;
}

function OpenOrganization({ membership: { organization, role } }: { membership: Membership }) {
  const current = useMemo(() => ({ ...organization, role }), [organization, role]);
  // Somebody who is given another role keeps the page, and what is typed into it, while the new permissions are read.
  const permissions = useQuery({
    ...rolePermissionsQueryOptions(organization.id, role.id),
    placeholderData: keepPreviousData,
  });
  const granted = useMemo(() => new Set(permissions.data), [permissions.data]);
  useForgetOtherOrganizations(organization.id);
  useLive(organization.id, liveReads);
  useFetchAhead(moduleRoutes);
  useEffect(() => rememberOrganization(organization.slug), [organization.slug]);

  if (!permissions.data) return <Waiting {...permissions} />;
  return (
    <OrganizationContext value={current}>
      <PermissionContext value={granted}>
        <IdleGate minutes={organization.settings.idle_minutes}>
          <Shell>
            <Outlet />
            <SendKeptAttendance />
          </Shell>
        </IdleGate>
      </PermissionContext>
    </OrganizationContext>
  );
}
