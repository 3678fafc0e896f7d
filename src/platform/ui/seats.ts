export interface Seats {
  taken: number;
  capacity: number;
  waiting: number;
}

/** "8 of 10 seats, 2 waiting", and "12 of 10 seats, 2 over capacity" where a capacity was lowered below the roster. */
export function seatsSentence({ taken, capacity, waiting }: Seats): string {
  const over = taken - capacity;
  return [
    `${taken} of ${capacity} ${capacity === 1 ? 'seat' : 'seats'}`,
    ...(over > 0 ? [`${over} over capacity`] : []),
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
  ].join(', ');
}
