import type { AttendanceStatus, Tap } from './tap';
import { createTapStore, type TapStoreGround } from './tap-store';

/** A browser's storage, shared by all stores that are opened on it, as by tabs. */
export function sharedStorage() {
  const entries = new Map<string, string>();
  const watchers = new Set<(event: 'changed' | 'forgotten') => void>();
  const storage: TapStoreGround['storage'] = {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      entries.set(key, value);
    },
    removeItem: (key) => {
      entries.delete(key);
    },
    key: (index) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  };
  return {
    entries,
    storage,
    openStore: (ground: TapStoreGround['storage'] = storage) =>
      createTapStore({
        storage: ground,
        watch: (notice) => {
          watchers.add(notice);
          return () => watchers.delete(notice);
        },
      }),
    tell: (event: 'changed' | 'forgotten') => {
      for (const watcher of watchers) watcher(event);
    },
  };
}

/** The nth identifier of its kind, always the same. */
export function guid(nth: number): string {
  return `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
}

interface TapFacts {
  id?: string;
  person?: number;
  session?: number;
  status?: AttendanceStatus | null;
  at?: string;
  refusal?: string | null;
}

export function tap({
  id = crypto.randomUUID(),
  person = 1,
  session = 1,
  status = 'present',
  at = '2026-11-21T10:00:00.000Z',
  refusal = null,
}: TapFacts = {}): Tap {
  return {
    id,
    userId: guid(900),
    organizationId: guid(901),
    sessionId: guid(session),
    patientId: guid(person),
    participantId: null,
    status,
    minutes: null,
    recordedAt: at,
    refusal,
  };
}
