import { Radio, Stack } from '@mantine/core';
import type { SeriesScope } from './api/change-series';
import { plural } from './plan-model';

interface ScopeFieldProps {
  value: SeriesScope;
  onChange: (scope: SeriesScope) => void;
  /** How many sessions each scope means; undefined while it is not known. */
  counts: Readonly<Record<SeriesScope, number>> | undefined;
}

const SCOPES = [
  ['following', 'This and following'],
  ['all', 'All still to come'],
] as const;

/** Which sessions of a series are meant. */
export function ScopeField({ value, onChange, counts }: ScopeFieldProps) {
  return (
    <Radio.Group
      label="Which sessions"
      value={value}
      onChange={(scope) => onChange(scope === 'all' ? 'all' : 'following')}
    >
      <Stack gap={8} mt={6}>
        {SCOPES.map(([scope, label]) => (
          <Radio key={scope} value={scope} label={counts ? `${label} (${plural(counts[scope], 'session')})` : label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
