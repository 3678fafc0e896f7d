import { Grid, Stack } from '@mantine/core';
import { StartNowButton } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatLongDate, todayIn, zoneLabelIfDifferent } from '@/platform/time';
import { PageHeader } from '@/platform/ui';
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
  const maySeeGroups = usePermissions().can(PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW);
  const hasGroups = useHasGroups(maySeeGroups);
  const today = [formatLongDate(todayIn(timezone)), zoneLabelIfDifferent(timezone)].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader title="Home" subtitle={today} action={hasGroups.data && <StartNowButton />} />
      {hasGroups.data === false ? <FirstSteps /> : <Today />}
    </>
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
