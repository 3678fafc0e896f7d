import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { notifyDone, ProblemAlert, useUnsavedChanges } from '@/platform/ui';
import type { Patient } from './api/get-patient';
import { useUpdateNotes } from './api/update-notes';

const LONGEST = 4000;

/** What the staff noted about a patient, changed in place. */
export function PatientNotes({ patient }: { patient: Patient }) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close() {
    setEditing(false);
    // Back to where it was opened, once that is there again.
    requestAnimationFrame(() => button.current?.focus());
  }

  return (
    <Paper p="md" component="section" aria-label="Notes">
      <Group justify="space-between" mb="xs" mih={30}>
        <Title order={2} size="h4">
          Notes
        </Title>
        {!editing && (
          <Can permission={PM_PERMISSIONS.PATIENTS_EDIT}>
            <Button
              ref={button}
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPencil size={14} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {patient.notes ? 'Edit notes' : 'Add notes'}
            </Button>
          </Can>
        )}
      </Group>
      {editing ? (
        <NotesForm patient={patient} onClose={close} />
      ) : (
        <Text
          size="sm"
          c={patient.notes ? undefined : 'dimmed'}
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {patient.notes ?? 'No notes yet.'}
        </Text>
      )}
    </Paper>
  );
}

function NotesForm({ patient, onClose }: { patient: Patient; onClose: () => void }) {
  const [notes, setNotes] = useState(patient.notes ?? '');
  const update = useUpdateNotes(patient.id);
  const unsaved = useUnsavedChanges(notes !== (patient.notes ?? ''));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const tooLong = notes.trim().length > LONGEST ? `Use at most ${LONGEST.toLocaleString('en-US')} characters` : null;

  async function save() {
    await update.mutateAsync(notes);
    notifyDone({ message: 'The notes were saved.' });
    onClose();
  }

  return (
    <Stack gap="sm">
      <Textarea
        aria-label="Notes"
        autosize
        minRows={4}
        maxRows={16}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        error={tooLong}
        ref={field}
      />
      <ProblemAlert error={update.error} />
      <Group gap="xs">
        <Button
          size="xs"
          loading={update.isPending}
          disabled={tooLong !== null}
          // A refusal is shown above.
          onClick={() => save().catch(() => undefined)}
        >
          Save notes
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
      {unsaved.dialog}
    </Stack>
  );
}
