import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';

/** Opens the command palette, for those who do not know its keys yet. */
export function PaletteButton() {
  const mac = useOs() === 'macos';
  return (
    <>
      <Button
        visibleFrom="sm"
        variant="default"
        size="xs"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<Kbd size="xs">{mac ? '⌘ K' : 'Ctrl K'}</Kbd>}
        onClick={spotlight.open}
      >
        Go to
      </Button>
      <ActionIcon hiddenFrom="sm" variant="subtle" color="gray" size="lg" aria-label="Go to" onClick={spotlight.open}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </>
  );
}
