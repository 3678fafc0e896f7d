import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { SessionDialogs, StartNowButton, useSessionAddress } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { zoneLabelIfDifferent } from '@/platform/time';
import { PageHeader } from '@/platform/ui';
import { Schedule } from './schedule';
import classes from './schedule-page.module.css';

/** The calendar of the organization, with the panel of a session beside it. */
export function SchedulePage() {
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_SCHEDULE_VIEW}>
      <Page />
    </RequirePermission>
  );
}

function Page() {
  const { timezone } = useOrganization();
  const { openNew } = useSessionAddress();
  const zone = zoneLabelIfDifferent(timezone);
  return (
    <div className={classes.page}>
      <PageHeader
        title="Schedule"
        subtitle={zone && `Times are ${zone}, the organization’s time zone.`}
        action={
          <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_CREATE}>
            <Group gap="xs">
              <StartNowButton />
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openNew()}>
                New session
              </Button>
            </Group>
          </Can>
        }
      />
      <Schedule />
      <SessionDialogs />
    </div>
  );
}
