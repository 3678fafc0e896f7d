import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowsMoveVertical,
  IconArrowUp,
  IconChevronsUp,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { freeSeats, isHeld, type Roster, type WaitingEntry } from '../roster-model';

export interface WaitlistHandlers {
  onPromote: (entry: WaitingEntry) => unknown;
  /** Takes the place (1 = next); null asks for it. */
  onMove: (entry: WaitingEntry, place: number | null) => unknown;
  onHold: (entry: WaitingEntry) => unknown;
  onRelease: (entry: WaitingEntry) => unknown;
}

interface WaitlistItemsProps extends WaitlistHandlers {
  entry: WaitingEntry;
  roster: Roster;
}

const ICON = { size: 16, 'aria-hidden': true } as const;

/** What can be done about somebody who waits. */
export function WaitlistItems({ entry, roster, onPromote, onMove, onHold, onRelease }: WaitlistItemsProps) {
  const place = roster.waiting.indexOf(entry) + 1;
  const last = roster.waiting.length;
  const held = isHeld(entry);
  const outOfTurn = held || roster.waiting.slice(0, place - 1).some((other) => !isHeld(other));
  return (
    <>
      {roster.group.status === 'active' && freeSeats(roster) > 0 && (
        <Menu.Item leftSection={<IconChevronsUp {...ICON} />} onClick={() => onPromote(entry)}>
          Promote to a seat{outOfTurn ? '…' : ''}
        </Menu.Item>
      )}
      {place > 1 && (
        <Menu.Item leftSection={<IconArrowUp {...ICON} />} onClick={() => onMove(entry, place - 1)}>
          Move up…
        </Menu.Item>
      )}
      {place < last && (
        <Menu.Item leftSection={<IconArrowDown {...ICON} />} onClick={() => onMove(entry, place + 1)}>
          Move down…
        </Menu.Item>
      )}
      {last > 2 && (
        <Menu.Item leftSection={<IconArrowsMoveVertical {...ICON} />} onClick={() => onMove(entry, null)}>
          Move to place…
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconPlayerPause {...ICON} />} onClick={() => onHold(entry)}>
        {held ? 'Change the hold…' : 'Hold back…'}
      </Menu.Item>
      {held && (
        <Menu.Item leftSection={<IconPlayerPlay {...ICON} />} onClick={() => onRelease(entry)}>
          Release from hold
        </Menu.Item>
      )}
    </>
  );
}
