/** Where groups are cloned: the wizard, with these groups chosen. */
export function cloneAddress(slug: string, groupIds: readonly string[]): string {
  return `/o/${slug}/pm/groups/clone?groups=${groupIds.join(',')}`;
}
