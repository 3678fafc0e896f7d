import { Group, Kbd, Text } from '@mantine/core';
import { SEARCH_MINIMUM } from '@/modules/pm/enrollments';
import classes from './palette.module.css';
import type { PaletteSection } from './palette-item';

interface PaletteStatusProps {
  sections: readonly PaletteSection[];
  words: string;
  /** Whom or what the palette asks about; null while searching for that. */
  about: string | null;
  searching: boolean;
  failed: boolean;
  offline: boolean;
  nothingFound: boolean;
}

/** Where the search stands, for eyes and screen readers, and the keys. */
export function PaletteStatus(props: PaletteStatusProps) {
  return (
    <Group justify="space-between" gap="xs" className={classes.foot}>
      <Text size="xs" c="dimmed" role="status" className={classes.statusWords}>
        {statusSentence(props)}
      </Text>
      <Group gap={6} visibleFrom="sm" aria-hidden>
        <Kbd size="xs">↑</Kbd>
        <Kbd size="xs">↓</Kbd>
        <Kbd size="xs">Enter</Kbd>
        <Kbd size="xs">Esc</Kbd>
      </Group>
    </Group>
  );
}

function statusSentence({
  sections,
  words,
  about,
  searching,
  failed,
  offline,
  nothingFound,
}: PaletteStatusProps): string {
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  if (searching) return 'Searching…';
  if (offline) return 'No connection: patients and groups are searched as soon as it is back.';
  if (failed) return 'Patients and groups could not be searched.';
  if (words === '' && about) return `${about}: choose what to do. Escape goes back.`;
  if (words === '') return 'Three letters of a name, the MRN or the phone number find a patient.';
  if (count === 0 || nothingFound) {
    return words.length < SEARCH_MINIMUM
      ? 'Patients are searched from the third letter on.'
      : `Nothing found for “${words}”.`;
  }
  return count === 1 ? '1 found' : `${count} found`;
}
