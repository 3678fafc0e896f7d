import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { notifyDone } from '@/platform/ui';
import { groupOptionsQueryOptions } from './api/get-group-options';
import type { SessionDetail } from './api/get-session';
import { useUpdateSession } from './api/update-session';
import { APPROVAL_COMES } from './policy/policy-words';
import { sessionName } from './session';
import { SessionForm } from './session-form';
import type { SessionFormValues } from './session-form.schema';
import { changedColumns, sessionValues, toPayload } from './session-form-model';
import { SessionModal } from './session-modal';

interface EditSessionDialogProps {
  session: SessionDetail;
  onClose: () => void;
}

/** Moves a session, or changes its people, room and notes; the keyboard's way to what dragging does. */
export function EditSessionDialog({ session, onClose }: EditSessionDialogProps) {
  const { id } = useOrganization();
  const update = useUpdateSession();
  // Only proposes rooms here, so the form does not wait for it.
  const groups = useQuery(groupOptionsQueryOptions(id));
  // As it was when the form opened: what others change meanwhile is theirs.
  const [initial] = useState(() => sessionValues(session));

  async function save(values: SessionFormValues) {
    const before = toPayload(initial);
    const after = toPayload(values);
    const changes = changedColumns(before, after);
    if (Object.keys(changes).length > 0) {
      const waits = await update.mutateAsync({ sessionId: session.id, changes });
      notifyDone({
        message: `${sessionName(session)} is changed.${waits ? ` ${APPROVAL_COMES}` : ''}`,
        undo: {
          onUndo: () => update.mutateAsync({ sessionId: session.id, changes: changedColumns(after, before) }),
        },
      });
    }
  }

  return (
    <SessionModal title={`Edit session: ${sessionName(session)}`} onClose={onClose}>
      <SessionForm
        initial={initial}
        groups={groups.data ?? []}
        sessionId={session.id}
        submitLabel="Save changes"
        onSubmit={save}
        onClose={onClose}
      />
    </SessionModal>
  );
}
