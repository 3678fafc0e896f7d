import { Grid, Paper, Stack, Text, Title } from '@mantine/core';
import { useSeatOutlook } from '@/modules/pm/enrollments';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { SeatsBar } from '@/platform/ui';
import type { Group } from './api/get-group';
import { GroupDetails } from './group-details';
import { NextSessions } from './next-sessions';
import { SeatNotices } from './seat-notices';
import { limitSentence } from './sentences';

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
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function SeatsCard({ group }: { group: Group }) {
  const limit = limitSentence(group);
  const { data: outlook } = useSeatOutlook(group.id);
  return (
    <Paper p="md">
      <Title order={2} mb="xs">
        Seats
      </Title>
      <SeatsBar
        taken={group.patient_count}
        capacity={group.max_capacity}
        waiting={group.waitlist_count}
        held={outlook?.held ?? 0}
      />
      {limit && (
        <Text size="sm" mt="xs">
          {limit}
        </Text>
      )}
    </Paper>
  );
}
