import type { QueryKey } from '@tanstack/react-query';

/**
 * Which tables each feature's queries read, by the feature's name in query keys. A feature that is not named here reads
 * anything, so it is read again after every change.
 */
export type LiveReads = Readonly<Record<string, readonly string[]>>;

/** Lists of a person's organizations belong to no organization. */
const OF_NO_ORGANIZATION = 'memberships';

/** True if what was read under this key may be other than before. `tables`: which have changed; null: any may have. */
export function isConcerned(
  queryKey: QueryKey,
  organizationId: string,
  tables: ReadonlySet<string> | null,
  reads: LiveReads,
): boolean {
  const [scope, named] = queryKey;
  if (scope !== organizationId && scope !== OF_NO_ORGANIZATION) return false;
  const feature = scope === OF_NO_ORGANIZATION ? scope : named;
  const read = typeof feature === 'string' ? reads[feature] : undefined;
  return tables === null || read === undefined || read.some((table) => tables.has(table));
}
