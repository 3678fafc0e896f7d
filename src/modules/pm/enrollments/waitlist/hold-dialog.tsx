import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { Controller, useForm } from 'react-hook-form';
import { useOrganization } from '@/platform/organizations';
import { addDays, formatDate, todayIn } from '@/platform/time';
import { FormProblem, notifyDone, notifyProblem, setServerError, useGone } from '@/platform/ui';
import { useHoldOnWaitlist } from '../api/hold-on-waitlist';
import { patientName } from '../patient-identity';
import { isHeld, type WaitingEntry } from '../roster-model';
import { holdSchema } from './hold.schema';

interface HoldDialogProps {
  /** Who is to be held back, or whose hold changes; null while the dialog is closed. */
  entry: WaitingEntry | null;
  onClose: () => void;
}

/** Asks why and until when somebody is held back; the place on the waitlist stays. */
export function HoldDialog({ entry, onClose }: HoldDialogProps) {
  const name = patientName(entry?.patient ?? null);
  return (
    <Modal opened={entry !== null} onClose={onClose} title={`Hold back ${name}`}>
      {entry && <HoldForm entry={entry} onClose={onClose} />}
    </Modal>
  );
}

function HoldForm({ entry, onClose }: { entry: WaitingEntry; onClose: () => void }) {
  const today = todayIn(useOrganization().timezone);
  const hold = useHoldOnWaitlist();
  const gone = useGone();
  const form = useForm({
    resolver: zodResolver(holdSchema(today)),
    defaultValues: { reason: entry.wait?.hold_reason ?? '', until: entry.wait?.held_until ?? null },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ reason, until }) => {
    try {
      await hold.mutateAsync({ enrollmentId: entry.id, reason, until });
      const days = until ? ` until ${formatDate(until)}` : '';
      notifyDone({ message: `${patientName(entry.patient)} is held back${days} and keeps the place.` });
      onClose();
    } catch (error) {
      if (gone.current) notifyProblem(error);
      else setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">The place stays. When a seat comes free, whoever is next gets it.</Text>
        <Textarea
          label="Reason"
          description="Optional. Everyone who sees the waitlist can read it."
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <Controller
          control={form.control}
          name="until"
          render={({ field, fieldState }) => (
            <DateInput
              {...field}
              label="Until"
              description="Optional. From that day on the patient is in line again."
              placeholder="Until released by hand"
              valueFormat="ddd, MMM D, YYYY"
              firstDayOfWeek={0}
              minDate={addDays(today, 1)}
              maxDate="2199-12-31"
              clearable
              clearButtonProps={{ 'aria-label': 'No such day' }}
              error={fieldState.error?.message}
              popoverProps={{ withinPortal: true }}
            />
          )}
        />
        <FormProblem message={errors.root?.message} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isSubmitting}>
            Keep as it is
          </Button>
          <Button type="submit" loading={isSubmitting}>
            {isHeld(entry) ? 'Change the hold' : 'Hold back'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
