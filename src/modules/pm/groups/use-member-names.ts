import { useCallback, useMemo } from 'react';
import { useMembers } from '@/platform/organizations';

/** A function from a member's id to the name; "A former member" for one who has left, "…" until names are read. */
export function useMemberNames() {
  const { data } = useMembers();
  const names = useMemo(() => new Map(data?.map(({ id, full_name }) => [id, full_name])), [data]);
  return useCallback((id: string) => names.get(id) ?? (data ? 'A former member' : '…'), [names, data]);
}
