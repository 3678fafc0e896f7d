import { Anchor, Button, Collapse, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { GroupTypeBadge, StatusBadge } from '@/platform/ui';
import type { PatientEnrollment } from './api/get-patient-enrollments';
import { enrollmentFacts } from './enrollment-facts';
import { EntryDeparture } from './entry-departure';
import { SeatTimeline } from './timeline/seat-timeline';

interface EnrollmentEntryProps {
  patientId: string;
  entry: PatientEnrollment;
  /** All enrollments of the patient: a transfer leads from one to another. */
  all: readonly PatientEnrollment[];
}

/** One enrollment of a patient: status, place, since and until when, why; its history can be unfolded. */
export function EnrollmentEntry({ patientId, entry, all }: EnrollmentEntryProps) {
  const { timezone } = useOrganization();
  const [opened, { toggle }] = useDisclosure(false);
  const historyId = useId();
  const Chevron = opened ? IconChevronUp : IconChevronDown;
  const facts = enrollmentFacts(entry, {
    timezone,
    today: todayIn(timezone),
    fromGroup: all.find(({ id }) => id === entry.transferred_from_id)?.group?.name ?? null,
    toGroup: nameOf(all.find(({ transferred_from_id }) => transferred_from_id === entry.id)),
  });
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
        {facts.join(' ')}
      </Text>
      <Group gap={4} mt={6} ml={-8}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          rightSection={<Chevron size={14} aria-hidden />}
          onClick={toggle}
          aria-expanded={opened}
          aria-controls={historyId}
          aria-label={`History in ${entry.group?.name ?? 'this group'}`}
        >
          History
        </Button>
        <EntryDeparture entry={entry} />
      </Group>
      <Collapse expanded={opened} id={historyId}>
        {opened && (
          <div style={{ paddingBlock: 12 }}>
            <SeatTimeline patientId={patientId} groupId={entry.group_definition_id} />
          </div>
        )}
      </Collapse>
    </Paper>
  );
}

function nameOf(next: PatientEnrollment | undefined): string | null {
  return next ? (next.group?.name ?? 'another group') : null;
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
