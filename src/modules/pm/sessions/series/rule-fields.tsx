import { Chip, Group, Input, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { WEEKDAYS } from '@/platform/recurrence/rule';
import type { RuleForm } from '@/platform/recurrence/rule-form.schema';
import { WEEKDAY_NAMES } from '@/platform/recurrence/rule-words';
import { MonthlyFields } from './monthly-fields';
import { RuleEnding } from './rule-ending';
import { RuleText } from './rule-text';
import type { RuleInForce } from './use-rule';
import { useRuleKind } from './use-rule-kind';

interface RuleFieldsProps {
  form: UseFormReturn<RuleForm>;
  rule: RuleInForce;
  /** When the group ends, `YYYY-MM-DD`; null where ending with it is no choice. */
  groupEnd: string | null;
  /** A pasted rule named its first date. */
  onStart: (date: string) => void;
}

const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month' } as const;

/** How often, on which days, and until when; or the rule as text. */
export function RuleFields({ form, rule, groupEnd, onStart }: RuleFieldsProps) {
  const { control } = form;
  const [kind, interval] = useWatch({ control, name: ['kind', 'interval'] });
  const labelId = useId();
  const changeKind = useRuleKind(form, rule.rule);
  return (
    <Stack gap="sm">
      <Input.Label component="div" mb={-8} id={labelId}>
        Repeats
      </Input.Label>
      <SegmentedControl
        fullWidth
        aria-labelledby={labelId}
        value={kind}
        onChange={changeKind}
        data={[
          { value: 'DAILY', label: 'Daily' },
          { value: 'WEEKLY', label: 'Weekly' },
          { value: 'MONTHLY', label: 'Monthly' },
          { value: 'text', label: 'As a rule' },
        ]}
      />
      {kind === 'text' ? (
        <RuleText form={form} problem={rule.problem} onStart={onStart} />
      ) : (
        <>
          <Group gap="xs" align="flex-start" wrap="nowrap">
            <Text size="sm" pt={8}>
              Every
            </Text>
            <Controller
              control={control}
              name="interval"
              render={({ field, fieldState }) => (
                <NumberInput
                  {...field}
                  onChange={(value) => field.onChange(typeof value === 'number' ? value : '')}
                  aria-label={`Every how many ${UNITS[kind]}s`}
                  min={1}
                  max={99}
                  clampBehavior="none"
                  allowDecimal={false}
                  w={72}
                  error={fieldState.error?.message}
                  styles={{ error: { whiteSpace: 'nowrap' } }}
                />
              )}
            />
            <Text size="sm" pt={8}>
              {UNITS[kind]}
              {interval === 1 ? '' : 's'}
            </Text>
          </Group>
          {kind === 'WEEKLY' && <WeekdayChips form={form} />}
          {kind === 'MONTHLY' && <MonthlyFields form={form} />}
          <RuleEnding form={form} groupEnd={groupEnd} />
        </>
      )}
    </Stack>
  );
}

/** As the calendar shows a week. */
const CALENDAR_WEEK = ['SU', ...WEEKDAYS.slice(0, 6)] as const;

function WeekdayChips({ form }: { form: UseFormReturn<RuleForm> }) {
  return (
    <Controller
      control={form.control}
      name="weekdays"
      render={({ field, fieldState }) => (
        <Input.Wrapper error={fieldState.error?.message}>
          <Group gap={6} role="group" aria-label="On these days">
            <Chip.Group
              multiple
              value={field.value}
              onChange={(days) => field.onChange(WEEKDAYS.filter((day) => days.includes(day)))}
            >
              {CALENDAR_WEEK.map((day) => (
                <Chip key={day} value={day} size="xs" aria-label={WEEKDAY_NAMES[day]}>
                  {WEEKDAY_NAMES[day].slice(0, 3)}
                </Chip>
              ))}
            </Chip.Group>
          </Group>
        </Input.Wrapper>
      )}
    />
  );
}
