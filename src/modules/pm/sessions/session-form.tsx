import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useOrganization } from '@/platform/organizations';
import { setServerError } from '@/platform/ui';
import type { GroupOption } from './api/get-group-options';
import { effectivePlan } from './conflict-model';
import { ConflictNotice } from './conflict-notice';
import { GroupField } from './group-field';
import { PolicyNote } from './policy/policy-note';
import { SessionFields } from './session-fields';
import { type SessionFormValues, sessionFormSchema } from './session-form.schema';
import { defaultEnd, groupDefaults, type Slot } from './session-form-model';
import { usePeople } from './use-people';
import { useRefusal } from './use-refusal';

/** Fields by which a session takes people and a room, and when. */
const CLAIMING: ReadonlySet<string> = new Set([
  'group_definition_id',
  'session_date',
  'start_time',
  'end_time',
  'facilitator_id',
  'co_facilitator_id',
  'location',
]);

interface SessionFormProps {
  initial: SessionFormValues;
  groups: readonly GroupOption[];
  /** Null for a new session, which is the only one whose group can be chosen. */
  sessionId: string | null;
  /** What was selected in the calendar: no group's usual value replaces it. */
  slot?: Slot;
  submitLabel: string;
  /** Saves; when it rejects, the form stays and says why, and else it closes. */
  onSubmit: (values: SessionFormValues) => Promise<unknown>;
  onClose: () => void;
}

/** The form of a session, with what is in its way shown before it is saved. */
export function SessionForm({ initial, groups, sessionId, slot, submitLabel, onSubmit, onClose }: SessionFormProps) {
  const { timezone } = useOrganization();
  const refuse = useRefusal();
  const people = usePeople();
  const form = useForm({ resolver: zodResolver(sessionFormSchema), defaultValues: initial, mode: 'onTouched' });
  const { errors, isSubmitting, dirtyFields } = form.formState;
  const values = useWatch({ control: form.control, compute: (all) => all });
  const group = groups.find(({ id }) => id === values.group_definition_id);
  const plan = effectivePlan(values, sessionId ? undefined : group);
  // What stays when it was is not held to a policy that came later.
  const isMoved =
    sessionId === null ||
    values.session_date !== initial.session_date ||
    values.start_time !== initial.start_time ||
    values.end_time !== initial.end_time;

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          // What the server refused is about the values as they were sent; after a change the live check speaks again.
          form.clearErrors('root');
          // "Anyway" was said to the conflicts of that time, of those people and that room.
          if (name && CLAIMING.has(name)) form.setValue('conflict_override', initial.conflict_override);
        },
      }),
    [form.subscribe, form.clearErrors, form.setValue, initial.conflict_override],
  );

  function takeDefaults(chosen: GroupOption | undefined) {
    const { facilitator_id, co_facilitator_id, location } = groupDefaults(chosen);
    if (!dirtyFields.facilitator_id && !slot?.facilitatorId)
      form.resetField('facilitator_id', { defaultValue: facilitator_id });
    if (!dirtyFields.co_facilitator_id) form.resetField('co_facilitator_id', { defaultValue: co_facilitator_id });
    if (!dirtyFields.location && !slot?.location) form.resetField('location', { defaultValue: location });
    if (!dirtyFields.end_time && !slot?.end)
      form.resetField('end_time', { defaultValue: defaultEnd(form.getValues('start_time'), chosen) });
  }

  const submit = form.handleSubmit(async (checked) => {
    try {
      await onSubmit(checked);
      onClose();
    } catch (error) {
      refuse(error, (refusal) => setServerError(form, refusal));
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {sessionId === null && <GroupField control={form.control} groups={groups} onChosen={takeDefaults} />}
        <SessionFields form={form} timezone={timezone} people={people} />
        {isMoved && (
          <PolicyNote
            groupId={values.group_definition_id}
            led={plan}
            plan={{ date: values.session_date, start: values.start_time, end: values.end_time }}
            isNew={sessionId === null}
          />
        )}
        <ConflictNotice
          control={form.control}
          plan={plan}
          people={people}
          exceptSessionId={sessionId}
          refusal={errors.root?.message}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isSubmitting}>
            {sessionId ? 'Keep as it is' : 'Do not schedule'}
          </Button>
          <Button type="submit" loading={isSubmitting}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
