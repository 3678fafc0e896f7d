import { IconLock } from '@tabler/icons-react';
import { EmptyState } from './empty-state';
import { PageHeader } from './page-header';

/** Stands where a page would be that the person may not see. */
export function NoPermission() {
  return (
    <>
      <PageHeader title="No access" />
      <EmptyState
        icon={IconLock}
        title="Your role does not include this page"
        description="An administrator of your organization can give your role access under Settings, Permissions."
      />
    </>
  );
}
