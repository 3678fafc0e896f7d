import { useMemo } from 'react';
import * as z from 'zod/mini';
import { presentParams, useUrlState } from '@/platform/query';
import type { Slot } from './session-form-model';

const identifier = z._default(z.union([z.guid(), z.literal('')]), '');
const clock = z._default(z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)), '');

/** Dialogs about the session of the address. */
const DIALOGS_OF_SESSION = ['edit', 'cancel', 'notes', 'substitute', 'room', 'edit-series', 'cancel-series'] as const;

/** Dialogs that stand for themselves. */
const OTHER_DIALOGS = ['new', 'series', 'extend-series', 'cancel-several', 'subscribe'] as const;

export type DialogOfSession = (typeof DIALOGS_OF_SESSION)[number];

/** What of sessions is open on the page, as the address holds it; anything else in there is taken as nothing. */
export const sessionAddressSchema = z.object({
  /** The session in the panel. */
  session: identifier,
  dialog: z._default(z.enum(['', ...DIALOGS_OF_SESSION, ...OTHER_DIALOGS]), ''),
  /** For `new`, `series` and `cancel-several`: the group, and what was selected in the calendar. */
  group: identifier,
  on: z._default(z.union([z.iso.date(), z.literal('')]), ''),
  from: clock,
  until: clock,
  /** Facilitator and location of what was selected; the calendar's filters have taken those two words. */
  person: identifier,
  room: z._default(z.string().check(z.maxLength(100)), ''),
  /** For `extend-series`. */
  series: identifier,
});

export type SessionAddress = z.output<typeof sessionAddressSchema>;

const NO_DIALOG = {
  dialog: '',
  group: '',
  on: '',
  from: '',
  until: '',
  person: '',
  room: '',
  series: '',
} as const satisfies Partial<SessionAddress>;

interface Planned {
  group?: string;
  slot?: Slot;
}

/** Opens and closes the panel and the dialogs of sessions by way of the address. */
export function useSessionAddress() {
  const [address, setAddress] = useUrlState(sessionAddressSchema);
  return useMemo(
    () => ({
      address,
      openSession: (session: string) => setAddress({ ...NO_DIALOG, session }),
      closeSession: () => setAddress({ ...NO_DIALOG, session: '' }),
      /** About the session that is open in the panel. */
      openDialog: (dialog: DialogOfSession) => setAddress({ ...NO_DIALOG, dialog }),
      /** About a session that is not open yet. */
      openDialogOf: (session: string, dialog: DialogOfSession) => setAddress({ ...NO_DIALOG, session, dialog }),
      openNew: (planned: Planned = {}) => setAddress({ ...NO_DIALOG, dialog: 'new', ...plannedAddress(planned) }),
      openSeries: (planned: Planned = {}) => setAddress({ ...NO_DIALOG, dialog: 'series', ...plannedAddress(planned) }),
      openExtendSeries: (series: string) => setAddress({ ...NO_DIALOG, dialog: 'extend-series', series }),
      /** `on`: the day (`YYYY-MM-DD`) to begin with. */
      openCancelSeveral: ({ on = '', group = '' }: { on?: string; group?: string } = {}) =>
        setAddress({ ...NO_DIALOG, dialog: 'cancel-several', on, group }),
      openSubscribe: () => setAddress({ ...NO_DIALOG, dialog: 'subscribe' }),
      closeDialog: () => {
        // It was closed already while it saved, and what is open since is another's.
        if ((presentParams().get('dialog') ?? '') === address.dialog) setAddress(NO_DIALOG);
      },
    }),
    [address, setAddress],
  );
}

/** Whether a dialog of the address is about the session of the address. */
export function isDialogOfSession(dialog: SessionAddress['dialog']): dialog is DialogOfSession {
  return DIALOGS_OF_SESSION.some((known) => known === dialog);
}

/** What was selected in the calendar, as the address holds it. */
export function addressSlot({ on, from, until, person, room }: SessionAddress): Slot {
  return { date: on, start: from, end: until, facilitatorId: person || null, location: room };
}

function plannedAddress({ group = '', slot }: Planned): Partial<SessionAddress> {
  return {
    group,
    on: slot?.date ?? '',
    from: slot?.start ?? '',
    until: slot?.end ?? '',
    person: slot?.facilitatorId ?? '',
    room: slot?.location ?? '',
  };
}
