import { Divider, Skeleton, Stack } from '@mantine/core';
import { Fragment } from 'react';
import { PF_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ErrorState, PageHeader } from '@/platform/ui';
import { useOrganizationSettings } from '../api/get-organization-settings';
import { ClosedDaysSection } from '../closed-days/closed-days-section';
import { useOrganization } from '../organization-context';
import { NameList } from '../settings/name-list';
import { NameListForm } from '../settings/name-list-form';
import { CANCELLATION_REASONS, LOCATIONS } from '../settings/name-list-kinds';
import { OrganizationSettingsForm } from '../settings/organization-settings-form';
import { SettingsFacts } from '../settings/settings-facts';
import { SettingsSection } from '../settings/settings-section';
import { organizationSettingsSchema } from '../settings.schema';

const NAME_LISTS = [LOCATIONS, CANCELLATION_REASONS];

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
  const settings = organizationSettingsSchema.parse(data.settings);
  return (
    <>
      <OrganizationSettingsForm organization={data} />
      {NAME_LISTS.map((kind) => (
        <Fragment key={kind.key}>
          <Divider />
          <SettingsSection title={kind.title} description={kind.description}>
            <NameListForm kind={kind} names={settings[kind.key]} />
          </SettingsSection>
        </Fragment>
      ))}
    </>
  );
}

function ReadableSettings() {
  const organization = useOrganization();
  return (
    <>
      <SettingsFacts organization={organization} />
      {NAME_LISTS.map((kind) => (
        <Fragment key={kind.key}>
          <Divider />
          <SettingsSection title={kind.title} description={kind.description}>
            <NameList kind={kind} names={organization.settings[kind.key]} />
          </SettingsSection>
        </Fragment>
      ))}
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
