import { Badge, Button, FocusTrap, Group, MultiSelect, Popover, Select, Stack } from '@mantine/core';
import { IconFilter, IconUserCheck } from '@tabler/icons-react';
import { type People, SESSION_STATUSES, type Session } from '@/modules/pm/sessions';
import { GROUP_TYPE_KEYS, GROUP_TYPES, statusLook } from '@/platform/ui';
import classes from './schedule-filters.module.css';
import { countFilters, NO_FILTER, roomsOf, type SessionFilter } from './session-filter';

interface ScheduleFiltersProps {
  filter: SessionFilter;
  people: People;
  /** Whose rooms can be chosen. */
  sessions: readonly Session[];
  onChange: (changes: Partial<SessionFilter>) => void;
}

/** "Mine" at hand, the other filters behind a button that says how many are set. */
export function ScheduleFilters({ filter, people, sessions, onChange }: ScheduleFiltersProps) {
  const mine = filter.mine !== '';
  const others = countFilters(filter) - (mine ? 1 : 0);
  const rooms = roomsOf(sessions);
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant={mine ? 'light' : 'default'}
        aria-pressed={mine}
        leftSection={<IconUserCheck size={16} aria-hidden />}
        aria-label="Mine"
        classNames={{ root: classes.compact, section: classes.compactSection }}
        onClick={() => onChange({ mine: mine ? '' : 'yes' })}
      >
        <span className={classes.wideOnly}>Mine</span>
      </Button>
      <Popover position="bottom-end" width={300} shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant={others > 0 ? 'light' : 'default'}
            leftSection={<IconFilter size={16} aria-hidden />}
            rightSection={
              others > 0 && (
                <Badge size="sm" circle variant="filled">
                  {others}
                </Badge>
              )
            }
            // Begins with what is written on it, space included: who speaks to the computer says that.
            aria-label={others > 0 ? `Filters ${others} set` : 'Filters'}
            classNames={{ root: classes.compact, section: classes.compactSection }}
          >
            <span className={classes.wideOnly}>Filters </span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Filters">
          <FocusTrap.InitialFocus />
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
              disabled={others === 0}
              onClick={() => onChange({ ...NO_FILTER, mine: filter.mine })}
            >
              Clear filters
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

/** Also whoever is in the address but no longer active, so that the filter can be seen and taken off. */
function chosenAndChoices({ choices, nameOf }: People, chosen: readonly string[]) {
  const missing = chosen.filter((id) => !choices.some(({ value }) => value === id));
  return [...choices, ...missing.map((id) => ({ value: id, label: nameOf(id) ?? '' }))];
}
