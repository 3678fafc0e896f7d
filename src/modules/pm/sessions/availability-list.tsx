import { Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { type Session, sessionName } from './session';
import { clockRange } from './wall-clock';

export interface AvailabilityOption {
  value: string;
  label: string;
  /** Shown after "Free". */
  hint?: string;
  /** Comes before others that are as free. */
  preferred?: boolean;
  /** What takes it at that time; null when it is free. */
  takenBy: Session | null;
  /** Why it cannot be chosen although it is free. */
  unsuitable?: string | undefined;
}

interface AvailabilityListProps {
  label: string;
  options: readonly AvailabilityOption[];
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** More than these are searched, not read. */
const SEARCHED = 8;

/** People or rooms to choose one from, the free ones first; each says whether it is free. */
export function AvailabilityList({ label, options, value, onChange, error }: AvailabilityListProps) {
  const [words, setWords] = useState('');
  const sought = words.trim().toLowerCase();
  const shown = options
    .filter((option) => option.label.toLowerCase().includes(sought))
    .sort((one, other) => rank(one) - rank(other) || one.label.localeCompare(other.label));
  return (
    <Stack gap="sm">
      {options.length > SEARCHED && (
        <TextInput
          type="search"
          aria-label={`Search: ${label}`}
          placeholder="Type part of the name"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Radio.Group label={label} value={value} onChange={onChange} error={error}>
        <Stack gap={6} mt={6} mah={320} style={{ overflowY: 'auto' }}>
          {shown.map((option) => (
            <Option key={option.value} option={option} />
          ))}
          {shown.length === 0 && (
            <Text size="sm" c="dimmed">
              {options.length === 0 ? 'There is nothing to choose from yet.' : 'Nothing is called so.'}
            </Text>
          )}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}

function Option({ option }: { option: AvailabilityOption }) {
  const { value, label, hint, takenBy, unsuitable } = option;
  const available = isAvailable(option);
  const Mark = available ? IconCircleCheck : IconCircleX;
  return (
    <Radio.Card value={value} disabled={!available} p="xs" radius="sm">
      <Group wrap="nowrap" gap="sm" align="flex-start">
        <Radio.Indicator disabled={!available} mt={2} />
        <Stack gap={2} miw={0}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {label}
          </Text>
          <Group gap={4} wrap="nowrap" c={available ? 'green' : 'dimmed'} align="flex-start">
            <Mark size={14} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
            <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
              {takenBy
                ? `Taken by ${sessionName(takenBy)}, ${clockRange(takenBy.start_time, takenBy.end_time)}`
                : (unsuitable ?? ['Free', hint].filter(Boolean).join(' · '))}
            </Text>
          </Group>
        </Stack>
      </Group>
    </Radio.Card>
  );
}

function isAvailable({ takenBy, unsuitable }: AvailabilityOption): boolean {
  return !takenBy && !unsuitable;
}

function rank(option: AvailabilityOption): number {
  return (isAvailable(option) ? 0 : 2) + (option.preferred ? 0 : 1);
}
