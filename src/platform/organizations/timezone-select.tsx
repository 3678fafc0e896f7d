import { Select } from '@mantine/core';
import { type Ref, useMemo } from 'react';
import { viewerTimezone } from '@/platform/time';
import { timezoneOptions } from './timezone-options';

interface TimezoneSelectProps {
  /** IANA name, or empty. */
  value: string;
  onChange: (timezone: string) => void;
  onBlur: () => void;
  name: string;
  ref: Ref<HTMLInputElement>;
  description: string;
  error: string | undefined;
  /** Listed first; the viewer's own unless told otherwise. */
  first?: string;
}

/** A clinic's time zone, found by typing a part of its name. */
export function TimezoneSelect({ onChange, first = viewerTimezone(), ...field }: TimezoneSelectProps) {
  const zones = useMemo(() => timezoneOptions(first), [first]);
  return (
    <Select
      {...field}
      onChange={(zone) => onChange(zone ?? '')}
      label="Time zone"
      data={zones}
      searchable
      limit={50}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage="No such time zone"
    />
  );
}
