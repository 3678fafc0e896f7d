import { Button, Flex, Group, MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { statusLook } from '@/platform/ui';
import { usePeople } from '../use-people';
import {
  countFilters,
  isNarrowed,
  NO_FILTERS,
  TAB_STATES,
  TAB_TIMES,
  type TabFilters,
  type TabState,
} from './tab-state';

const TIME_LABELS = { upcoming: 'Upcoming', past: 'Past', all: 'All' };

const FIELD_WIDTH = { base: '100%', sm: 170 };

interface TabFiltersProps {
  filters: TabFilters;
  onChange: (changes: Partial<TabFilters>) => void;
}

/** Upcoming or past, and the filters; on a phone these are folded away. */
export function TabFilterBar({ filters, onChange }: TabFiltersProps) {
  const onPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure(false);
  const filtersId = useId();
  const active = countFilters(filters);
  return (
    <Group gap="sm">
      <SegmentedControl
        aria-label="Which sessions"
        data={TAB_TIMES.map((value) => ({ value, label: TIME_LABELS[value] }))}
        value={filters.when}
        onChange={(when) => onChange({ when })}
      />
      {onPhone ? (
        <>
          <Button
            variant="default"
            leftSection={<IconFilter size={16} aria-hidden />}
            onClick={toggle}
            aria-expanded={opened}
            aria-controls={filtersId}
          >
            {active > 0 ? `Filters (${active})` : 'Filters'}
          </Button>
          <Flex id={filtersId} direction="column" gap="sm" w="100%" display={opened ? undefined : 'none'}>
            <Fields filters={filters} onChange={onChange} />
          </Flex>
        </>
      ) : (
        <Fields filters={filters} onChange={onChange} />
      )}
    </Group>
  );
}

function Fields({ filters, onChange }: TabFiltersProps) {
  const { choices, nameOf } = usePeople();
  const { state, from_date, to_date, creator } = filters;
  const known = creator === '' || choices.some(({ value }) => value === creator);
  return (
    <>
      <MultiSelect
        aria-label="State"
        placeholder={state.length > 0 ? undefined : 'Any state'}
        data={TAB_STATES.map((value) => ({ value, label: stateLabel(value) }))}
        value={state}
        onChange={(picked) => onChange({ state: TAB_STATES.filter((key) => picked.includes(key)) })}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the filter state' }}
        w={{ base: '100%', sm: 230 }}
      />
      <DayField label="From" value={from_date} onChange={(day) => onChange({ from_date: day })} />
      <DayField label="To" value={to_date} onChange={(day) => onChange({ to_date: day })} />
      <Select
        aria-label="Created by"
        placeholder="Any creator"
        data={known ? choices : [...choices, { value: creator, label: nameOf(creator) ?? '' }]}
        value={creator || null}
        onChange={(picked) => onChange({ creator: picked ?? '' })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the filter created by' }}
        w={FIELD_WIDTH}
        limit={50}
        nothingFoundMessage="No such person"
      />
      {isNarrowed(filters) && (
        <Button
          variant="subtle"
          px="xs"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => onChange(NO_FILTERS)}
        >
          Clear filters
        </Button>
      )}
    </>
  );
}

function DayField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <DateInput
      aria-label={`${label} date`}
      placeholder={`${label} date`}
      value={value || null}
      onChange={(day) => onChange(day ?? '')}
      valueFormat="MMM D, YYYY"
      clearable
      clearButtonProps={{ 'aria-label': `Clear the ${label.toLowerCase()} date` }}
      w={{ base: '100%', sm: 140 }}
    />
  );
}

function stateLabel(state: TabState): string {
  return state === 'pending' ? 'Waiting for approval' : statusLook('session', state).label;
}
