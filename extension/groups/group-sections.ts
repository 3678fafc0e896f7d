import type { MyGroup } from './api/get-my-groups';

export interface GroupSection {
  title: string;
  groups: MyGroup[];
}

/** The groups whose name or organization contains what was typed: one's own first, the other ones below. No section is empty. */
export function groupSections(groups: readonly MyGroup[], typed: string): GroupSection[] {
  const words = typed.trim().toLocaleLowerCase();
  const found = groups.filter(({ name, organization_name }) =>
    `${name}\n${organization_name}`.toLocaleLowerCase().includes(words),
  );
  const led = found.filter(({ is_leader }) => is_leader);
  const others = found.filter(({ is_leader }) => !is_leader);
  return [
    { title: 'Groups that I lead', groups: led },
    { title: groups.some(({ is_leader }) => is_leader) ? 'Other groups' : 'Groups', groups: others },
  ].filter((section) => section.groups.length > 0);
}
