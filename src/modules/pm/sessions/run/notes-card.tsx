import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { RunningSession } from './api/get-running-session';
import { useRunAddress } from './run-address';

/** The notes of the session. */
export function NotesCard({ session }: { session: RunningSession }) {
  const mayEdit = usePermissions().can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT);
  const { open } = useRunAddress();
  if (!mayEdit && !session.notes) return null;
  return (
    <Paper p="md">
      <Group justify="space-between" mb={4}>
        <Title order={2}>Notes</Title>
        {mayEdit && (
          <Button variant="subtle" size="compact-md" onClick={() => open('notes')}>
            {session.notes ? 'Edit' : 'Add'}
          </Button>
        )}
      </Group>
      <Text
        size="sm"
        c={session.notes ? undefined : 'dimmed'}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {session.notes ?? 'Nothing noted. Notes are about the session; nothing here belongs to one patient’s record.'}
      </Text>
    </Paper>
  );
}
