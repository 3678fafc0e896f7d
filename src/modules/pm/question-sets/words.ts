/** "No group", "1 group", "3 groups". */
export function groupsWords(count: number): string {
  if (count === 0) return 'No group';
  return count === 1 ? '1 group' : `${count} groups`;
}
