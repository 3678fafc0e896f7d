import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { usePermissions } from '@/platform/permissions';
import { SessionRoster } from '../session-roster';
import type { RunningSession } from './api/get-running-session';
import { useRunAddress } from './run-address';
import { mayAddDropIn } from './taking-attendance/drop-in-model';

/** Who is expected, for those whose role does not include attendance. */
export function RosterCard({ session }: { session: RunningSession }) {
  const { can } = usePermissions();
  const { open } = useRunAddress();
  const mayAdd = mayAddDropIn(session, can);
  return (
    <Paper p="md">
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <div>
            <Title order={2}>Who is expected</Title>
            <Text size="sm" c="dimmed">
              Your role does not include attendance.{mayAdd && ' Drop-ins that you book are not listed here.'}
            </Text>
          </div>
          {mayAdd && (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => open('drop-in')}
            >
              Add drop-in
            </Button>
          )}
        </Group>
        <SessionRoster session={session} />
      </Stack>
    </Paper>
  );
}
