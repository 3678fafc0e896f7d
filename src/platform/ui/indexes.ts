/** Repeats for placeholders that never move: their index is all they have. */
export function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
