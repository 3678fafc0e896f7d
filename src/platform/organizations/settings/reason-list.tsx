import { List, Text } from '@mantine/core';

/** The cancellation reasons for those who may not change them. */
export function ReasonList({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No reasons are offered: each cancellation is explained in own words.
      </Text>
    );
  return (
    <List size="sm" spacing={4}>
      {reasons.map((reason) => (
        <List.Item key={reason} style={{ overflowWrap: 'anywhere' }}>
          {reason}
        </List.Item>
      ))}
    </List>
  );
}
