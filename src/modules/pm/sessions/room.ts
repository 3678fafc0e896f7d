/** A room as the database compares rooms: however it is written, it is the same one. '' for none. */
export function roomKey(location: string | null): string {
  return location?.trim().toLowerCase() ?? '';
}
