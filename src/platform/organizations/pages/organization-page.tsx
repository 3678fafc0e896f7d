import { Skeleton, Stack } from '@mantine/core';
import { PF_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { ErrorState, PageHeader } from '@/platform/ui';
import { useOrganizationSettings } from '../api/get-organization-settings';
import { OrganizationSettingsForm } from '../settings/organization-settings-form';

/** What the organization sets for itself. */
export function OrganizationPage() {
  return (
    <RequirePermission permission={PF_PERMISSIONS.ORGANIZATION_EDIT}>
      <PageHeader title="Organization" />
      <Settings />
    </RequirePermission>
  );
}

function Settings() {
  const { data, error, refetch } = useOrganizationSettings();
  if (data) return <OrganizationSettingsForm organization={data} />;
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return (
    <Stack maw={520} role="status" aria-label="Loading">
      <Skeleton height={60} />
      <Skeleton height={76} />
      <Skeleton height={76} />
    </Stack>
  );
}
