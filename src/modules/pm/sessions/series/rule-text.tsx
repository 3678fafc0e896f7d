import { Textarea } from '@mantine/core';
import { useRef } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { readRule } from '@/platform/recurrence/read-rule';
import type { RuleForm } from '@/platform/recurrence/rule-form.schema';

interface RuleTextProps {
  form: UseFormReturn<RuleForm>;
  problem: string | null;
  onStart: (date: string) => void;
}

/** A rule as calendars write it, typed or pasted. What is wrong is said; what was typed stays. */
export function RuleText({ form, problem, onStart }: RuleTextProps) {
  const lastStart = useRef<string | null>(null);

  function takeStart(text: string) {
    // Only the date of DTSTART is taken, as written, so no clock has a part in it.
    const reading = readRule(text, { timezone: 'UTC', startTime: '00:00' });
    const start = 'problem' in reading ? null : reading.start;
    if (start !== null && start !== lastStart.current) onStart(start);
    lastStart.current = start;
  }

  return (
    <Controller
      control={form.control}
      name="text"
      render={({ field }) => (
        <Textarea
          {...field}
          onChange={(event) => {
            field.onChange(event);
            takeStart(event.currentTarget.value);
          }}
          label="Recurrence rule"
          description="An RRULE, as calendars write it. Lines with DTSTART and EXDATE may come along; times are those above."
          placeholder="FREQ=MONTHLY;BYDAY=2TU;COUNT=6"
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          autoCapitalize="characters"
          error={problem}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
      )}
    />
  );
}
