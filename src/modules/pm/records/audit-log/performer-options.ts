interface Member {
  id: string;
  full_name: string;
  email: string;
}

/**
 * Whose doings a log can be narrowed to: members, then those of the other people (names by their id) who are none any more, and
 * the system. Of two with the same name each has what tells them apart, where there is something.
 */
export function performerOptions(members: readonly Member[], others: ReadonlyMap<string, string>) {
  const present = new Set(members.map(({ id }) => id));
  const names = members.map(({ full_name }) => full_name);
  return [
    ...members.map(({ id, full_name, email }) => ({ value: id, label: labelOf(full_name, email, names) })),
    ...[...others]
      .filter(([id]) => !present.has(id))
      .map(([id, name]) => ({ value: id, label: `${name} (former member)` }))
      .toSorted((one, other) => one.label.localeCompare(other.label)),
    { value: 'system', label: 'The system' },
  ];
}

function labelOf(name: string, email: string, names: readonly string[]): string {
  if (name === '') return email;
  return names.filter((other) => other === name).length > 1 ? `${name} (${email})` : name;
}
