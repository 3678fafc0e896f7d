import { ActionIcon, Button, Collapse, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconHistory } from '@tabler/icons-react';
import { useId } from 'react';
import { useOrganization } from '@/platform/organizations';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { type HistoryEntry, useHistory } from './api/get-history';
import { enrollmentPeriod } from './enrollment-times';
import { PatientCell } from './patient-cell';
import { patientName } from './patient-identity';
import type { SeatHolder } from './timeline/seat-history-dialog';

interface HistoryProps {
  groupId: string;
  /** Asks for everything that happened to a patient's seat. */
  onOpen: (holder: SeatHolder) => void;
}

/** Who was in the group and is not any more, folded away until asked for. */
export function HistorySection({ groupId, onOpen }: HistoryProps) {
  const [opened, { toggle }] = useDisclosure(false);
  const contentId = useId();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <section>
      <Button
        variant="subtle"
        color="gray"
        px="xs"
        leftSection={<Chevron size={16} aria-hidden />}
        onClick={toggle}
        aria-expanded={opened}
        aria-controls={contentId}
      >
        Disenrolled patients
      </Button>
      <Collapse expanded={opened} id={contentId}>
        {opened && <History groupId={groupId} onOpen={onOpen} />}
      </Collapse>
    </section>
  );
}

function History({ groupId, onOpen }: HistoryProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(groupId);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={3} />;
  const entries = data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return (
      <Text c="dimmed" size="sm" p="xs">
        Nobody has left this group yet.
      </Text>
    );
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Table aria-label="Disenrolled patients">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Patient</Table.Th>
            <Table.Th>When and why</Table.Th>
            <Table.Th w={56}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <HistoryRow key={entry.id} entry={entry} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </Table>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          Show earlier ones
        </Button>
      )}
    </Stack>
  );
}

function HistoryRow({ entry, onOpen }: { entry: HistoryEntry; onOpen: HistoryProps['onOpen'] }) {
  const { timezone } = useOrganization();
  return (
    <Table.Tr>
      <Table.Td>
        <PatientCell patient={entry.patient} />
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {enrollmentPeriod({ ...entry, status: 'disenrolled' }, timezone)}
        {entry.disenroll_reason && (
          <Text size="sm" c="dimmed">
            {entry.disenroll_reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Seat history of ${patientName(entry.patient)}`}
          onClick={() => onOpen(entry)}
        >
          <IconHistory size={18} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
