import type { QueryKey } from '@tanstack/react-query';

/**
 * Which tables queries read, by the feature of their key ("groups") or, of one kind of them, by feature and kind ("groups/list").
 * What is not named here may read anything, so it is read again after every change; what reads nothing ([]) is left alone.
 */
export type LiveReads = Readonly<Record<string, readonly string[]>>;

/** Lists of a person's organizations belong to no organization. */
const OF_NO_ORGANIZATION = 'memberships';

function featureAndKind([scope, feature, kind]: QueryKey, organizationId: string): [unknown, unknown] | null {
  if (scope === OF_NO_ORGANIZATION) return [scope, undefined];
  return scope === organizationId ? [feature, kind] : null;
}

/** True if what was read under this key may be other than before. `tables`: which have changed; null: any may have. */
export function isConcerned(
  queryKey: QueryKey,
  organizationId: string,
  tables: ReadonlySet<string> | null,
  reads: LiveReads,
): boolean {
  const asked = featureAndKind(queryKey, organizationId);
  if (!asked) return false;
  const [feature, kind] = asked;
  const read = reads[`${feature}/${kind}`] ?? reads[`${feature}`];
  if (read === undefined) return true;
  return tables === null ? read.length > 0 : read.some((table) => tables.has(table));
}
