import { Badge, Divider, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ProblemAlert } from '@/platform/ui';
import { type RosterEntry, rosterQueryOptions } from './api/get-roster';
import type { SessionDetail } from './api/get-session';

/** Who is enrolled on the session's date; nothing for those who may not see enrollments. */
export function SessionRoster({ session }: { session: SessionDetail }) {
  const { id } = useOrganization();
  const { can } = usePermissions();
  const allowed = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  const roster = useQuery({ ...rosterQueryOptions(id, session), enabled: allowed });
  if (!allowed) return null;
  return (
    <Stack gap="xs">
      <Divider mb="xs" />
      <Group gap="xs">
        <Title order={3} size="h4">
          Roster
        </Title>
        {roster.data && (
          <Badge color="gray" circle={roster.data.length < 10} aria-label={`${roster.data.length} on the roster`}>
            {roster.data.length}
          </Badge>
        )}
      </Group>
      {roster.isError ? (
        <ProblemAlert error={roster.error} />
      ) : !roster.data ? (
        <Stack gap={8} role="status" aria-label="Loading the roster">
          <Skeleton height={12} width="55%" />
          <Skeleton height={12} width="65%" />
          <Skeleton height={12} width="45%" />
        </Stack>
      ) : (
        <Names entries={roster.data} />
      )}
    </Stack>
  );
}

function Names({ entries }: { entries: readonly RosterEntry[] }) {
  const { can } = usePermissions();
  if (entries.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nobody is enrolled on this date.
      </Text>
    );
  if (!can(PM_PERMISSIONS.PATIENTS_VIEW))
    return (
      <Text size="sm" c="dimmed">
        Your role does not include patients’ names.
      </Text>
    );
  return (
    <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
      {entries.map(({ id, patient }) => (
        <Group component="li" key={id} gap="xs" wrap="nowrap" justify="space-between">
          <Text size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {patient ? `${patient.last_name}, ${patient.preferred_name || patient.first_name}` : 'Deleted patient'}
          </Text>
          {patient && (
            <Text size="xs" c="dimmed" style={{ flexShrink: 0, maxWidth: '40%' }} truncate>
              {patient.mrn}
            </Text>
          )}
        </Group>
      ))}
    </Stack>
  );
}
