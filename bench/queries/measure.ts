import { interleave } from '../interleave.ts';

/** Repetitions of a request: as many as fit in this time on the first look, within limits. */
const budget = { milliseconds: 5000, least: 15, most: 600 };

type Timed = () => Promise<number>;

/** Times one against the other, as often as is affordable. Milliseconds, in pairs. */
export async function measure(judged: Timed, against: Timed): Promise<[number, number][]> {
  await against();
  const once = (await judged()) + (await against());
  const repetitions = Math.round(Math.min(Math.max(budget.milliseconds / once, budget.least), budget.most));
  return interleave(repetitions, judged, against);
}
