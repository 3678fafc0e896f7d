import { useMemo } from 'react';
import { useMembers } from '@/platform/organizations';

/** The organization's people as facilitators: names by id, and the active ones to choose from. */
export function usePeople() {
  const { data: members } = useMembers();
  return useMemo(() => {
    const names = new Map(members?.map(({ id, full_name, email }) => [id, full_name || email]));
    const choices = (members ?? [])
      .filter(({ status }) => status === 'active')
      .map(({ id, full_name, email }) => ({ value: id, label: full_name || email }));
    return {
      choices,
      /** The person's name; words in its place for one who has left, null for nobody. */
      nameOf: (id: string | null) => (id === null ? null : (names.get(id) ?? (members ? 'Former member' : '…'))),
    };
  }, [members]);
}

export type People = ReturnType<typeof usePeople>;
