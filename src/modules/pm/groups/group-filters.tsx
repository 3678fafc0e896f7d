import { Button, Collapse, Flex, Group, MultiSelect, Select } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useMembers } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { GROUP_TYPE_KEYS, groupTypeLook, SearchInput, statusLook } from '@/platform/ui';
import {
  countFilters,
  GROUP_STATUSES,
  isNarrowed,
  type ListState,
  NO_FILTERS,
  PERIODS,
  SEATS_FILTERS,
} from './list-state';
import { SortField } from './sort-field';

const SEATS_LABELS: Readonly<Record<(typeof SEATS_FILTERS)[number], string>> = {
  over: 'Over capacity',
  under: 'Under the minimum',
  free: 'With free seats',
  waiting: 'With a waitlist',
};

const PERIOD_LABELS: Readonly<Record<(typeof PERIODS)[number], string>> = { AM: 'AM', PM: 'PM', none: 'No period' };

/** All of a row on a phone; several fields of a desk's screen fit beside each other. */
const FIELD_WIDTH = { base: '100%', sm: 180 };
const WIDE_FIELD = { base: '100%', sm: 290 };

interface GroupFiltersProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
}

/** Search and filters of the list; on a phone the filters are folded away. */
export function GroupFilters({ state, onChange }: GroupFiltersProps) {
  const onPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure(false);
  const filtersId = useId();
  const active = countFilters(state);
  return (
    <Group mb="md" gap="sm" align="flex-start">
      <SearchInput
        label="Search name, code or description"
        flex={onPhone ? 1 : undefined}
        w={onPhone ? undefined : 280}
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
          <Collapse expanded={opened} id={filtersId} w="100%">
            <Flex direction="column" gap="sm">
              <FilterFields state={state} onChange={onChange} />
            </Flex>
          </Collapse>
        </>
      ) : (
        <FilterFields state={state} onChange={onChange} />
      )}
    </Group>
  );
}

function FilterFields({ state, onChange }: GroupFiltersProps) {
  const { can } = usePermissions();
  const { data: members = [] } = useMembers();
  return (
    <>
      <MultiSelect
        aria-label="Type"
        placeholder={state.type.length > 0 ? undefined : 'Any type'}
        data={GROUP_TYPE_KEYS.map((value) => ({ value, label: groupTypeLook(value).label }))}
        value={state.type}
        onChange={(picked) => onChange({ type: GROUP_TYPE_KEYS.filter((key) => picked.includes(key)) })}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the filter type' }}
        w={FIELD_WIDTH}
      />
      <MultiSelect
        aria-label="Status"
        placeholder={state.status.length > 0 ? undefined : 'Any status'}
        data={GROUP_STATUSES.map((value) => ({ value, label: statusLook('group', value).label }))}
        value={state.status}
        onChange={(picked) => onChange({ status: GROUP_STATUSES.filter((key) => picked.includes(key)) })}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the filter status' }}
        w={FIELD_WIDTH}
      />
      <Select
        aria-label="Facilitator"
        placeholder="Any facilitator"
        data={[
          { value: 'none', label: 'No facilitator' },
          ...members.map(({ id, full_name }) => ({ value: id, label: full_name })),
        ]}
        value={state.facilitator || null}
        onChange={(picked) => onChange({ facilitator: picked ?? '' })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the filter facilitator' }}
        w={FIELD_WIDTH}
        limit={50}
        nothingFoundMessage="No such person"
      />
      <Select
        aria-label="Period"
        placeholder="Any period"
        data={PERIODS.map((value) => ({ value, label: PERIOD_LABELS[value] }))}
        value={state.period || null}
        onChange={(picked) => onChange({ period: PERIODS.find((key) => key === picked) ?? '' })}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the filter period' }}
        w={FIELD_WIDTH}
      />
      {can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW) && (
        <Select
          aria-label="Seats"
          placeholder="Any seats"
          data={SEATS_FILTERS.map((value) => ({ value, label: SEATS_LABELS[value] }))}
          value={state.seats || null}
          onChange={(picked) => onChange({ seats: SEATS_FILTERS.find((key) => key === picked) ?? '' })}
          clearable
          clearButtonProps={{ 'aria-label': 'Clear the filter seats' }}
          w={FIELD_WIDTH}
        />
      )}
      <SortField state={state} onChange={onChange} w={WIDE_FIELD} />
      {isNarrowed(state) && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => onChange(NO_FILTERS)}
          // Within the padding of its text: it begins where the fields do.
          px="xs"
        >
          Clear filters
        </Button>
      )}
    </>
  );
}
