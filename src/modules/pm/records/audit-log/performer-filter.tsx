import { Select } from '@mantine/core';
import { performerField } from '@/platform/audit';
import { useMembers } from '@/platform/organizations';
import { useFormerMembers } from '../api/get-former-members';
import type { LogView } from './log-view';
import { performerOptions } from './performer-options';

interface PerformerFilterProps {
  value: LogView['by'];
  /** People whom the page names, among them some who have left. */
  people: ReadonlyMap<string, string> | undefined;
  onChange: (by: LogView['by']) => void;
}

/** Whose doings are shown: a member's, a former member's, the system's. */
export function PerformerFilter({ value, people, onChange }: PerformerFilterProps) {
  const { data: members } = useMembers();
  const { data: former } = useFormerMembers();
  return (
    <Select
      label="Done by"
      placeholder="Anybody"
      data={members ? performerOptions(members, new Map([...(former ?? []), ...(people ?? [])])) : []}
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
