import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, NumberInput, Stack, Textarea } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { patientName } from '../patient-identity';
import type { RosterEntry } from '../roster-model';
import { moveSchema } from './move.schema';

/** Somebody who waits, and the place to go to (1 = next); null while that is still to be said. */
export interface PlannedMove {
  entry: RosterEntry;
  place: number | null;
}

interface MoveDialogProps {
  /** The waitlist in its present order. */
  waiting: readonly RosterEntry[];
  /** Null while the dialog is closed. */
  move: PlannedMove | null;
  onClose: () => void;
  onMove: (entry: RosterEntry, place: number, reason: string) => void;
}

/** Asks for the place on the waitlist to which somebody should move, and why; Enter is enough after a drag. */
export function MoveDialog({ move, ...rest }: MoveDialogProps) {
  return (
    <Modal opened={move !== null} onClose={rest.onClose} title={`Move ${patientName(move?.entry.patient ?? null)}`}>
      {move && <MoveForm move={move} {...rest} />}
    </Modal>
  );
}

function MoveForm({ waiting, move, onClose, onMove }: MoveDialogProps & { move: PlannedMove }) {
  const present = waiting.findIndex(({ id }) => id === move.entry.id) + 1;
  const form = useForm({
    resolver: zodResolver(moveSchema(waiting.length)),
    defaultValues: { place: move.place ?? present, reason: '' },
  });

  const submit = form.handleSubmit(({ place, reason }) => {
    if (place !== null && place !== present) onMove(move.entry, place, reason);
    onClose();
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Controller
          control={form.control}
          name="place"
          render={({ field, fieldState }) => (
            <NumberInput
              {...field}
              value={field.value ?? ''}
              onChange={(value) => field.onChange(typeof value === 'number' ? value : null)}
              label="Place on the waitlist"
              description={`Now ${present}. 1 is next, ${waiting.length} is last. The others keep their order.`}
              allowDecimal={false}
              allowNegative={false}
              data-autofocus={move.place === null || undefined}
              error={fieldState.error?.message}
            />
          )}
        />
        <Textarea
          label="Reason"
          description="Optional. The seat history shows it to everyone who sees the waitlist."
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus={move.place !== null || undefined}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void submit();
          }}
          error={form.formState.errors.reason?.message}
          {...form.register('reason')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep as it is
          </Button>
          <Button type="submit">Move</Button>
        </Group>
      </Stack>
    </form>
  );
}
