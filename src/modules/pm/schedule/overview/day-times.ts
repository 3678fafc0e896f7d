/** From and to, as minutes since midnight on the wall clock. */
export interface Span {
  from: number;
  to: number;
}

const SLOT = 30;
// A shorter piece cannot be hit; it joins the one after it.
const LEAST = 15;

/** Minutes since midnight of `HH:MM` or `HH:MM:SS`; 24:00 is the end of the day. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `HH:MM`. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export interface Lane<Item> {
  item: Item;
  /** Which of how many lanes side by side; items that meet one another share them. */
  lane: number;
  lanes: number;
}

/** Places items that overlap (an override, a cancelled session) beside each other; adjoining ones do not overlap. */
export function inLanes<Item>(items: readonly Item[], spanOf: (item: Item) => Span): Lane<Item>[] {
  const sorted = [...items].sort((one, other) => spanOf(one).from - spanOf(other).from);
  const placed: Lane<Item>[] = [];
  let cluster: Lane<Item>[] = [];
  let ends: number[] = [];
  for (const item of sorted) {
    const { from, to } = spanOf(item);
    if (ends.every((end) => end <= from)) {
      cluster = [];
      ends = [];
    }
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    const place = { item, lane, lanes: ends.length };
    cluster.push(place);
    placed.push(place);
    for (const one of cluster) one.lanes = ends.length;
  }
  return placed;
}

/** What of the day nothing takes, cut at the half hours. */
export function freeSlots(day: Span, busy: readonly Span[]): Span[] {
  const slots: Span[] = [];
  let at = day.from;
  for (const { from, to } of [...busy].sort((one, other) => one.from - other.from)) {
    slots.push(...cut({ from: at, to: Math.min(from, day.to) }));
    at = Math.max(at, to);
  }
  return [...slots, ...cut({ from: at, to: day.to })];
}

function cut({ from, to }: Span): Span[] {
  const slots: Span[] = [];
  let at = from;
  while (at < to) {
    let next = Math.min(to, (Math.floor(at / SLOT) + 1) * SLOT);
    if (next - at < LEAST) next = Math.min(to, next + SLOT);
    slots.push({ from: at, to: next });
    at = next;
  }
  return slots;
}
