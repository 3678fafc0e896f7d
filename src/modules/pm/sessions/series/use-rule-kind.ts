import { useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type Rule, writeRule } from '@/platform/recurrence/rule';
import { formOfRule } from '@/platform/recurrence/rule-form';
import type { RuleForm } from '@/platform/recurrence/rule-form.schema';

/**
 * Switches between the fields and the text of a rule and takes along what the other can say. A text that was typed is never
 * overwritten; `present` is the rule in force, or null.
 */
export function useRuleKind(form: UseFormReturn<RuleForm>, present: Rule | null) {
  const written = useRef('');
  return (value: string) => {
    const kind = (['DAILY', 'WEEKLY', 'MONTHLY', 'text'] as const).find((known) => known === value);
    const before = form.getValues();
    if (!kind || kind === before.kind) return;
    if (kind === 'text' && present && (before.text === '' || before.text === written.current)) {
      written.current = writeRule(present);
      form.setValue('text', written.current, { shouldDirty: true });
    }
    if (before.kind === 'text' && present) {
      // The rule in force names its days, so that nothing is left to the context.
      const { text: _, ...fields } = formOfRule(present, { start: '2000-01-01', groupEnd: null });
      if (fields.kind === kind) form.reset({ ...before, ...fields }, { keepDefaultValues: true });
    }
    form.setValue('kind', kind, { shouldDirty: true, shouldValidate: true });
  };
}
