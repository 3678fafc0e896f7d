import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useMembers } from '@/platform/organizations';
import { GROUP_TYPE_KEYS, groupTypeLook, statusLook } from '@/platform/ui';
import { useReportGroups } from './api/get-report-groups';
import type { ReportQuestion } from './api/report-question';
import { type ChangeView, type ReportView, reportView } from './report-view';

const RANGES = [
  { value: '4', label: '4 weeks' },
  { value: '12', label: '12 weeks' },
  { value: '26', label: '26 weeks' },
  { value: 'dates', label: 'Dates' },
];
const TYPES = GROUP_TYPE_KEYS.map((value) => ({ value, label: groupTypeLook(value).label }));

interface ReportFiltersProps {
  view: ReportView;
  /** What the view asks for, with its days. */
  question: ReportQuestion;
  onChange: ChangeView;
}

/** Narrows the reports by days, group, type and facilitator. */
export function ReportFilters({ view, question, onChange }: ReportFiltersProps) {
  const isNarrowed = view.group !== '' || view.type !== '' || view.facilitator !== '';
  return (
    <Group gap="sm" align="flex-end" mb="md" data-screen-only>
      <SegmentedControl
        aria-label="Range"
        data={RANGES}
        value={view.range}
        onChange={(range) =>
          onChange({ range: reportView.shape.range.parse(range), from: question.from, to: question.to })
        }
      />
      {view.range === 'dates' && (
        <>
          <Day label="From" value={question.from} onChange={(from) => onChange({ from })} />
          <Day label="To" value={question.to} onChange={(to) => onChange({ to })} />
        </>
      )}
      <GroupFilter value={view.group} onChange={(group) => onChange({ group })} />
      <Select
        label="Type"
        placeholder="All types"
        data={TYPES}
        value={view.type || null}
        onChange={(type) => onChange({ type: reportView.shape.type.parse(type ?? '') })}
        clearable
        clearButtonProps={{ 'aria-label': 'All types' }}
        flex={{ base: '1 1 45%', sm: '0 1 200px' }}
      />
      <FacilitatorFilter value={view.facilitator} onChange={(facilitator) => onChange({ facilitator })} />
      {isNarrowed && (
        <Button variant="subtle" onClick={() => onChange({ group: '', type: '', facilitator: '' })}>
          Clear the filters
        </Button>
      )}
    </Group>
  );
}

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
}

function Day({ label, value, onChange }: FieldProps & { label: string }) {
  return (
    <DateInput
      label={label}
      value={value}
      valueFormat="MMM D, YYYY"
      minDate="1990-01-01"
      maxDate="2199-12-31"
      onChange={(day) => day && onChange(day)}
      flex={{ base: '1 1 45%', sm: '0 1 150px' }}
    />
  );
}

interface GroupFilterProps extends FieldProps {
  /** The types of groups to choose from; all where it is left out. */
  types?: readonly string[];
}

/** Narrows by group. */
export function GroupFilter({ value, onChange, types }: GroupFilterProps) {
  const { data: groups = [] } = useReportGroups();
  const offered = groups.filter(({ id, group_type }) => !types || types.includes(group_type) || id === value);
  return (
    <Select
      label="Group"
      placeholder="All groups"
      data={offered.map(({ id, name, status }) => ({
        value: id,
        label: status === 'active' ? name : `${name} (${statusLook('group', status).label.toLowerCase()})`,
      }))}
      value={value || null}
      onChange={(group) => onChange(group ?? '')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'All groups' }}
      nothingFoundMessage="No such group"
      flex={{ base: '1 1 100%', sm: '0 1 220px' }}
    />
  );
}

function FacilitatorFilter({ value, onChange }: FieldProps) {
  const { data = [] } = useMembers();
  return (
    <Select
      label="Facilitator"
      placeholder="Everybody"
      data={data.map(({ id, full_name }) => ({ value: id, label: full_name }))}
      value={value || null}
      onChange={(facilitator) => onChange(facilitator ?? '')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Everybody' }}
      nothingFoundMessage="No such person"
      flex={{ base: '1 1 45%', sm: '0 1 200px' }}
    />
  );
}
