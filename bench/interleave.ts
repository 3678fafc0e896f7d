/**
 * Takes two measurements again and again, one right after the other and each first every other time, so that whatever
 * else the machine does meets both. Warms up first. Milliseconds, in pairs.
 */
export async function interleave(
  repetitions: number,
  judged: () => Promise<number>,
  against: () => Promise<number>,
): Promise<[number, number][]> {
  const pairs: [number, number][] = [];
  const warmUp = Math.ceil(repetitions / 10);
  for (let round = -warmUp; round < repetitions; round++) {
    const first = round % 2 === 0 ? await judged() : Number.NaN;
    const second = await against();
    const pair: [number, number] = [round % 2 === 0 ? first : await judged(), second];
    if (round >= 0) pairs.push(pair);
  }
  return pairs;
}
