import { Alert, Button, Group as Row, Stack, Text } from '@mantine/core';
import { IconArrowMerge, IconCalendarOff, IconTrendingDown, IconUserPlus } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatSessionTime } from '@/platform/time';
import type { Group } from './api/get-group';
import { useNextSessions } from './api/get-next-sessions';
import { useGroupDialog } from './group-dialog';
import classes from './under-minimum-notice.module.css';
import { useGroupPowers } from './use-group-powers';
import { underMinimumSentence } from './watch-sentences';

/** A group that is not enough for its next session, with the ways to mend that. */
export function UnderMinimumNotice({ group }: { group: Group }) {
  const { timezone } = useOrganization();
  const { openInvite, openMerge, openCancelNext } = useGroupDialog();
  const { mayInvite, mayMerge, mayCancelNext } = useGroupPowers();
  const seesSchedule = usePermissions().can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW);
  const { data: sessions } = useNextSessions(group.id, seesSchedule);
  const next = sessions?.find(({ status }) => status === 'scheduled');
  return (
    <Alert color="yellow" icon={<IconTrendingDown aria-hidden />} title="Under the minimum">
      <Stack gap="sm">
        <Text size="sm">
          {underMinimumSentence(group, next ? formatSessionTime(next.starts_at, next.ends_at, timezone) : null)}
        </Text>
        <Row gap="xs" className={classes.choices}>
          {mayInvite && (
            <Button variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={openInvite}>
              Invite from waitlists…
            </Button>
          )}
          {mayMerge && (
            <Button variant="default" leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={openMerge}>
              Merge into another group…
            </Button>
          )}
          {mayCancelNext && next && (
            <Button variant="default" leftSection={<IconCalendarOff size={16} aria-hidden />} onClick={openCancelNext}>
              Cancel and tell everyone…
            </Button>
          )}
        </Row>
      </Stack>
    </Alert>
  );
}
