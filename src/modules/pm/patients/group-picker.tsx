import { Combobox, Loader, Stack, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import { ProblemAlert, useSettledChoice } from '@/platform/ui';
import choices from '@/platform/ui/choices.module.css';
import { type FoundGroup, useFindGroups } from './api/find-groups';
import { GroupOption } from './group-option';
import { useHeldGroups } from './use-held-groups';

interface GroupPickerProps {
  patientId: string;
  group: FoundGroup | null;
  onChange: (group: FoundGroup | null) => void;
  inputRef: RefObject<HTMLInputElement | null>;
}

/** Finds an active group by its name, with its free seats; arrow keys and Enter choose one. */
export function GroupPicker({ patientId, group, onChange, inputRef }: GroupPickerProps) {
  const [words, setWords] = useState('');
  const [searched] = useDebouncedValue(words.trim(), 200);
  const { data, error, isFetching, isPlaceholderData } = useFindGroups(searched, { onlyActive: true });
  const settled = searched === words.trim() && !isFetching && !isPlaceholderData;
  const held = useHeldGroups(patientId);
  const offered = group ? [] : (data ?? []);
  // Escape takes the list away, the arrow keys or a click bring it back; only without it Escape closes the dialog.
  const [listWanted, setListWanted] = useState(true);
  const listShown = listWanted && offered.length > 0;
  const store = useCombobox({ opened: listShown, onOpenedChange: setListWanted });

  const listId = useId();
  const { setListId } = store;
  // Known before the list is shown, so that the field can name it from the first moment.
  useEffect(() => setListId(listId), [setListId, listId]);
  const waitToEnter = useSettledChoice(store, { words, settled, mayEnterEarly: true });

  function search(typed: string) {
    setWords(typed);
    setListWanted(true);
    if (group) onChange(null);
  }

  /** Enter while searching chooses, and does not send the form. */
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || group) return;
    event.preventDefault();
    waitToEnter();
  }

  function choose(id: string) {
    onChange(offered.find((candidate) => candidate.id === id) ?? null);
    setWords('');
    setListWanted(false);
  }

  return (
    <Stack gap={6}>
      <Combobox store={store} onOptionSubmit={choose}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            ref={inputRef}
            label="Group"
            placeholder="Name or code"
            value={group?.name ?? words}
            onChange={(event) => search(event.currentTarget.value)}
            onClick={() => setListWanted(true)}
            onKeyDown={press}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={isFetching ? <Loader size={14} /> : null}
            autoComplete="off"
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
            {offered.map((candidate) => (
              <GroupOption key={candidate.id} group={candidate} held={held.get(candidate.id)} />
            ))}
          </Combobox.Options>
        )}
      </Combobox>
      <ProblemAlert error={error} />
      {!group && data?.length === 0 && settled && (
        <Text size="sm" c="dimmed">
          {searched === '' ? 'There is no active group yet.' : `No active group has “${searched}” in its name or code.`}
        </Text>
      )}
    </Stack>
  );
}
