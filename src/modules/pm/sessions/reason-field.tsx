import { Chip, Group, Input, Stack, Textarea } from '@mantine/core';
import { type RefCallback, useId, useRef } from 'react';
import { useOrganization } from '@/platform/organizations';

interface ReasonFieldProps {
  name: string;
  value: string;
  onChange: (reason: string) => void;
  onBlur: () => void;
  /** Of react-hook-form's controller, whose field can be spread in whole. */
  ref: RefCallback<HTMLTextAreaElement>;
  error?: string | undefined;
  disabled?: boolean | undefined;
}

/** Why sessions are cancelled: one of the organization's usual reasons, or words of one's own. */
export function ReasonField({ value, onChange, ref, ...field }: ReasonFieldProps) {
  const { cancellation_reasons } = useOrganization().settings;
  const labelId = useId();
  const input = useRef<HTMLTextAreaElement>(null);

  function pick(reason: string) {
    onChange(reason);
    input.current?.focus();
  }

  return (
    <Stack gap="sm">
      {cancellation_reasons.length > 0 && (
        <Stack gap={6}>
          <Input.Label labelElement="div" id={labelId}>
            Common reasons
          </Input.Label>
          <Group gap={6} role="group" aria-labelledby={labelId}>
            {cancellation_reasons.map((reason) => (
              <Chip
                key={reason}
                size="xs"
                checked={value.trim() === reason}
                onChange={() => pick(reason)}
                disabled={field.disabled ?? false}
                styles={WRAPPING}
              >
                {reason}
              </Chip>
            ))}
          </Group>
        </Stack>
      )}
      <Textarea
        {...field}
        ref={(element) => {
          input.current = element;
          ref(element);
        }}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        label="Reason"
        placeholder="Why it does not take place"
        withAsterisk
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
      />
    </Stack>
  );
}

// A reason may be as long as a sentence.
const WRAPPING = {
  root: { maxWidth: '100%' },
  label: { height: 'auto', minHeight: 'var(--chip-size)', whiteSpace: 'normal', overflowWrap: 'anywhere' },
} as const;
