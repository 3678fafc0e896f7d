/** The element at the place; throws where there is none. */
export function at<T>(list: readonly T[], place: number): T {
  const found = list.at(place);
  if (found === undefined) throw new Error(`There is no element ${place} of ${list.length}`);
  return found;
}
