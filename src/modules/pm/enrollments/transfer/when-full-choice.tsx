import { Radio, Stack } from '@mantine/core';
import type { TransferValues } from './transfer.schema';

interface WhenFullChoiceProps {
  /** "seat" or "place", whichever the patient has here. */
  what: string;
  value: TransferValues['whenFull'];
  onChange: (whenFull: TransferValues['whenFull']) => void;
}

/** What to do about a group that is full; closing the dialog is the third way. */
export function WhenFullChoice({ what, value, onChange }: WhenFullChoiceProps) {
  return (
    <Radio.Group
      label="The group is full. What then?"
      value={value}
      onChange={(chosen) => onChange(chosen === 'leave' ? 'leave' : 'stay')}
    >
      <Stack gap="xs" mt={6}>
        <Radio
          value="stay"
          label={`Keep the ${what} here, and also wait there`}
          description="The patient is in both until you decide."
        />
        <Radio
          value="leave"
          label={`Give up the ${what} here, and wait there`}
          description={`The ${what} here goes to whoever is next.`}
        />
      </Stack>
    </Radio.Group>
  );
}
