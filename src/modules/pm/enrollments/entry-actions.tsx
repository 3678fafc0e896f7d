import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowsMoveVertical,
  IconArrowUp,
  IconChevronsUp,
  IconDots,
  IconLogout,
  IconTrash,
} from '@tabler/icons-react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { patientName } from './patient-identity';
import { freeSeats, type Roster, type RosterEntry } from './roster-model';

export interface EntryHandlers {
  onPromote: (entry: RosterEntry) => unknown;
  onMove: (entry: RosterEntry, place: number) => unknown;
  onChoosePlace: (entry: RosterEntry) => unknown;
  onDisenroll: (entry: RosterEntry) => unknown;
  onDelete: (entry: RosterEntry) => unknown;
}

interface EntryActionsProps extends EntryHandlers {
  entry: RosterEntry;
  roster: Roster;
}

/** Whether there is anything for this person to do with an enrollment. */
export function useMayChangeEnrollments(): boolean {
  const { can } = usePermissions();
  return can(PM_PERMISSIONS.GROUP_ENROLLMENTS_EDIT) || can(PM_PERMISSIONS.GROUP_ENROLLMENTS_DELETE);
}

/** The menu of one patient on the roster or the waitlist; it offers what the person may do and what is possible now. */
export function EntryActions({ entry, roster, onDisenroll, onDelete, ...waitlistHandlers }: EntryActionsProps) {
  const { can } = usePermissions();
  const waits = entry.status === 'waitlisted';
  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Actions for ${patientName(entry.patient)}`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {can(PM_PERMISSIONS.GROUP_ENROLLMENTS_EDIT) && (
          <>
            {waits && <WaitlistItems entry={entry} roster={roster} {...waitlistHandlers} />}
            <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => onDisenroll(entry)}>
              {waits ? 'Take off the waitlist…' : 'Disenroll…'}
            </Menu.Item>
          </>
        )}
        {can(PM_PERMISSIONS.GROUP_ENROLLMENTS_DELETE) && (
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => onDelete(entry)}
          >
            Delete, made by mistake…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

type WaitlistItemsProps = Omit<EntryActionsProps, 'onDisenroll' | 'onDelete'>;

function WaitlistItems({ entry, roster, onPromote, onMove, onChoosePlace }: WaitlistItemsProps) {
  const place = roster.waiting.indexOf(entry) + 1;
  const last = roster.waiting.length;
  return (
    <>
      {roster.group.status === 'active' && freeSeats(roster) > 0 && (
        <Menu.Item leftSection={<IconChevronsUp size={16} aria-hidden />} onClick={() => onPromote(entry)}>
          Promote to a seat
        </Menu.Item>
      )}
      {place > 1 && (
        <Menu.Item leftSection={<IconArrowUp size={16} aria-hidden />} onClick={() => onMove(entry, place - 1)}>
          Move up
        </Menu.Item>
      )}
      {place < last && (
        <Menu.Item leftSection={<IconArrowDown size={16} aria-hidden />} onClick={() => onMove(entry, place + 1)}>
          Move down
        </Menu.Item>
      )}
      {last > 2 && (
        <Menu.Item leftSection={<IconArrowsMoveVertical size={16} aria-hidden />} onClick={() => onChoosePlace(entry)}>
          Move to place…
        </Menu.Item>
      )}
    </>
  );
}
