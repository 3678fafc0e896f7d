import { Badge } from '@mantine/core';
import { KIND_LOOKS, type Kind } from '../kind';

/** What a set is used as, in a word and an icon. */
export function KindBadge({ kind }: { kind: Kind }) {
  const { label, icon: KindIcon, color } = KIND_LOOKS[kind];
  return (
    <Badge color={color} leftSection={<KindIcon size={13} aria-hidden />}>
      {label}
    </Badge>
  );
}
