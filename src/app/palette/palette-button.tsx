import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { openPalette } from './palette-opening';

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
        onClick={openPalette}
      >
        Find
      </Button>
      <ActionIcon hiddenFrom="sm" variant="subtle" color="gray" size="lg" aria-label="Find" onClick={openPalette}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </>
  );
}
