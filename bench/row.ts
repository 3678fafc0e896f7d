import { interquartile, median } from './statistics.ts';

/** One figure of the bench with what it should be. */
export interface BenchRow {
  name: string;
  /** The figure: a ratio, or KB. */
  value: number;
  unit: 'times' | 'KB';
  /** The design's section 10: the figure is at most this. */
  target: number;
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
    n: pairs.length,
    spread: interquartile(ratios),
    detail: `${milliseconds(judged)} against ${milliseconds(against)}`,
  };
}

export function isOver(row: BenchRow): boolean {
  return row.value > row.target;
}

function milliseconds(value = Number.NaN): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
