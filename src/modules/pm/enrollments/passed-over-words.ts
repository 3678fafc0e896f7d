interface PassedOver {
  /** 'held', 'entered' (enrolled on a free seat), or 'by_hand' (promoted out of turn). */
  why: string;
  /** Who got the seat. */
  other: string;
  /** Who gave it, within a sentence. */
  who: string;
  reason: string | null | undefined;
}

/** What follows "Passed over": ", while held back: Ana Diaz got the seat." */
export function passedOverWords({ why, other, who, reason }: PassedOver): string {
  if (why === 'held') return `, while held back: ${other} got the seat.`;
  if (why === 'entered') return `: ${other} was enrolled on a free seat by ${who}.`;
  return `: ${other} was promoted out of turn by ${who}${reason ? `: ${reason}` : '.'}`;
}
