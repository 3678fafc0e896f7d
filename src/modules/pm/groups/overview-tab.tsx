import { Grid, Paper, Stack, Title } from '@mantine/core';
import { GroupQuestionSets } from '@/modules/pm/question-sets';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { SeatsBar } from '@/platform/ui';
import type { Group } from './api/get-group';
import { useHeldBack } from './api/get-held-back';
import { GroupDetails } from './group-details';
import { NextSessions } from './next-sessions';
import { SeatNotices } from './seat-notices';

/** What a group is at a glance: its facts, its seats, its next sessions. */
export function OverviewTab({ group }: { group: Group }) {
  return (
    <Stack gap="lg">
      <SeatNotices group={group} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Paper p="md">
            <GroupDetails group={group} />
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Can permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW}>
              <SeatsCard group={group} />
            </Can>
            <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_VIEW}>
              <NextSessions groupId={group.id} />
            </Can>
            <Can permission={PM_PERMISSIONS.QUESTION_SETS_VIEW}>
              <GroupQuestionSets group={group} />
            </Can>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function SeatsCard({ group }: { group: Group }) {
  const held = useHeldBack(group);
  return (
    <Paper p="md">
      <Title order={2} mb="xs">
        Seats
      </Title>
      <SeatsBar taken={group.patient_count} capacity={group.max_capacity} waiting={group.waitlist_count} held={held} />
    </Paper>
  );
}
