import { Divider, Skeleton, Stack } from '@mantine/core';
import { PF_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ErrorState, PageHeader } from '@/platform/ui';
import { useOrganizationSettings } from '../api/get-organization-settings';
import { ClosedDaysSection } from '../closed-days/closed-days-section';
import { useOrganization } from '../organization-context';
import { CancellationReasonsForm } from '../settings/cancellation-reasons-form';
import { OrganizationSettingsForm } from '../settings/organization-settings-form';
import { ReasonList } from '../settings/reason-list';
import { SettingsFacts } from '../settings/settings-facts';
import { SettingsSection } from '../settings/settings-section';
import { organizationSettingsSchema } from '../settings.schema';

const REASONS = {
  title: 'Cancellation reasons',
  description: 'Offered whenever sessions are cancelled, so that reports can tell what for.',
};

/** What the organization sets for itself; those who may not change it read it. */
export function OrganizationPage() {
  const { can } = usePermissions();
  const mayEdit = can(PF_PERMISSIONS.ORGANIZATION_EDIT);
  return (
    <>
      <PageHeader
        title="Organization"
        subtitle={mayEdit ? undefined : 'Your role can read this. An administrator can change it.'}
      />
      <Stack gap="xl">
        {mayEdit ? <EditableSettings /> : <ReadableSettings />}
        <Divider />
        <ClosedDaysSection />
      </Stack>
    </>
  );
}

function EditableSettings() {
  const { data, error, refetch } = useOrganizationSettings();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <SettingsSkeleton />;
  return (
    <>
      <OrganizationSettingsForm organization={data} />
      <Divider />
      <SettingsSection {...REASONS}>
        <CancellationReasonsForm reasons={organizationSettingsSchema.parse(data.settings).cancellation_reasons} />
      </SettingsSection>
    </>
  );
}

function ReadableSettings() {
  const organization = useOrganization();
  return (
    <>
      <SettingsFacts organization={organization} />
      <Divider />
      <SettingsSection {...REASONS}>
        <ReasonList reasons={organization.settings.cancellation_reasons} />
      </SettingsSection>
    </>
  );
}

function SettingsSkeleton() {
  return (
    <Stack maw={520} role="status" aria-label="Loading">
      <Skeleton height={60} />
      <Skeleton height={76} />
      <Skeleton height={76} />
    </Stack>
  );
}
