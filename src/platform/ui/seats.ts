export interface Seats {
  taken: number;
  capacity: number;
  waiting: number;
  /** Of those who wait, how many are held back: passed over until they are released. */
  held?: number;
}

/** "8 of 10 seats, 2 waiting, 1 held back", and "12 of 10 seats, 2 over capacity" where a capacity was lowered below the roster. */
export function seatsSentence({ taken, capacity, waiting, held = 0 }: Seats): string {
  const over = taken - capacity;
  return [
    `${taken} of ${capacity} ${capacity === 1 ? 'seat' : 'seats'}`,
    ...(over > 0 ? [`${over} over capacity`] : []),
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(waiting > 0 && held > 0 ? [`${held} held back`] : []),
  ].join(', ');
}
