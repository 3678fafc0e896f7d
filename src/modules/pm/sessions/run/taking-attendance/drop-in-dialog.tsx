import { Alert, Badge, Button, Combobox, Group, Loader, Stack, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '@/platform/time';
import { notifyDone, ProblemAlert, useSettledChoice } from '@/platform/ui';
import choices from '@/platform/ui/choices.module.css';
import { SessionModal } from '../../session-modal';
import { useRefusal } from '../../use-refusal';
import { useDropIns } from '../api/drop-ins';
import { type FoundPatient, SEARCH_MINIMUM, usePatientSearch } from '../api/search-patients';
import { fullName } from './attendance-model';

interface DropInDialogProps {
  sessionId: string;
  /** Who is on the list already. */
  present: ReadonlySet<string>;
  onClose: () => void;
}

/** Finds a patient and books them into this one session, without an enrollment. */
export function DropInDialog({ sessionId, present, onClose }: DropInDialogProps) {
  const [words, setWords] = useState('');
  const { book, cancel } = useDropIns(sessionId);
  const refuse = useRefusal();

  async function add(patient: FoundPatient) {
    if (book.isPending) return;
    try {
      await book.mutateAsync(patient.id);
      notifyDone({
        message: `${fullName(patient)} is on the list of this session as a drop-in.`,
        undo: { onUndo: () => cancel.mutateAsync(patient.id) },
      });
      onClose();
    } catch (error) {
      refuse(error);
    }
  }

  return (
    <SessionModal title="Add a drop-in" onClose={onClose} size="md" hasOwnFocus>
      <Stack>
        <Alert color="blue" icon={<IconUserCheck aria-hidden />}>
          For this session only: a seat in the group, or a place on its waitlist, is not touched.
        </Alert>
        <Search words={words} onWords={setWords} present={present} pending={book.isPending} onPick={add} />
        <ProblemAlert error={book.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </SessionModal>
  );
}

interface SearchProps {
  words: string;
  onWords: (words: string) => void;
  present: ReadonlySet<string>;
  pending: boolean;
  onPick: (patient: FoundPatient) => void;
}

function Search({ words, onWords, present, pending, onPick }: SearchProps) {
  const [searched] = useDebouncedValue(words.trim(), 200);
  const { data, error, isFetching, isPlaceholderData } = usePatientSearch(searched);
  const found = words.trim().length < SEARCH_MINIMUM ? undefined : data?.patients;
  const settled = searched === words.trim() && !isFetching && !isPlaceholderData && found !== undefined;
  // Escape takes back the search first, and closes the dialog when there is none.
  const store = useCombobox({
    opened: found !== undefined && found.length > 0,
    onDropdownClose: () => onWords(''),
  });
  const waitToEnter = useSettledChoice(store, { words: words.trim(), settled, mayEnterEarly: found?.length === 1 });
  return (
    <Stack gap={6}>
      <Combobox
        store={store}
        onOptionSubmit={(id) => {
          const patient = found?.find((candidate) => candidate.id === id);
          if (patient) onPick(patient);
        }}
      >
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            label="Find a patient"
            description="Three letters of the name, the MRN or the phone number."
            value={words}
            onChange={(event) => onWords(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && words.trim() !== '') waitToEnter();
            }}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={isFetching || pending ? <Loader size={14} /> : null}
            autoComplete="off"
            data-autofocus
          />
        </Combobox.EventsTarget>
        {found && found.length > 0 && (
          <Combobox.Options aria-label="Patients found" className={choices.options}>
            {found.map((patient) => (
              <Choice key={patient.id} patient={patient} isPresent={present.has(patient.id)} />
            ))}
          </Combobox.Options>
        )}
      </Combobox>
      <ProblemAlert error={error} />
      <Text size="sm" c="dimmed" role="status">
        {settled && found?.length === 0 && `No patient matches “${searched}”.`}
        {settled && data?.more && 'More match. Type more letters, or the MRN.'}
      </Text>
    </Stack>
  );
}

function Choice({ patient, isPresent }: { patient: FoundPatient; isPresent: boolean }) {
  const facts = [patient.mrn, patient.date_of_birth && `born ${formatDate(patient.date_of_birth)}`].filter(Boolean);
  return (
    <Combobox.Option value={patient.id} disabled={isPresent} className={choices.option}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
            {fullName(patient)}
          </Text>
          <Text size="xs" c="dimmed">
            {facts.join(' · ')}
          </Text>
        </div>
        {isPresent && <Badge color="gray">On the list</Badge>}
      </Group>
    </Combobox.Option>
  );
}
