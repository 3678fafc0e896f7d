const KEY = 'quorum.organization';

/** Remembers, on this device, the organization that was open last. */
export function rememberOrganization(slug: string): void {
  localStorage.setItem(KEY, slug);
}

/** Takes the organizations of a person; answers the one that was open last here, else the first, else null. */
export function preferredOrganization<Candidate extends { slug: string }>(
  candidates: readonly Candidate[],
): Candidate | null {
  const last = localStorage.getItem(KEY);
  return candidates.find(({ slug }) => slug === last) ?? candidates[0] ?? null;
}
