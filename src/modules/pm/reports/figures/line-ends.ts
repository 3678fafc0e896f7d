export interface LineEnd {
  /** Of the last point that has a value. */
  index: number;
  value: number;
  /** By how many pixels its words are moved, so that two lines that end at one height can both be read. */
  shift: number;
}

/** Where each line ends: the last value of each, by the name of the series. A line without values has no end. */
export function lineEnds(
  series: readonly { name: string; values: readonly (number | null)[] }[],
): Map<string, LineEnd> {
  const ends = new Map<string, LineEnd>();
  for (const { name, values } of series) {
    const index = values.findLastIndex((value) => value !== null);
    const value = values[index];
    if (value !== undefined && value !== null) ends.set(name, { index, value, shift: 0 });
  }
  const highest = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const [one, other] = [...ends.values()];
  if (one && other && Math.abs(one.value - other.value) < highest * 0.08) {
    const upper = one.value >= other.value ? one : other;
    upper.shift = -8;
    (upper === one ? other : one).shift = 8;
  }
  return ends;
}

/** Where the axis is written from zero to its top: in equal steps of whole numbers, as many as four. */
export function evenTicks(max: number): number[] {
  const steps = [4, 3, 2].find((count) => max % count === 0) ?? 1;
  return Array.from({ length: steps + 1 }, (_, step) => (max / steps) * step);
}

/** The top of an axis of percents: 100, or above it as a multiple of 20 where groups were over their capacity. */
export function percentTop(values: readonly number[]): number {
  return Math.ceil(Math.max(100, ...values) / 20) * 20;
}
