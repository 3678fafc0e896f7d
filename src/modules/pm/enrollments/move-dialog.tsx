import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { moveSchema } from './move.schema';
import { patientName } from './patient-identity';
import type { RosterEntry } from './roster-model';

interface MoveDialogProps {
  waiting: readonly RosterEntry[];
  /** Who moves; null while the dialog is closed. */
  entry: RosterEntry | null;
  onClose: () => void;
  onMove: (entry: RosterEntry, place: number) => void;
}

/** Asks for the place on the waitlist to which somebody should move. */
export function MoveDialog({ entry, ...rest }: MoveDialogProps) {
  return (
    <Modal opened={entry !== null} onClose={rest.onClose} title={`Move ${patientName(entry?.patient ?? null)}`}>
      {entry && <MoveForm entry={entry} {...rest} />}
    </Modal>
  );
}

function MoveForm({ waiting, entry, onClose, onMove }: MoveDialogProps & { entry: RosterEntry }) {
  const present = waiting.findIndex(({ id }) => id === entry.id) + 1;
  const form = useForm({
    resolver: zodResolver(moveSchema(waiting.length)),
    defaultValues: { place: present },
  });

  const submit = form.handleSubmit(({ place }) => {
    if (place !== null) onMove(entry, place);
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
              description={`1 is next, ${waiting.length} is last. The others keep their order.`}
              allowDecimal={false}
              allowNegative={false}
              data-autofocus
              error={fieldState.error?.message}
            />
          )}
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
