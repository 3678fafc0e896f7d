import { Box, Button, Group, Stack, Title } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { EmptyState, SeatsBar } from '@/platform/ui';
import { EnrollDialog } from './enroll-dialog';
import type { EntryHandlers } from './entry-actions';
import { type EntryDialog, EntryDialogs } from './entry-dialogs';
import { EntryTable } from './entry-table';
import { HistorySection } from './history-section';
import { RosterMenu } from './roster-menu';
import { isHeld, passedOverBy, type Roster, type RosterEntry, seatsOf } from './roster-model';
import { RosterNotices } from './roster-notices';
import classes from './roster-panel.module.css';
import { useBackCloses } from './use-back-closes';
import { useDeleteEntry } from './use-delete-entry';
import { useDisenrolling } from './use-disenrolling';
import { useWaitlistActions } from './waitlist/use-waitlist-actions';
import { WaitlistSection } from './waitlist/waitlist-section';

/** The open dialog lives in the address, so that "enroll into this group" can be linked. */
const dialogState = z.object({ dialog: z.enum(['enroll', '']).default('') });

export function RosterPanel({ roster }: { roster: Roster }) {
  const [{ dialog: addressed }, setDialog] = useUrlState(dialogState);
  const [dialog, open] = useState<EntryDialog | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const enrollButton = useRef<HTMLButtonElement>(null);
  const { can } = usePermissions();
  const actions = useWaitlistActions(roster.group.id);
  // The row that had the focus is gone by then.
  const focusHeading = () => heading.current?.focus();
  const remove = useDeleteEntry(roster.group.id, focusHeading);
  const disenroll = useDisenrolling(roster.group.id);

  const mayEnroll = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE) && can(PM_PERMISSIONS.PATIENTS_VIEW);
  const takesPatients = mayEnroll && roster.group.status === 'active';
  const close = () => open(null);
  useBackCloses(dialog !== null, close);

  function closeAndFocus() {
    close();
    focusHeading();
  }

  const handlers: EntryHandlers = {
    onPromote: (entry) => {
      if (isHeld(entry) || passedOverBy(roster, entry).length > 0) open({ kind: 'promote', entry });
      else actions.promote(entry);
    },
    onMove: (entry, place) => open({ kind: 'move', entry, place }),
    onHold: (entry) => open({ kind: 'hold', entry }),
    onRelease: actions.release,
    onTransfer: (entry) => open({ kind: 'transfer', entry }),
    onHistory: (holder) => open({ kind: 'history', holder }),
    onDisenroll: (entry) => open({ kind: 'disenroll', entry }),
    onDelete: (entry) => remove(roster, entry),
  };

  async function leave(entry: RosterEntry, reason: string) {
    await disenroll(roster, entry, reason);
    closeAndFocus();
  }

  return (
    <Stack gap="xl">
      <Stack gap="md">
        <Group justify="space-between" align="flex-end">
          <Box w={320} maw="100%">
            <SeatsBar {...seatsOf(roster)} />
          </Box>
          <Group gap="xs">
            <RosterMenu roster={roster} />
            {takesPatients && (
              <Button
                ref={enrollButton}
                leftSection={<IconUserPlus size={16} aria-hidden />}
                onClick={() => setDialog({ dialog: 'enroll' })}
              >
                Enroll patient
              </Button>
            )}
          </Group>
        </Group>
        <RosterNotices roster={roster} />
      </Stack>
      <div className={classes.lists}>
        <Stack gap="xs" component="section">
          <Title order={2} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
            Roster
          </Title>
          {roster.enrolled.length > 0 ? (
            <EntryTable roster={roster} handlers={handlers} />
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
        <WaitlistSection
          roster={roster}
          planned={dialog?.kind === 'move' ? dialog : null}
          error={actions.error}
          handlers={handlers}
        />
      </div>
      <HistorySection groupId={roster.group.id} onOpen={handlers.onHistory} />
      {mayEnroll && (
        <EnrollDialog
          roster={roster}
          opened={addressed === 'enroll'}
          onClose={() => setDialog({ dialog: '' }, { replace: true })}
          onClosed={() => (enrollButton.current ?? heading.current)?.focus()}
        />
      )}
      <EntryDialogs
        roster={roster}
        dialog={dialog}
        onClose={close}
        onGone={closeAndFocus}
        onDisenroll={leave}
        onMove={actions.move}
      />
    </Stack>
  );
}
