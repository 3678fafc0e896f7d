import { TextInput } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { recurrenceReading } from '@/platform/recurrence/recurrence-reading';
import type { GroupFormInput } from './group.schema';

/** The recurrence rule as text; one that is understood is read back in words. */
export function RecurrenceField() {
  const { register, control, formState } = useFormContext<GroupFormInput>();
  const rule = useWatch({ control, name: 'recurrence_rule' });
  const reading = recurrenceReading(rule);
  return (
    <TextInput
      label="Recurrence rule"
      description={
        'words' in reading
          ? `Reads as: ${reading.words}.`
          : 'How often it meets, as an RRULE. FREQ=WEEKLY;BYDAY=TU,TH is every Tuesday and Thursday. It plans nothing by itself.'
      }
      placeholder="FREQ=WEEKLY;BYDAY=TU,TH"
      autoCapitalize="characters"
      spellCheck={false}
      error={formState.errors.recurrence_rule?.message}
      {...register('recurrence_rule')}
    />
  );
}
