import type { Icon } from '@tabler/icons-react';

/** One thing that the palette offers. */
export interface PaletteItem {
  id: string;
  label: string;
  /** Tells it from others of the same name. */
  description?: string;
  icon: Icon;
  /** Whether the palette stays open for what comes next. */
  stays?: boolean;
  run: () => unknown;
}

export interface PaletteSection {
  label: string;
  items: readonly PaletteItem[];
}
