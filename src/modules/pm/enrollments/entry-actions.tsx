import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsExchange, IconDots, IconHistory, IconLogout, IconTrash } from '@tabler/icons-react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { patientName } from './patient-identity';
import type { Roster, RosterEntry } from './roster-model';
import type { SeatHolder } from './timeline/seat-history-dialog';
import { type WaitlistHandlers, WaitlistItems } from './waitlist/waitlist-items';

export interface EntryHandlers extends WaitlistHandlers {
  onTransfer: (entry: RosterEntry) => unknown;
  onHistory: (holder: SeatHolder) => unknown;
  onDisenroll: (entry: RosterEntry) => unknown;
  onDelete: (entry: RosterEntry) => unknown;
}

interface EntryActionsProps extends EntryHandlers {
  entry: RosterEntry;
  roster: Roster;
}

const ICON = { size: 16, 'aria-hidden': true } as const;

/** The menu of one patient on the roster or the waitlist; it offers what the person may do and what is possible now. */
export function EntryActions({ entry, roster, ...handlers }: EntryActionsProps) {
  const { can } = usePermissions();
  const name = patientName(entry.patient);
  const mayEdit = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_EDIT);
  const mayDelete = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_DELETE);
  if (!mayEdit && !mayDelete) {
    // Who may only look is not offered a menu of one thing.
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Seat history of ${name}`}
        onClick={() => handlers.onHistory(entry)}
      >
        <IconHistory size={18} aria-hidden />
      </ActionIcon>
    );
  }
  const waiting = roster.waiting.find(({ id }) => id === entry.id);
  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Actions for ${name}`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown ta="left">
        {mayEdit && waiting && <WaitlistItems entry={waiting} roster={roster} {...handlers} />}
        {mayEdit && can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE) && (
          <Menu.Item leftSection={<IconArrowsExchange {...ICON} />} onClick={() => handlers.onTransfer(entry)}>
            Transfer…
          </Menu.Item>
        )}
        {mayEdit && (
          <Menu.Item leftSection={<IconLogout {...ICON} />} onClick={() => handlers.onDisenroll(entry)}>
            {waiting ? 'Take off the waitlist…' : 'Disenroll…'}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconHistory {...ICON} />} onClick={() => handlers.onHistory(entry)}>
          Seat history
        </Menu.Item>
        {mayDelete && (
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconTrash {...ICON} />}
            onClick={() => handlers.onDelete(entry)}
          >
            Delete, made by mistake…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
