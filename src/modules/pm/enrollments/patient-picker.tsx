import { Badge, Combobox, Group, Loader, Stack, Text, TextInput, useCombobox, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { ProblemAlert, useSettledChoice } from '@/platform/ui';
import choices from '@/platform/ui/choices.module.css';
import { SEARCH_MINIMUM, usePatientSearch } from './api/search-patients';
import { CreatePatientLink } from './create-patient-link';
import { PatientFacts } from './patient-cell';
import { type PatientIdentity, patientName } from './patient-identity';

interface PatientPickerProps {
  words: string;
  onWordsChange: (words: string) => void;
  onPick: (patient: PatientIdentity) => void;
  /** Takes a pasted text of several lines, which is no search. */
  onPasteList: (text: string) => void;
  /** Why a patient cannot be picked ("Enrolled"); null when possible. */
  takenReason: (patientId: string) => string | null;
  inputRef: RefObject<HTMLInputElement | null>;
}

/** Finds patients by three letters of name, MRN or phone; arrow keys and Enter pick one. */
export function PatientPicker({
  words,
  onWordsChange,
  onPick,
  onPasteList,
  takenReason,
  inputRef,
}: PatientPickerProps) {
  const [searched] = useDebouncedValue(words.trim(), 200);
  const tooShort = words.trim().length < SEARCH_MINIMUM;
  const { data, error, isFetching, isPlaceholderData } = usePatientSearch(searched);
  const found = tooShort ? undefined : data?.patients;
  const settled = searched === words.trim() && !isFetching && !isPlaceholderData;
  const store = useCombobox({
    opened: found !== undefined && found.length > 0,
  });

  const waitToEnter = useSettledChoice(store, {
    words: words.trim(),
    settled: settled && found !== undefined,
    // Whoever is merely first of several may be somebody else.
    mayEnterEarly: found?.length === 1,
  });

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
            ref={inputRef}
            label="Find a patient"
            description="Three letters of the name, the MRN or the phone number. Or paste a list of MRNs, one a line."
            value={words}
            onChange={(event) => onWordsChange(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Escape takes away the search; only when there is none it closes the dialog.
              if (event.key === 'Escape') onWordsChange('');
              // Enter while searching picks, and does not send the form.
              if (event.key === 'Enter' && words.trim() !== '') {
                event.preventDefault();
                waitToEnter();
              }
            }}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain');
              if (!/[\r\n]./.test(text.trim())) return;
              event.preventDefault();
              onPasteList(text);
            }}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={!tooShort && isFetching ? <Loader size={14} /> : null}
            autoComplete="off"
            data-autofocus
          />
        </Combobox.EventsTarget>
        {found && found.length > 0 && (
          <Combobox.Options aria-label="Patients found" className={choices.options}>
            {found.map((patient) => (
              <PatientOption key={patient.id} patient={patient} taken={takenReason(patient.id)} />
            ))}
          </Combobox.Options>
        )}
      </Combobox>
      <ProblemAlert error={error} />
      {found && data?.more && (
        <Text size="xs" c="dimmed">
          More match. Type more letters, or the MRN.
        </Text>
      )}
      {settled && found?.length === 0 && (
        <Text size="sm" c="dimmed">
          No patient matches “{searched}”. <CreatePatientLink words={searched} />
        </Text>
      )}
      <VisuallyHidden role="status">{settled && found ? `${found.length} patients found` : ''}</VisuallyHidden>
    </Stack>
  );
}

function PatientOption({ patient, taken }: { patient: PatientIdentity; taken: string | null }) {
  return (
    <Combobox.Option value={patient.id} disabled={taken !== null} className={choices.option}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={500} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {patientName(patient)}
          </Text>
          <PatientFacts patient={patient} />
        </div>
        {taken && (
          <Badge color="gray" style={{ flexShrink: 0 }}>
            {taken}
          </Badge>
        )}
      </Group>
    </Combobox.Option>
  );
}
