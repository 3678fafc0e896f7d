import { Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { EmptyState, ProblemAlert, SeatsBar } from '@/platform/ui';
import { DisenrollDialog } from './disenroll-dialog';
import { EnrollDialog } from './enroll-dialog';
import { EntryTable } from './entry-table';
import { HistorySection } from './history-section';
import { MoveDialog } from './move-dialog';
import { type Roster, type RosterEntry, seatsOf } from './roster-model';
import { RosterNotices } from './roster-notices';
import classes from './roster-panel.module.css';
import { useDeleteEntry } from './use-delete-entry';
import { useDisenrolling } from './use-disenrolling';
import { useSeatActions } from './use-seat-actions';

/** The open dialog lives in the address, so that "enroll into this group" can be linked. */
const dialogState = z.object({ dialog: z.enum(['enroll', '']).default('') });

export function RosterPanel({ roster }: { roster: Roster }) {
  const [{ dialog }, setDialog] = useUrlState(dialogState);
  const [leaving, setLeaving] = useState<RosterEntry | null>(null);
  const [moving, setMoving] = useState<RosterEntry | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { can } = usePermissions();
  const actions = useSeatActions();
  // The row that had the focus is gone by then.
  const focusHeading = () => heading.current?.focus();
  const remove = useDeleteEntry(roster.group.id, focusHeading);
  const disenroll = useDisenrolling(roster.group.id);

  const mayEnroll = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE) && can(PM_PERMISSIONS.PATIENTS_VIEW);
  const takesPatients = mayEnroll && roster.group.status === 'active';
  const enrollButton = takesPatients && (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setDialog({ dialog: 'enroll' })}>
      Enroll patient
    </Button>
  );
  const handlers = {
    onPromote: actions.promote,
    onMove: actions.move,
    onChoosePlace: setMoving,
    onDisenroll: setLeaving,
    onDelete: (entry: RosterEntry) => remove(roster, entry),
  };

  async function leave(entry: RosterEntry, reason: string) {
    await disenroll(entry, reason);
    setLeaving(null);
    focusHeading();
  }

  return (
    <Stack gap="xl">
      <Stack gap="md">
        <Group justify="space-between" align="flex-end">
          <Box w={260} maw="100%">
            <SeatsBar {...seatsOf(roster)} />
          </Box>
          {enrollButton}
        </Group>
        <RosterNotices roster={roster} />
      </Stack>
      <div className={classes.lists}>
        <Stack gap="xs" component="section">
          <Title order={2} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
            Roster
          </Title>
          {roster.enrolled.length > 0 ? (
            <EntryTable caption="Roster" roster={roster} entries={roster.enrolled} handlers={handlers} />
          ) : (
            <EmptyState
              icon={IconUsers}
              title="Nobody is enrolled yet"
              description={
                takesPatients ? 'Enroll the first patient: three letters of the name are enough to find one.' : null
              }
            />
          )}
        </Stack>
        <Stack gap="xs" component="section">
          <Title order={2}>Waitlist</Title>
          <ProblemAlert error={actions.error} />
          {roster.waiting.length > 0 ? (
            <EntryTable caption="Waitlist" roster={roster} entries={roster.waiting} withPlaces handlers={handlers} />
          ) : (
            <Text c="dimmed" size="sm">
              Nobody waits. When all seats are taken, further patients wait here and move up as seats come free.
            </Text>
          )}
        </Stack>
      </div>
      <HistorySection groupId={roster.group.id} />
      {mayEnroll && (
        <EnrollDialog
          roster={roster}
          opened={dialog === 'enroll'}
          onClose={() => setDialog({ dialog: '' }, { replace: true })}
        />
      )}
      <DisenrollDialog roster={roster} entry={leaving} onClose={() => setLeaving(null)} onDisenroll={leave} />
      <MoveDialog waiting={roster.waiting} entry={moving} onClose={() => setMoving(null)} onMove={actions.move} />
    </Stack>
  );
}
