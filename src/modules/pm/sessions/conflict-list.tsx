import { List } from '@mantine/core';
import type { Conflict } from './api/get-conflicts';

/** What stands in the way, a sentence each. */
export function ConflictList({ conflicts }: { conflicts: readonly Conflict[] }) {
  return (
    <List size="sm" spacing={4}>
      {conflicts.map(({ kind, resource_id, session_id, detail }) => (
        <List.Item key={`${kind} ${resource_id} ${session_id}`} style={{ overflowWrap: 'anywhere' }}>
          {detail}
        </List.Item>
      ))}
    </List>
  );
}
