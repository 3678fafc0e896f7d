import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { describeError } from '@/platform/supabase/errors';
import { notifyDone } from '@/platform/ui';
import { conflictsQueryOptions } from './api/get-conflicts';
import type { SessionDetail } from './api/get-session';
import { useUpdateSession } from './api/update-session';
import { ConflictList } from './conflict-list';
import { conflictRequestOf } from './conflict-model';
import { isOpen, sessionName } from './session';

/** Says that a session was scheduled in spite of a conflict, what it overlaps now, and takes that back. */
export function SessionOverride({ session }: { session: SessionDetail }) {
  const { can } = usePermissions();
  if (!session.conflict_override || !isOpen(session)) return null;
  return (
    <Alert
      role="note"
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title="Scheduled anyway"
      style={{ overflowWrap: 'anywhere' }}
    >
      <Stack gap="sm">
        <Text size="sm">Quorum does not keep others from booking its people and its room.</Text>
        {session.group && <Overlaps session={session} />}
        {can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT) && <TakeBack session={session} />}
      </Stack>
    </Alert>
  );
}

function Overlaps({ session }: { session: SessionDetail }) {
  const { id } = useOrganization();
  const { data, isError } = useQuery(conflictsQueryOptions(id, conflictRequestOf(session)));
  if (isError) return <Text size="sm">What it overlaps could not be read now.</Text>;
  if (!data) return <Text size="sm">Looking for what it overlaps…</Text>;
  if (data.length === 0) return <Text size="sm">Nothing overlaps with it now.</Text>;
  return <ConflictList conflicts={data} />;
}

function TakeBack({ session }: { session: SessionDetail }) {
  const update = useUpdateSession();

  function save(conflict_override: boolean) {
    return update.mutateAsync({ sessionId: session.id, changes: { conflict_override } });
  }

  // Awaited here: by the time it is done, the panel may have no such alert any more.
  async function takeBack() {
    try {
      await save(false);
    } catch {
      // The refusal is shown below the button.
      return;
    }
    notifyDone({
      message: `The people and the room of ${sessionName(session)} are kept free for it again.`,
      undo: { onUndo: () => save(true) },
    });
  }

  return (
    <>
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        loading={update.isPending}
        onClick={takeBack}
      >
        Keep people and room free again
      </Button>
      {update.error && <Refusal error={update.error} />}
    </>
  );
}

function Refusal({ error }: { error: unknown }) {
  const { message, hint } = describeError(error);
  return (
    <Text size="sm" fw={500} role="alert">
      {['Not yet.', message, hint].filter(Boolean).join(' ')}
    </Text>
  );
}
