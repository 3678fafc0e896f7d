import { Badge } from '@mantine/core';
import { groupTypeLook } from './group-types';

/** A group's type as icon and word, in the type's hue. */
export function GroupTypeBadge({ groupType }: { groupType: string }) {
  const { label, icon: TypeIcon, background, color, text } = groupTypeLook(groupType);
  return (
    <Badge
      leftSection={<TypeIcon size={13} color={color} aria-hidden />}
      styles={{ root: { backgroundColor: background, color: text } }}
    >
      {label}
    </Badge>
  );
}
