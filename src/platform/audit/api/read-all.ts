/** As many rows as PostgREST gives at once. */
const STEP = 1000;

/** How a long reading is stopped, and told of. */
export interface Reading {
  signal: AbortSignal;
  /** Called after each step with how many of how many entries are there. */
  onProgress: (done: number, total: number) => void;
}

interface Step {
  /** Only entries with a lower id; null for the first step, which counts. */
  before: number | null;
  limit: number;
  signal: AbortSignal;
}

/** All entries of a log, latest first, in steps by their id: what is written meanwhile neither doubles nor hides one. */
export async function readAll<Row extends { id: number }>(
  readStep: (step: Step) => PromiseLike<{ data: Row[]; count: number | null }>,
  { signal, onProgress }: Reading,
): Promise<Row[]> {
  const entries: Row[] = [];
  let total = 0;
  for (;;) {
    const { data, count } = await readStep({ before: entries.at(-1)?.id ?? null, limit: STEP, signal });
    total ||= count ?? 0;
    // A server may give fewer at once than were asked for; one that gives none has no more.
    if (data.length === 0) return entries;
    entries.push(...data);
    if (entries.length >= total) return entries;
    onProgress(entries.length, total);
  }
}
