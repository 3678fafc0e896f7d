import { Badge } from '@mantine/core';
import { type StatusKind, statusLook } from './status-looks';

interface StatusBadgeProps {
  /** The same status has other words for a session ("In progress") than for a group ("Active"). */
  kind: StatusKind;
  status: string;
}

/** A status as icon and word; the colour only repeats what they say. */
export function StatusBadge({ kind, status }: StatusBadgeProps) {
  const { label, icon: StatusIcon, color } = statusLook(kind, status);
  return (
    <Badge color={color} leftSection={<StatusIcon size={13} aria-hidden />}>
      {label}
    </Badge>
  );
}
