import { Select } from '@mantine/core';
import { performerField } from '@/platform/audit';
import { useMembers } from '@/platform/organizations';
import type { LogView } from './log-view';

interface PerformerFilterProps {
  value: LogView['by'];
  /** People whom the page names, among them some who have left. */
  people: ReadonlyMap<string, string> | undefined;
  onChange: (by: LogView['by']) => void;
}

/** Whose doings are shown: a member's, a former member's, the system's. */
export function PerformerFilter({ value, people, onChange }: PerformerFilterProps) {
  const { data: members } = useMembers();
  const known = new Set(members?.map(({ id }) => id));
  const former = members ? [...(people ?? [])].filter(([id]) => !known.has(id)) : [];
  const options = [
    ...(members ?? []).map(({ id, full_name, email }) => ({ value: id, label: full_name || email })),
    ...former.map(([id, name]) => ({ value: id, label: `${name} (former member)` })),
    { value: 'system', label: 'The system' },
  ];
  return (
    <Select
      label="Done by"
      placeholder="Anybody"
      data={options}
      value={value || null}
      onChange={(by) => onChange(performerField.parse(by ?? undefined))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Done by anybody' }}
      nothingFoundMessage="Nobody of this name"
      flex={{ base: '1 1 100%', sm: '0 1 200px' }}
    />
  );
}
