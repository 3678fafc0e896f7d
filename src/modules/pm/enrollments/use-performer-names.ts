import { useCallback, useMemo } from 'react';
import { useMembers } from '@/platform/organizations';

/**
 * A function from who did something to words: the person's name, "a former member" for one who has left, "the system" for
 * nobody, "…" until names are read.
 */
export function usePerformerNames() {
  const { data } = useMembers();
  const names = useMemo(() => new Map(data?.map(({ id, full_name, email }) => [id, full_name || email])), [data]);
  return useCallback(
    (id: string | null) => (id === null ? 'the system' : (names.get(id) ?? (data ? 'a former member' : '…'))),
    [names, data],
  );
}
