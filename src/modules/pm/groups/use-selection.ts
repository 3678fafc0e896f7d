import { useMemo, useState } from 'react';

/** Which rows are ticked; they stay so on other pages and under other filters. */
export interface Selection {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** Ticks all of these, or none of them where all are ticked. */
  toggleAll: (ids: readonly string[]) => void;
  clear: () => void;
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      ids,
      toggle: (id) => setIds(toggled(ids, [id])),
      toggleAll: (all) => setIds(toggled(ids, all)),
      clear: () => setIds(new Set()),
    }),
    [ids],
  );
}

/** The set with all of these, or without them where it had all. */
export function toggled(present: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(present);
  const all = ids.every((id) => present.has(id));
  for (const id of ids) {
    if (all) next.delete(id);
    else next.add(id);
  }
  return next;
}
