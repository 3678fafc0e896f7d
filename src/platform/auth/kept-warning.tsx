import { Alert } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import { countKept, keptWords } from './kept-data';

/** Says before a sign-out what would be lost with it; nothing where nothing waits. */
export function KeptWarning() {
  const count = countKept();
  if (count === 0) return null;
  return (
    <Alert color="yellow" icon={<IconCloudUp aria-hidden />} role="note">
      {keptWords(count)} {count === 1 ? 'has' : 'have'} not arrived yet and would be lost.
    </Alert>
  );
}
