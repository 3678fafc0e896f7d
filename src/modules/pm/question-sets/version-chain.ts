interface ChainLink {
  id: string;
  version: number;
  previous_version_id: string | null;
}

/** Those that are versions of the same set as the one named, latest first. */
export function versionsOf<Version extends ChainLink>(all: readonly Version[], id: string): Version[] {
  const byId = new Map(all.map((each) => [each.id, each]));
  const nextOf = new Map(all.flatMap((each) => (each.previous_version_id ? [[each.previous_version_id, each]] : [])));
  const chain: Version[] = [];
  for (let one = byId.get(id); one; one = nextOf.get(one.id)) chain.unshift(one);
  for (
    let one = byId.get(byId.get(id)?.previous_version_id ?? '');
    one;
    one = byId.get(one.previous_version_id ?? '')
  ) {
    chain.push(one);
  }
  return chain;
}
