import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { FormProblem, notifyProblem, SeatsBar, setServerError, useGone } from '@/platform/ui';
import { usePatientEnrollments } from '../api/get-patient-enrollments';
import { useSeatOutlook } from '../api/get-seat-outlook';
import type { TransferTarget } from '../api/get-transfer-targets';
import { EnrollmentWarnings } from '../enrollment-warnings';
import type { Roster, RosterEntry } from '../roster-model';
import { departureSentence, seatsFreedSentence } from '../sentences';
import { StartsOnField } from '../starts-on-field';
import { TargetPicker } from './target-picker';
import { type TransferValues, transferSchema } from './transfer.schema';
import { transferLabel } from './transfer-sentences';
import { useTransferring } from './use-transferring';
import { WhenFullChoice } from './when-full-choice';

interface TransferFormProps {
  roster: Roster;
  entry: RosterEntry;
  onClose: () => void;
  /** Follows when it is done. */
  onDone: () => void;
}

/** Where to, from which day on, why; and what to do when the other group is full. */
export function TransferForm({ roster, entry, onClose, onDone }: TransferFormProps) {
  const gone = useGone();
  const form = useForm<TransferValues>({
    resolver: zodResolver(transferSchema),
    defaultValues: { group: null, startsOn: null, reason: '', whenFull: 'stay' },
  });
  const { errors, isSubmitting } = form.formState;
  const [group, startsOn, whenFull] = useWatch({ control: form.control, name: ['group', 'startsOn', 'whenFull'] });
  const { data: held = [] } = usePatientEnrollments(entry.patient_id);
  const { transferTo, alsoWaitIn } = useTransferring(group);
  // Read again after a refusal, so that a group that filled up meanwhile is shown as full.
  const { data: outlook } = useSeatOutlook(group?.id ?? '');
  const isFull = group !== null && (outlook?.seats_free ?? group.free) === 0;
  const stays = isFull && whenFull === 'stay';

  function takenIn(groupId: string): string | null {
    const live = held.find((one) => one.group_definition_id === groupId && one.status !== 'disenrolled');
    if (!live) return null;
    return live.status === 'enrolled' ? 'Enrolled already' : 'On the waitlist already';
  }

  const submit = form.handleSubmit(async (values) => {
    if (!values.group) return;
    try {
      if (stays) await alsoWaitIn(values.group, entry, values.startsOn);
      else {
        await transferTo(values.group, entry, {
          startsOn: values.startsOn,
          reason: values.reason,
          onFull: isFull ? 'waitlist' : 'reject',
        });
      }
      onDone();
    } catch (error) {
      if (gone.current) notifyProblem(error);
      else setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Controller
          control={form.control}
          name="group"
          render={({ field, fieldState }) => (
            <TargetPicker
              from={roster.group}
              value={field.value}
              onChange={field.onChange}
              takenIn={takenIn}
              error={fieldState.error?.message}
            />
          )}
        />
        {group && <SeatsThere group={group} />}
        {isFull && (
          <Controller
            control={form.control}
            name="whenFull"
            render={({ field }) => (
              <WhenFullChoice
                what={entry.status === 'enrolled' ? 'seat' : 'place'}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
        )}
        <Controller
          control={form.control}
          name="startsOn"
          render={({ field, fieldState }) => (
            <StartsOnField value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
          )}
        />
        {!stays && (
          <Textarea
            label="Reason"
            description="Optional. Everyone who sees the history of the groups can read it."
            autosize
            minRows={2}
            maxRows={6}
            error={errors.reason?.message}
            {...form.register('reason')}
          />
        )}
        {group && entry.patient && (
          <EnrollmentWarnings
            groupId={group.id}
            patients={[entry.patient]}
            startsOn={startsOn}
            leavingGroupId={stays ? undefined : roster.group.id}
          />
        )}
        {group && !stays && (
          <Text size="sm" c="dimmed">
            Here: {departureSentence(roster, entry)}
          </Text>
        )}
        <FormProblem message={errors.root?.message} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isSubmitting}>
            Keep as it is
          </Button>
          <Button type="submit" loading={isSubmitting}>
            {transferLabel(isFull, whenFull)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Seats of the chosen group as they are now; how fast they come free when there are none. */
function SeatsThere({ group }: { group: TransferTarget }) {
  const { data: outlook } = useSeatOutlook(group.id);
  const free = outlook?.seats_free ?? group.free;
  return (
    <Stack gap={4}>
      <SeatsBar
        taken={outlook?.seats_taken ?? group.taken}
        capacity={outlook?.max_capacity ?? group.capacity}
        waiting={outlook?.waiting ?? group.waiting}
      />
      {free === 0 && outlook && (
        <Text size="sm" c="dimmed">
          {seatsFreedSentence(outlook)}
        </Text>
      )}
    </Stack>
  );
}
