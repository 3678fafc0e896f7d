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
