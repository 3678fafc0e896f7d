/** Proposes an address for a name: "Río Claro Clinic, Inc." -> "rio-claro-clinic-inc"; '' when nothing of it can be used. */
export function slugFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
}
