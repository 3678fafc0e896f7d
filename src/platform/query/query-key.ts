/** What a key is about: a list, one thing, or another named question of the feature. */
export type QueryKeyKind = 'list' | 'detail' | (string & {});

/**
 * Builds `[organizationId, feature, kind, args]`, leaving off what is not given.
 * `queryKey(id, 'groups')` is the prefix that a mutation of the feature invalidates.
 */
export function queryKey(organizationId: string, feature: string, kind?: QueryKeyKind, args?: unknown) {
  const prefix = [organizationId, feature] as const;
  if (kind === undefined) return prefix;
  return args === undefined ? ([...prefix, kind] as const) : ([...prefix, kind, args] as const);
}
