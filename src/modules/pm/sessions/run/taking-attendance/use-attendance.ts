import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useUser } from '@/platform/auth';
import { useOrganization } from '@/platform/organizations';
import { notifyDone } from '@/platform/ui';
import { attendanceQueryOptions } from '../api/get-attendance';
import type { RunningSession } from '../api/get-running-session';
import { tapStore } from '../queue/attendance-queue';
import type { AttendanceStatus } from '../queue/tap';
import { nextRecordedAt } from '../queue/tap-order';
import { useTaps } from '../queue/use-taps';
import { type ListedPerson, listPeople, minutesNow, unrecorded } from './attendance-model';

/** A change of what was recorded, after the session was completed: it waits for its reason. */
export interface Correction {
  person: ListedPerson;
  status: AttendanceStatus | null;
  minutes: number | null;
}

/** The attendance of a session: who is on the list, and how to record it. What is recorded is shown at once and sent when possible. */
export function useAttendance(session: RunningSession) {
  const { id: organizationId } = useOrganization();
  const { id: userId } = useUser();
  const query = useQuery(attendanceQueryOptions(organizationId, session.id));
  const taps = useTaps();
  const ofSession = useMemo(() => taps.filter(({ sessionId }) => sessionId === session.id), [taps, session.id]);
  const people = useMemo(() => query.data && listPeople(query.data, ofSession), [query.data, ofSession]);
  const [correction, setCorrection] = useState<Correction | null>(null);
  // A toast's "Undo" comes later than the render that made it.
  const latest = useRef(people);
  latest.current = people;

  function keep(persons: readonly ListedPerson[], status: AttendanceStatus | null, minutes: number | null) {
    const now = new Date();
    tapStore.put(
      persons.map((person) => ({
        id: crypto.randomUUID(),
        userId,
        organizationId,
        sessionId: session.id,
        patientId: person.patientId,
        participantId: person.patientId === null ? person.participantId : null,
        status,
        minutes,
        recordedAt: nextRecordedAt(now, [person.attendee.recorded_at, person.recordedAt]),
        refusal: null,
      })),
    );
  }

  function record(person: ListedPerson, status: AttendanceStatus | null, minutes: number | null) {
    if (person.status === status && person.minutes === minutes) return;
    if (session.status === 'completed' && person.status !== null) setCorrection({ person, status, minutes });
    else keep([person], status, minutes);
  }

  function recordOthers(status: AttendanceStatus): number {
    const others = unrecorded(latest.current ?? []);
    keep(others, status, null);
    return others.length;
  }

  function takeBack(keys: ReadonlySet<string>, status: AttendanceStatus) {
    keep(
      (latest.current ?? []).filter((person) => keys.has(person.key) && person.status === status),
      null,
      null,
    );
  }

  return {
    ...query,
    people,
    correction,
    endCorrection: () => setCorrection(null),
    setStatus: (person: ListedPerson, status: AttendanceStatus) => {
      if (person.status !== status) record(person, status, minutesNow(status, session, new Date()));
    },
    setMinutes: (person: ListedPerson, minutes: number | null) => record(person, person.status, minutes),
    clear: (person: ListedPerson) => record(person, null, null),
    recordOthers,
    /** Records all who are not recorded yet as present, to be undone while the session runs. */
    allPresent: () => {
      const keys = new Set(unrecorded(latest.current ?? []).map(({ key }) => key));
      const count = recordOthers('present');
      const message = count === 1 ? 'One person is recorded as present.' : `${count} people are recorded as present.`;
      if (session.status === 'completed') notifyDone({ message });
      else notifyDone({ message, undo: { onUndo: () => takeBack(keys, 'present') } });
    },
  };
}

export type Attendance = ReturnType<typeof useAttendance>;
