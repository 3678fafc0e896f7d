import { Button, List, Stack, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { describeError } from '@/platform/supabase/errors';
import { confirmAction, notifyDone } from '@/platform/ui';
import { sessionsWord } from '../list-words';
import { useTakeBackClones } from './api/take-back-clones';
import type { Clone } from './clone-answer.schema';

/** Deletes the groups that were just made, for those who may; says why not where sessions could not be taken back. */
export function TakeBack({ made }: { made: readonly Clone[] }) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const navigate = useNavigate();
  const takingBack = useTakeBackClones();
  const sessions = made.reduce((sum, clone) => sum + clone.sessions.created, 0);
  const hasPatients = made.some(({ patients }) => patients.length > 0);
  if (!can(PM_PERMISSIONS.GROUP_DEFINITIONS_DELETE)) return null;
  if (sessions > 0 && !can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE)) {
    return (
      <Text size="sm" c="dimmed">
        Your role may delete the groups, but not cancel their sessions: so this cannot be taken back in one step.
      </Text>
    );
  }

  async function takeBack() {
    const groups = made.map(({ group }) => group);
    const remaining = await takingBack.mutateAsync(groups);
    if (remaining.length === groups.length && remaining[0]) throw remaining[0].error;
    navigate(`/o/${slug}/pm/groups`, { replace: true });
    const gone = groups.length - remaining.length;
    const left = groups.filter(({ id }) => remaining.some((other) => other.id === id)).map(({ name }) => name);
    notifyDone({
      message: [
        gone === 1 ? '1 new group was deleted.' : `${gone} new groups were deleted.`,
        ...(left.length > 0
          ? [`Still there: ${left.join(', ')}. ${remaining[0] ? describeError(remaining[0].error).message : ''}`]
          : []),
      ].join(' '),
    });
  }

  return (
    <Button
      variant="default"
      onClick={() =>
        confirmAction({
          title: made.length === 1 ? 'Delete the new group?' : `Delete the ${made.length} new groups?`,
          message: (
            <Stack gap="xs">
              <List size="sm" spacing={4}>
                <List.Item>The groups that they were made from stay as they are.</List.Item>
                {hasPatients && <List.Item>Seats and places that patients got in them are given up.</List.Item>}
                {sessions > 0 && (
                  <List.Item>
                    {sessionsWord(sessions)} are cancelled first; they stay in the calendar as cancelled.
                  </List.Item>
                )}
              </List>
              <Text size="sm">A deleted group can be brought back at its address.</Text>
            </Stack>
          ),
          confirmLabel: made.length === 1 ? 'Delete the group' : `Delete ${made.length} groups`,
          danger: true,
          onConfirm: takeBack,
        })
      }
    >
      Undo…
    </Button>
  );
}
