import { ActionIcon, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconChecks, IconKeyboard, IconUserPlus } from '@tabler/icons-react';
import { AttendanceBadge } from './attendance-badge';
import { attendanceCounts, type ListedPerson, unrecorded } from './attendance-model';

interface AttendanceToolbarProps {
  titleId: string;
  /** False for a cancelled session, of which nothing is recorded. */
  takesPlace: boolean;
  people: readonly ListedPerson[];
  /** Null where nobody may be recorded as present (yet, or by this person). */
  onAllPresent: (() => void) | null;
  onDropIn: (() => void) | null;
  /** Null for whoever only looks. */
  onHelp: (() => void) | null;
}

/** How far attendance is, and what can be done for many at once. */
export function AttendanceToolbar({
  titleId,
  takesPlace,
  people,
  onAllPresent,
  onDropIn,
  onHelp,
}: AttendanceToolbarProps) {
  const open = unrecorded(people).length;
  return (
    <Group justify="space-between" gap="sm" p={{ base: 'sm', sm: 'md' }}>
      <div>
        <Title order={2} id={titleId} tabIndex={-1}>
          Attendance
        </Title>
        <Group gap={6} mt={4}>
          {attendanceCounts(people).map(({ status, count }) => (
            <AttendanceBadge key={status} status={status} count={count} />
          ))}
          <Text size="sm" c="dimmed">
            {takesPlace ? openWords(open, people.length) : 'Nothing is recorded of a cancelled session.'}
          </Text>
        </Group>
      </div>
      <Group gap="xs">
        {onAllPresent && open > 0 && (
          <Button size="md" variant="light" leftSection={<IconChecks size={18} aria-hidden />} onClick={onAllPresent}>
            {open === people.length ? 'All present' : `Other ${open} present`}
          </Button>
        )}
        {onDropIn && (
          <Button variant="default" size="md" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={onDropIn}>
            Add drop-in
          </Button>
        )}
        {onHelp && (
          <Tooltip label="Keys">
            <ActionIcon
              variant="default"
              size={42}
              aria-label="Attendance by keyboard"
              onClick={onHelp}
              visibleFrom="sm"
            >
              <IconKeyboard size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
    </Group>
  );
}

function openWords(open: number, all: number): string {
  if (all === 0) return '';
  if (open === 0) return `all ${all} recorded`;
  return open === all ? `${all} to record` : `${open} of ${all} to record`;
}
