import { onKeptForgotten } from '@/platform/auth/kept-data';
import { queryClient } from '@/platform/query';
import { readErrorParts } from '@/platform/supabase/error-shape';
import { describeError, isSessionRefused } from '@/platform/supabase/errors';
import type { Attendee } from '../api/get-attendance';
import { runKeys } from '../api/keys';
import { type Recorded, recordAttendance } from '../api/record-attendance';
import { personKey, type Tap } from './tap';
import { createTapSender } from './tap-sender';
import { createTapStore } from './tap-store';

/** What is kept on this device, for all pages and tabs. */
export const tapStore = createTapStore({
  get storage() {
    return localStorage;
  },
  watch: (notice) => {
    const onStorage = () => notice('changed');
    window.addEventListener('storage', onStorage);
    const unregister = onKeptForgotten(() => notice('forgotten'));
    return () => {
      window.removeEventListener('storage', onStorage);
      unregister();
    };
  },
});

/** Sends it; one tab at a time, where the browser can tell them apart. What would be sent twice counts once all the same. */
export const tapSender = createTapSender({
  store: tapStore,
  send: async (taps) => {
    const [first] = taps;
    if (!first) return;
    const recorded = await recordAttendance(first.sessionId, taps);
    await showRecorded(first, recorded);
  },
  refusalOf,
  exclusively: async (work) => {
    if (navigator.locks === undefined) await work();
    else await navigator.locks.request('quorum.kept.attendance', work);
  },
});

/** Answers that may be another in a moment: nobody was reached, the session ended, the server was busy. */
const FOR_NOW = new Set(['NETWORK', '40001', '40P01', '53300', '55P03', '57014', '57P01']);

function refusalOf(error: unknown): string | null {
  if (isSessionRefused(error)) return null;
  // A fault that has no words is a refusal too: it must not stand in the way of all that comes after it.
  const code = describeError(error).code ?? readErrorParts(error).code;
  return code === '' || FOR_NOW.has(code) ? null : code;
}

/** Puts what is stored now into the list that is shown, so that nothing flickers between the answer and the next reading. */
async function showRecorded({ organizationId, sessionId }: Tap, recorded: readonly Recorded[]): Promise<void> {
  const queryKey = runKeys.attendance(organizationId, sessionId);
  // A list that is on its way may be older than what was recorded.
  await queryClient.cancelQueries({ queryKey });
  const byPerson = new Map(
    recorded.map((row) => [personKey({ patientId: row.patient_id, participantId: row.id }), row]),
  );
  queryClient.setQueryData<Attendee[]>(queryKey, (attendees) =>
    attendees?.map((attendee) => {
      const row = byPerson.get(personKey({ patientId: attendee.patient_id, participantId: attendee.participant_id }));
      return row ? { ...attendee, ...pick(row), participant_id: row.id } : attendee;
    }),
  );
  void queryClient.invalidateQueries({ queryKey });
}

function pick({ attendance_status, minutes, recorded_by, recorded_at }: Recorded) {
  return { attendance_status, minutes, recorded_by, recorded_at };
}
