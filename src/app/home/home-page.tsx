import { Grid, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { StartNowButton } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatLongDate, todayIn, zoneLabelIfDifferent } from '@/platform/time';
import { EmptyState, PageHeader } from '@/platform/ui';
import { useHasGroups } from './api/has-groups';
import { Approvals } from './approvals';
import { FirstSteps } from './first-steps';
import { GroupsToWatch } from './groups-to-watch';
import { MissedSessions } from './missed-sessions';
import { SeriesToExtend } from './series-to-extend';
import { TodaysSessions } from './todays-sessions';

/** What today brings, and what wants a decision. */
export function HomePage() {
  const { timezone } = useOrganization();
  const { can } = usePermissions();
  const maySeeGroups = can(PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW);
  const maySeeToday = maySeeGroups || can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW);
  const hasGroups = useHasGroups(maySeeGroups);
  const today = [formatLongDate(todayIn(timezone)), zoneLabelIfDifferent(timezone)].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader title="Home" subtitle={today} action={hasGroups.data && <StartNowButton />} />
      {!maySeeToday && <NothingOfToday />}
      {maySeeToday && (hasGroups.data === false ? <FirstSteps /> : <Today />)}
    </>
  );
}

/** For a role that includes neither sessions nor groups. */
function NothingOfToday() {
  return (
    <EmptyState
      icon={IconLock}
      title="Your role includes neither sessions nor groups"
      description="What it does include is in the menu. An administrator of your organization can give it more under Settings, Permissions."
    />
  );
}

function Today() {
  const { can } = usePermissions();
  const decides = can(PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT) && can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT);
  return (
    <Grid gap="lg">
      <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_VIEW}>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            <TodaysSessions />
            {decides && <Approvals />}
            <SeriesToExtend />
          </Stack>
        </Grid.Col>
      </Can>
      <Can permission={PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW}>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <GroupsToWatch />
            <MissedSessions />
          </Stack>
        </Grid.Col>
      </Can>
    </Grid>
  );
}
