import { interquartile, median } from './statistics.ts';

/** One figure of the bench with what it should be. */
export interface BenchRow {
  name: string;
  /** The figure: a ratio, or KB. */
  value: number;
  unit: 'times' | 'KB';
  /** The design's section 10: what the figure is at most, or at least. */
  target: number;
  bound: 'most' | 'least';
  /** How many measurements it is the median of. */
  n: number;
  /** The middle half of the measurements, from and to. */
  spread: [number, number];
  /** What was measured in absolute terms, for people. */
  detail: string;
}

/** A row from pairs of times: what is judged, and what it is measured against, taken one after the other. Milliseconds. */
export function ratioRow(name: string, target: number, pairs: readonly (readonly [number, number])[]): BenchRow {
  const ratios = pairs.map(([judged, against]) => judged / against);
  const [judged, against] = [0, 1].map((side) => median(pairs.map((pair) => pair[side] ?? Number.NaN)));
  return {
    name,
    value: median(ratios),
    unit: 'times',
    target,
    bound: 'most',
    n: pairs.length,
    spread: interquartile(ratios),
    detail: `${milliseconds(judged)} against ${milliseconds(against)}`,
  };
}

/** As ratioRow, but of rates, of so many things done in each of the times: the figure is at least the target. */
export function rateRow(
  name: string,
  target: number,
  pairs: readonly (readonly [number, number])[],
  things: number,
): BenchRow {
  const ratios = pairs.map(([judged, against]) => against / judged);
  const [judged, against] = [0, 1].map((side) => {
    const rate = (things * 1000) / median(pairs.map((pair) => pair[side] ?? Number.NaN));
    return `${rate.toFixed(0)} a second`;
  });
  return {
    name,
    value: median(ratios),
    unit: 'times',
    target,
    bound: 'least',
    n: pairs.length,
    spread: interquartile(ratios),
    detail: `${judged} against ${against}`,
  };
}

/** True if the figure is not what it should be; a figure that is no number never is. */
export function misses({ value, bound, target }: BenchRow): boolean {
  return !(bound === 'most' ? value <= target : value >= target);
}

function milliseconds(value = Number.NaN): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
