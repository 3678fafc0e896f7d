import { Button, MultiSelect, Select, Stack } from '@mantine/core';
import { type People, SESSION_STATUSES, type Session } from '@/modules/pm/sessions';
import { GROUP_TYPE_KEYS, GROUP_TYPES, statusLook } from '@/platform/ui';
import { countOthers, NO_FILTER, roomsOf, type SessionFilter } from './session-filter';

export interface FilterFieldsProps {
  filter: SessionFilter;
  people: People;
  /** Whose rooms can be chosen. */
  sessions: readonly Session[];
  onChange: (changes: Partial<SessionFilter>) => void;
}

/** The filters other than "Mine", and how to take them off. */
export function FilterFields({ filter, people, sessions, onChange }: FilterFieldsProps) {
  const rooms = roomsOf(sessions);
  return (
    <Stack gap="sm">
      <MultiSelect
        label="Facilitator"
        data={chosenAndChoices(people, filter.facilitator)}
        value={filter.facilitator}
        onChange={(facilitator) => onChange({ facilitator })}
        searchable
        clearable
        comboboxProps={{ withinPortal: false }}
      />
      <MultiSelect
        label="Type"
        data={GROUP_TYPE_KEYS.map((value) => ({ value, label: GROUP_TYPES[value].label }))}
        value={filter.type}
        onChange={(chosen) => onChange({ type: GROUP_TYPE_KEYS.filter((key) => chosen.includes(key)) })}
        searchable
        clearable
        comboboxProps={{ withinPortal: false }}
      />
      <Select
        label="Location"
        data={filter.location === '' || rooms.includes(filter.location) ? rooms : [filter.location, ...rooms]}
        value={filter.location || null}
        onChange={(location) => onChange({ location: location ?? '' })}
        searchable
        clearable
        nothingFoundMessage="No session is there in these days"
        comboboxProps={{ withinPortal: false }}
      />
      <MultiSelect
        label="State"
        data={SESSION_STATUSES.map((value) => ({ value, label: statusLook('session', value).label }))}
        value={filter.state}
        onChange={(chosen) => onChange({ state: SESSION_STATUSES.filter((key) => chosen.includes(key)) })}
        searchable
        clearable
        comboboxProps={{ withinPortal: false }}
      />
      <Button
        variant="subtle"
        disabled={countOthers(filter) === 0}
        onClick={() => onChange({ ...NO_FILTER, mine: filter.mine })}
      >
        Clear filters
      </Button>
    </Stack>
  );
}

/** Also whoever is in the address but no longer active, so that the filter can be seen and taken off. */
function chosenAndChoices({ choices, nameOf }: People, chosen: readonly string[]) {
  const missing = chosen.filter((id) => !choices.some(({ value }) => value === id));
  return [...choices, ...missing.map((id) => ({ value: id, label: nameOf(id) ?? '' }))];
}
