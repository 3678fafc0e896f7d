import { Badge } from '@mantine/core';

/** Which version it is, and whether it is still asked. */
export function VersionBadge({ version, isInUse }: { version: number; isInUse: boolean }) {
  return (
    <Badge color={isInUse ? 'gray' : 'yellow'}>{isInUse ? `Version ${version}` : `Earlier version ${version}`}</Badge>
  );
}
