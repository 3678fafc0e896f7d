/** A burst of changes, such as forty enrollments, is read once; it comes by chance sooner or later, so that not all windows ask at once. */
const GATHER_MILLISECONDS = { least: 50, most: 200 };
/** A reading that takes longer than this holds up no further one. */
const READING_MILLISECONDS = 2_000;

export interface GatheredChanges {
  add(table: string): void;
  stop(): void;
}

/**
 * Gathers the names of changed tables and hands them to `read`, which is not called again before its promise is settled, nor
 * while `mustWait`.
 */
export function gatherChanges(
  read: (tables: ReadonlySet<string>) => Promise<unknown>,
  mustWait: () => boolean,
): GatheredChanges {
  let tables = new Set<string>();
  let reading = false;
  let timer: number | undefined;

  function schedule(): void {
    if (timer !== undefined || reading || tables.size === 0) return;
    const { least, most } = GATHER_MILLISECONDS;
    timer = window.setTimeout(flush, least + Math.random() * (most - least));
  }

  function flush(): void {
    timer = undefined;
    if (mustWait()) {
      schedule();
      return;
    }
    reading = true;
    const gathered = tables;
    tables = new Set();
    const patience = new Promise((resolve) => window.setTimeout(resolve, READING_MILLISECONDS));
    void Promise.race([read(gathered), patience]).finally(() => {
      reading = false;
      schedule();
    });
  }

  return {
    add(table) {
      tables.add(table);
      schedule();
    },
    stop() {
      window.clearTimeout(timer);
      tables.clear();
    },
  };
}
