import { KEPT_PREFIX } from '@/platform/auth/kept-data';
import { type Tap, tapSchema } from './tap';
import { replacedBy } from './tap-order';

const PREFIX = `${KEPT_PREFIX}attendance.`;

/** What of the browser the store stands on. */
export interface TapStoreGround {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  /** Calls back when another tab has changed the storage, or all was forgotten; answers the function that ends it. */
  watch: (notice: (event: 'changed' | 'forgotten') => void) => () => void;
}

/**
 * The taps that are kept on this device. Each lies under a key of its own, so that two tabs never write over each other.
 * Where the browser keeps nothing, they live as long as the page.
 */
export function createTapStore(ground: TapStoreGround) {
  const listeners = new Set<() => void>();
  const unkept = new Map<string, Tap>();
  let known: readonly Tap[] | null = null;
  let unwatch: (() => void) | null = null;

  function changed() {
    known = null;
    for (const listener of listeners) listener();
  }

  function write(tap: Tap) {
    try {
      ground.storage.setItem(PREFIX + tap.id, JSON.stringify(tap));
      unkept.delete(tap.id);
    } catch {
      unkept.set(tap.id, tap);
    }
  }

  function erase({ id }: Tap) {
    ground.storage.removeItem(PREFIX + id);
    unkept.delete(id);
  }

  return {
    /** All of them, in no order; the same array as long as nothing changes. */
    all(): readonly Tap[] {
      known ??= [...readAll(ground.storage), ...unkept.values()];
      return known;
    },
    /** Reads anew: another tab may have sent some a moment ago. */
    refresh(): readonly Tap[] {
      known = null;
      return this.all();
    },
    /** Keeps these, in place of what was tapped before about the same people: what is taken back must not bring that back. */
    put(taps: readonly Tap[]) {
      for (const tap of taps) write(tap);
      for (const tap of replacedBy(taps, this.refresh())) erase(tap);
      changed();
    },
    remove(taps: readonly Tap[]) {
      for (const tap of taps) erase(tap);
      changed();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      unwatch ??= ground.watch((event) => {
        if (event === 'forgotten') unkept.clear();
        changed();
      });
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unwatch?.();
        unwatch = null;
      };
    },
  };
}

export type TapStore = ReturnType<typeof createTapStore>;

function readAll(storage: TapStoreGround['storage']): Tap[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index)).flatMap((key) => {
    if (key === null || !key.startsWith(PREFIX)) return [];
    return readTap(storage.getItem(key));
  });
}

/** What this version cannot read is not shown and not sent. */
function readTap(text: string | null): Tap[] {
  try {
    return [tapSchema.parse(JSON.parse(text ?? 'null'))];
  } catch {
    return [];
  }
}
