import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { AUDIT_KINDS, KIND_MEANINGS } from '@/platform/audit';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import type { LogPage } from './log-line';
import { ACTIVITY_OPTIONS, chosenAction, isNarrowed, type LogView, logView, NO_FILTERS } from './log-view';
import { PatientFilter } from './patient-filter';
import { PerformerFilter } from './performer-filter';

const PERIOD_OPTIONS = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: 'all', label: 'All' },
];

const ACCESS_OPTIONS = AUDIT_KINDS.map((kind) => ({ value: kind, label: KIND_MEANINGS[kind].label }));

interface LogFiltersProps {
  view: LogView;
  /** The page that is shown, for the names behind the ids in the address. */
  page: LogPage | undefined;
  onChange: (changes: Partial<LogView>) => void;
}

/** Narrows a log by period, by who did it, by patient and by what was done. */
export function LogFilters({ view, page, onChange }: LogFiltersProps) {
  return (
    <Group gap="sm" align="flex-end">
      <SegmentedControl
        aria-label="Period"
        data={PERIOD_OPTIONS}
        value={view.days}
        onChange={(days) => onChange({ days: logView.shape.days.parse(days) })}
      />
      <PerformerFilter value={view.by} people={page?.people} onChange={(by) => onChange({ by })} />
      <Can permission={PM_PERMISSIONS.PATIENTS_VIEW}>
        <PatientFilter
          key={view.patient}
          value={view.patient}
          name={page?.patient ?? null}
          onChange={(patient) => onChange({ patient })}
        />
      </Can>
      <Select
        label="What was done"
        placeholder="Anything"
        data={view.log === 'groups' ? ACTIVITY_OPTIONS : ACCESS_OPTIONS}
        value={chosenAction(view) || null}
        onChange={(action) => onChange({ action: action ?? '' })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Anything that was done' }}
        nothingFoundMessage="No such action"
        flex={{ base: '1 1 100%', sm: '0 1 220px' }}
      />
      {isNarrowed(view) && (
        <Button variant="subtle" onClick={() => onChange(NO_FILTERS)}>
          Clear the filters
        </Button>
      )}
    </Group>
  );
}
