import { Combobox, Loader, Stack, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { ProblemAlert, useSettledChoice } from '@/platform/ui';
import choices from '@/platform/ui/choices.module.css';
import { type TransferTarget, useTransferTargets } from '../api/get-transfer-targets';
import type { RosterGroup } from '../roster-model';
import { TargetOption } from './target-option';

interface TargetPickerProps {
  /** The group to leave. */
  from: RosterGroup;
  value: TransferTarget | null;
  onChange: (target: TransferTarget | null) => void;
  /** What the patient has in a group already, in words; null for nothing. */
  takenIn: (groupId: string) => string | null;
  error?: string | undefined;
}

/** Finds the group to go to by name or code, groups of the same type first; arrow keys and Enter choose one. */
export function TargetPicker({ from, value, onChange, takenIn, error }: TargetPickerProps) {
  const [words, setWords] = useState('');
  const [searched] = useDebouncedValue(words.trim(), 200);
  const {
    data,
    error: problem,
    isFetching,
    isPlaceholderData,
  } = useTransferTargets({
    groupId: from.id,
    groupType: from.group_type,
    words: searched,
  });
  const offered = value ? [] : (data ?? []);
  // Escape takes the list away, the arrow keys or a click bring it back; only without it Escape closes the dialog.
  const [listWanted, setListWanted] = useState(true);
  const listShown = listWanted && offered.length > 0;
  const store = useCombobox({ opened: listShown, onOpenedChange: setListWanted });

  const listId = useId();
  const { setListId } = store;
  // Known before the list is shown, so that the field can name it from the first moment.
  useEffect(() => setListId(listId), [setListId, listId]);
  const settled = searched === words.trim() && !isFetching && !isPlaceholderData;
  const waitToEnter = useSettledChoice(store, { words, settled, mayEnterEarly: true });

  function search(typed: string) {
    setWords(typed);
    setListWanted(true);
    if (value) onChange(null);
  }

  function choose(id: string) {
    onChange(offered.find((target) => target.id === id) ?? null);
    setWords('');
    setListWanted(false);
  }

  return (
    <Stack gap={6}>
      <Combobox store={store} onOptionSubmit={choose}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            label="Group to go to"
            description="By name or code. Groups of the same type come first."
            value={value?.name ?? words}
            onChange={(event) => search(event.currentTarget.value)}
            onClick={() => setListWanted(true)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || value) return;
              // Enter while searching chooses, and does not send the form.
              event.preventDefault();
              waitToEnter();
            }}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={isFetching ? <Loader size={14} /> : null}
            autoComplete="off"
            error={error}
            data-autofocus
          />
        </Combobox.EventsTarget>
        {listShown && (
          <Combobox.Options
            id={listId}
            aria-label="Active groups"
            className={choices.options}
            mah={300}
            style={{ overflowY: 'auto' }}
          >
            {offered.map((target) => (
              <TargetOption key={target.id} target={target} taken={takenIn(target.id)} />
            ))}
          </Combobox.Options>
        )}
      </Combobox>
      <ProblemAlert error={problem} />
      {!value && data?.length === 0 && !isFetching && (
        <Text size="sm" c="dimmed">
          {searched === ''
            ? 'There is no other active group.'
            : `No other active group has “${searched}” in name or code.`}
        </Text>
      )}
    </Stack>
  );
}
