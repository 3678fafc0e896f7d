import { List, Text } from '@mantine/core';
import type { NameListKind } from './name-list-kinds';

/** A list of names for those who may not change it. */
export function NameList({ kind, names }: { kind: NameListKind; names: readonly string[] }) {
  if (names.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {kind.emptyMessage}
      </Text>
    );
  return (
    <List size="sm" spacing={4}>
      {names.map((name) => (
        <List.Item key={name} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </List.Item>
      ))}
    </List>
  );
}
