import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { EmptyState, ErrorState, GroupTypeBadge, ListSkeleton, StatusBadge } from '@/platform/ui';
import { type PatientEnrollment, usePatientEnrollments } from './api/get-patient-enrollments';
import { enrollmentPeriod } from './enrollment-times';

/** The groups of a patient, present and past: status, place, since and until when, and why it ended. */
export function EnrollmentList({ patientId }: { patientId: string }) {
  const allowed = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  if (!allowed) return <Text c="dimmed">Your role does not include enrollments.</Text>;
  return <VisibleEnrollments patientId={patientId} />;
}

function VisibleEnrollments({ patientId }: { patientId: string }) {
  const { data, error, refetch } = usePatientEnrollments(patientId);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={3} />;
  if (data.length === 0) {
    return (
      <EmptyState
        icon={IconUsersGroup}
        title="In no group yet"
        description="Open a group and its enrollments to enroll this patient."
      />
    );
  }
  const present = data.filter(({ status }) => status !== 'disenrolled');
  const past = data.filter(({ status }) => status === 'disenrolled');
  return (
    <Stack gap="lg">
      <Section title="Now" entries={present} none="In no group at present." />
      {past.length > 0 && <Section title="Past" entries={past} none="" />}
    </Stack>
  );
}

function Section({ title, entries, none }: { title: string; entries: PatientEnrollment[]; none: string }) {
  return (
    <Stack gap="xs" component="section">
      <Title order={3}>{title}</Title>
      {entries.length === 0 && <Text c="dimmed">{none}</Text>}
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </Stack>
  );
}

function Entry({ entry }: { entry: PatientEnrollment }) {
  const { timezone } = useOrganization();
  return (
    <Paper p="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" miw={0}>
          <GroupName group={entry.group} />
          {entry.group && <GroupTypeBadge groupType={entry.group.group_type} />}
        </Group>
        <Group gap="xs">
          {entry.place !== null && <Text size="sm">Place {entry.place}</Text>}
          <StatusBadge kind="enrollment" status={entry.status} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
        {enrollmentPeriod(entry, timezone)}
        {entry.disenroll_reason && `. Reason: ${entry.disenroll_reason}`}
      </Text>
    </Paper>
  );
}

/** Null stands for a group that was deleted or is hidden from the reader. */
function GroupName({ group }: { group: { id: string; name: string } | null }) {
  const { slug } = useOrganization();
  if (!group) return <Text fw={500}>Group not available</Text>;
  return (
    <Anchor
      component={Link}
      to={`/o/${slug}/pm/groups/${group.id}/enrollments`}
      fw={500}
      style={{ overflowWrap: 'anywhere' }}
    >
      {group.name}
    </Anchor>
  );
}
