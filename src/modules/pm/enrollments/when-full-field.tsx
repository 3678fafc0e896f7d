import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { EnrollTerms } from './enroll-terms';

interface WhenFullFieldProps {
  value: EnrollTerms['onFull'];
  onChange: (onFull: EnrollTerms['onFull']) => void;
}

/** What happens to those for whom there is no seat. */
export function WhenFullField({ value, onChange }: WhenFullFieldProps) {
  const labelId = useId();
  return (
    <Input.Wrapper>
      <Input.Label labelElement="div" id={labelId}>
        When the group is full
      </Input.Label>
      <Input.Description mb={5}>For those for whom no seat is left.</Input.Description>
      <SegmentedControl
        fullWidth
        aria-labelledby={labelId}
        value={value}
        onChange={(chosen) => onChange(chosen === 'reject' ? 'reject' : 'waitlist')}
        data={[
          { value: 'waitlist', label: 'Waitlist' },
          { value: 'reject', label: 'Don’t enroll' },
        ]}
      />
    </Input.Wrapper>
  );
}
