import { Badge, Divider, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ProblemAlert } from '@/platform/ui';
import type { RosterEntry } from './api/get-roster';

interface PatientNamesProps {
  title: string;
  /** What the number counts: "7 on the roster". */
  counted: string;
  loading: string;
  none: string;
  entries: readonly RosterEntry[] | undefined;
  error: unknown;
  /** Shows the places in line. */
  numbered?: boolean;
  /** What can be done with the list, beside its title. */
  action?: ReactNode;
}

/** Patients under a heading; their names only for those who may see patients. */
export function PatientNames({
  title,
  counted,
  loading,
  none,
  entries,
  error,
  numbered = false,
  action,
}: PatientNamesProps) {
  return (
    <Stack gap="xs">
      <Divider mb="xs" />
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Title order={3} size="h4">
            {title}
          </Title>
          {entries && (
            <Badge color="gray" circle={entries.length < 10} role="img" aria-label={`${entries.length} ${counted}`}>
              {entries.length}
            </Badge>
          )}
        </Group>
        {action}
      </Group>
      {error ? (
        <ProblemAlert error={error} />
      ) : !entries ? (
        <Stack gap={8} role="status" aria-label={loading}>
          <Skeleton height={12} width="55%" />
          <Skeleton height={12} width="65%" />
          <Skeleton height={12} width="45%" />
        </Stack>
      ) : (
        <Names entries={entries} none={none} numbered={numbered} />
      )}
    </Stack>
  );
}

interface NamesProps {
  entries: readonly RosterEntry[];
  none: string;
  numbered: boolean;
}

function Names({ entries, none, numbered }: NamesProps) {
  const { can } = usePermissions();
  if (entries.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  if (!can(PM_PERMISSIONS.PATIENTS_VIEW))
    return (
      <Text size="sm" c="dimmed">
        Your role does not include patients’ names.
      </Text>
    );
  return (
    <Stack component={numbered ? 'ol' : 'ul'} gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
      {entries.map(({ id, patient }, index) => (
        <Group component="li" key={id} gap="xs" wrap="nowrap" justify="space-between">
          <Text size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {numbered && (
              <Text span c="dimmed" inherit style={{ fontVariantNumeric: 'tabular-nums' }}>
                {index + 1}.{' '}
              </Text>
            )}
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
