import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime, wallClock } from '@/platform/time';
import { ErrorState, ListSkeleton, notifyDone } from '@/platform/ui';
import { useCreateSession } from './api/create-session';
import { type GroupOption, groupOptionsQueryOptions } from './api/get-group-options';
import { NoGroups } from './no-groups';
import { APPROVAL_COMES } from './policy/policy-words';
import { SessionForm } from './session-form';
import type { SessionFormValues } from './session-form.schema';
import { newSessionValues, type Slot, toPayload } from './session-form-model';
import { SessionModal } from './session-modal';

interface NewSessionDialogProps {
  /** Chosen already; '' to choose in the dialog. */
  groupId: string;
  slot: Slot;
  onClose: () => void;
}

/** Schedules one session. */
export function NewSessionDialog({ groupId, slot, onClose }: NewSessionDialogProps) {
  const { id } = useOrganization();
  const groups = useQuery(groupOptionsQueryOptions(id));
  return (
    <SessionModal title="New session" onClose={onClose}>
      {groups.isError ? (
        <ErrorState error={groups.error} onRetry={groups.refetch} />
      ) : !groups.data ? (
        <ListSkeleton rows={4} />
      ) : groups.data.length === 0 ? (
        <NoGroups />
      ) : (
        <Form groups={groups.data} groupId={groupId} slot={slot} onClose={onClose} />
      )}
    </SessionModal>
  );
}

function Form({ groups, groupId, slot, onClose }: NewSessionDialogProps & { groups: readonly GroupOption[] }) {
  const { timezone } = useOrganization();
  const creation = useCreateSession();
  const initial = useMemo(
    () =>
      newSessionValues(
        slot,
        groups.find(({ id }) => id === groupId),
        wallClock(new Date(), timezone),
      ),
    [slot, groups, groupId, timezone],
  );

  async function save(values: SessionFormValues) {
    const waits = await creation.mutateAsync({ groupId: values.group_definition_id, payload: toPayload(values) });
    const name = groups.find(({ id }) => id === values.group_definition_id)?.name ?? 'The session';
    notifyDone({ message: `${name} is scheduled for ${spoken(values)}.${waits ? ` ${APPROVAL_COMES}` : ''}` });
  }

  return (
    <SessionForm
      initial={initial}
      groups={groups}
      sessionId={null}
      slot={slot}
      submitLabel="Schedule session"
      onSubmit={save}
      onClose={onClose}
    />
  );
}

function spoken({ session_date, start_time, end_time }: SessionFormValues): string {
  // Wall clock in, wall clock out: no zone has a part in it.
  return formatSessionTime(`${session_date}T${start_time}Z`, `${session_date}T${end_time}Z`, 'UTC');
}
