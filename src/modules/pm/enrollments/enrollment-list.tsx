import { Stack, Text, Title } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { EmptyState, ErrorState, ListSkeleton } from '@/platform/ui';
import { type PatientEnrollment, usePatientEnrollments } from './api/get-patient-enrollments';
import { EnrollmentEntry } from './enrollment-entry';

interface EnrollmentListProps {
  patientId: string;
  /** What to do while the patient has never been in a group. */
  emptyAction?: ReactNode;
}

/** The groups of a patient, present and past: status, place, since and until when, how it came and why it ended. */
export function EnrollmentList(props: EnrollmentListProps) {
  const allowed = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  if (!allowed) return <Text c="dimmed">Your role does not include enrollments.</Text>;
  return <VisibleEnrollments {...props} />;
}

function VisibleEnrollments({ patientId, emptyAction }: EnrollmentListProps) {
  const { data, error, refetch } = usePatientEnrollments(patientId);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={3} />;
  if (data.length === 0) {
    return (
      <EmptyState
        icon={IconUsersGroup}
        title="In no group yet"
        description="Every group that this patient is enrolled in, or waits for, is listed here."
        action={emptyAction}
      />
    );
  }
  const present = data.filter(({ status }) => status !== 'disenrolled');
  const past = data.filter(({ status }) => status === 'disenrolled');
  return (
    <Stack gap="lg">
      <Section title="Now" none="In no group at present." entries={present} all={data} patientId={patientId} />
      {past.length > 0 && <Section title="Past" none="" entries={past} all={data} patientId={patientId} />}
    </Stack>
  );
}

interface SectionProps {
  title: string;
  none: string;
  entries: readonly PatientEnrollment[];
  all: readonly PatientEnrollment[];
  patientId: string;
}

function Section({ title, none, entries, all, patientId }: SectionProps) {
  return (
    <Stack gap="xs" component="section">
      <Title order={3}>{title}</Title>
      {entries.length === 0 && <Text c="dimmed">{none}</Text>}
      {entries.map((entry) => (
        <EnrollmentEntry key={entry.id} patientId={patientId} entry={entry} all={all} />
      ))}
    </Stack>
  );
}
