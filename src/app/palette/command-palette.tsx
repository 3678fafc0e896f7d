import { Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconSearch } from '@tabler/icons-react';
import { usePaletteActions } from './use-palette-actions';

/** Ctrl+K or Cmd+K: go anywhere, by typing. */
export function CommandPalette() {
  const actions = usePaletteActions();
  return (
    <Spotlight
      actions={actions}
      highlightQuery
      attributes={{ content: { 'aria-label': 'Go to' } }}
      scrollable
      maxHeight={420}
      nothingFound="Nothing has this name"
      shortcut="mod + K"
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'Go to…',
        'aria-label': 'Go to',
      }}
    />
  );
}
