import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { ErrorState, ListSkeleton, notifyDone, ProblemAlert } from '@/platform/ui';
import type { SessionDetail } from './api/get-session';
import { useUpdateSession } from './api/update-session';
import type { Availability } from './availability';
import { type Session, sessionName } from './session';
import type { SessionPayload } from './session-form-model';
import { SessionModal } from './session-modal';
import { useAvailability } from './use-availability';
import { useRefusal } from './use-refusal';

interface PlaceDialogProps {
  title: string;
  session: SessionDetail;
  submitLabel: string;
  /** What is saved; null while nothing is chosen. */
  change: PlaceChange | null;
  onClose: () => void;
  /** What there is to choose from, once it is known who and what is taken. */
  children: (availability: Availability) => ReactNode;
}

export interface PlaceChange {
  changes: Partial<SessionPayload>;
  /** The same columns as they were. */
  before: Partial<SessionPayload>;
  /** What was done, as a sentence. */
  message: string;
}

/** The frame of the two small dialogs that give a session another person or another room. */
export function PlaceDialog({ title, session, submitLabel, change, onClose, children }: PlaceDialogProps) {
  const { request, availability } = useAvailability(session);
  const update = useUpdateSession();
  const refuse = useRefusal();

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!change) return;
    const { changes, before, message } = change;
    try {
      await update.mutateAsync({ sessionId: session.id, changes });
      notifyDone({
        message,
        undo: { onUndo: () => update.mutateAsync({ sessionId: session.id, changes: before }) },
      });
      onClose();
    } catch (error) {
      refuse(error);
    }
  }

  return (
    <SessionModal title={title} onClose={onClose} size="md">
      <form onSubmit={save} noValidate>
        <Stack>
          <When session={session} />
          {request.isError ? (
            <ErrorState error={request.error} onRetry={request.refetch} />
          ) : availability ? (
            children(availability)
          ) : (
            <ListSkeleton rows={4} />
          )}
          <ProblemAlert error={update.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={update.isPending}>
              Keep as it is
            </Button>
            <Button type="submit" loading={update.isPending} disabled={change === null}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </SessionModal>
  );
}

function When({ session }: { session: Session }) {
  const { timezone } = useOrganization();
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <b>{sessionName(session)}</b>, {formatSessionTime(session.starts_at, session.ends_at, timezone)}
    </Text>
  );
}
