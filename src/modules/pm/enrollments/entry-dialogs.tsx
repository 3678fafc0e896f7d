import { DisenrollDialog } from './disenroll-dialog';
import type { Roster, RosterEntry, WaitingEntry } from './roster-model';
import { SeatHistoryDialog, type SeatHolder } from './timeline/seat-history-dialog';
import { TransferDialog } from './transfer/transfer-dialog';
import { HoldDialog } from './waitlist/hold-dialog';
import { MoveDialog } from './waitlist/move-dialog';
import { PromoteDialog } from './waitlist/promote-dialog';

/** The one dialog about a patient that is open. */
export type EntryDialog =
  | { kind: 'disenroll' | 'transfer'; entry: RosterEntry }
  | { kind: 'history'; holder: SeatHolder }
  | { kind: 'hold' | 'promote'; entry: WaitingEntry }
  | { kind: 'move'; entry: WaitingEntry; place: number | null };

interface EntryDialogsProps {
  roster: Roster;
  dialog: EntryDialog | null;
  onClose: () => void;
  /** Follows when the patient's row has gone. */
  onGone: () => void;
  onDisenroll: (entry: RosterEntry, reason: string) => Promise<void>;
  onMove: (entry: RosterEntry, place: number, reason: string) => void;
}

/** The dialogs that the menus of roster and waitlist open. */
export function EntryDialogs({ roster, dialog, onClose, onGone, onDisenroll, onMove }: EntryDialogsProps) {
  return (
    <>
      <DisenrollDialog
        roster={roster}
        entry={dialog?.kind === 'disenroll' ? dialog.entry : null}
        onClose={onClose}
        onDisenroll={onDisenroll}
      />
      <TransferDialog
        roster={roster}
        entry={dialog?.kind === 'transfer' ? dialog.entry : null}
        onClose={onClose}
        onDone={onGone}
      />
      <MoveDialog
        waiting={roster.waiting}
        move={dialog?.kind === 'move' ? dialog : null}
        onClose={onClose}
        onMove={onMove}
      />
      <HoldDialog entry={dialog?.kind === 'hold' ? dialog.entry : null} onClose={onClose} />
      <PromoteDialog
        roster={roster}
        entry={dialog?.kind === 'promote' ? dialog.entry : null}
        onClose={onClose}
        onDone={onGone}
      />
      <SeatHistoryDialog
        groupId={roster.group.id}
        holder={dialog?.kind === 'history' ? dialog.holder : null}
        onClose={onClose}
      />
    </>
  );
}
