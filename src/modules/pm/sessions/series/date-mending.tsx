import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useOrganization } from '@/platform/organizations';
import { SessionFields } from '../session-fields';
import { type SessionFormValues, sessionFormSchema } from '../session-form.schema';
import type { People } from '../use-people';
import { mendedValues, mendOf } from './mending';
import type { Mend } from './plan-model';
import classes from './series.module.css';

interface DateMendingProps {
  date: string;
  mend: Mend;
  series: SessionFormValues;
  people: People;
  onMend: (mend: Mend) => void;
}

/** Another date, time, room or person for one date of a series; taken as soon as it is complete, so that it is checked at once. */
export function DateMending({ date, mend, series, people, onMend }: DateMendingProps) {
  const { timezone } = useOrganization();
  // As it was when it was opened: the answers of the form are what changes the mend, not the other way round.
  const [values] = useState(() => mendedValues(date, mend, series));
  const form = useForm({ resolver: zodResolver(sessionFormSchema), defaultValues: values, mode: 'onTouched' });

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: typed }) => {
          if (sessionFormSchema.safeParse(typed).success) onMend(mendOf(date, typed, series, mend));
        },
      }),
    [form.subscribe, onMend, date, series, mend],
  );

  return (
    <Stack gap="xs" className={classes.mending}>
      <SessionFields form={form} timezone={timezone} people={people} withNotes={false} />
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            form.reset(mendedValues(date, {}, series));
            onMend({});
          }}
        >
          As the series again
        </Button>
      </Group>
    </Stack>
  );
}
