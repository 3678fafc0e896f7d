/** As many names as are read; the rest is counted. */
const NAMED = 4;

/** Whom a promotion passes over: "Out of turn: passes over Ana Diaz and Ben Ito." Also says when a hold ends by it. */
export function outOfTurnSentence(name: string, passed: readonly string[], wasHeld: boolean): string {
  const held = wasHeld ? `${name} is held back; a seat ends that.` : null;
  const turn = passed.length > 0 ? `Out of turn: passes over ${nameList(passed)}.` : null;
  return [turn, held].filter(Boolean).join(' ');
}

function nameList(names: readonly string[]): string {
  const [only, second] = names;
  if (only !== undefined && second === undefined) return only;
  if (names.length > NAMED) return `${names.slice(0, NAMED - 1).join(', ')} and ${names.length - NAMED + 1} more`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
