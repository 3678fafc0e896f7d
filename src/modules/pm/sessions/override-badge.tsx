import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Marks a session that was scheduled in spite of a conflict. */
export function OverrideBadge() {
  return (
    <Badge color="yellow" leftSection={<IconAlertTriangle size={13} aria-hidden />}>
      Scheduled anyway
    </Badge>
  );
}
