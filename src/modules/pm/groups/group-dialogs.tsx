import { useFocusReturn } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import type { Group } from './api/get-group';
import { useGroupDialog } from './group-dialog';
import { useGroupPowers } from './use-group-powers';

const InviteDialog = lazy(async () => ({ default: (await import('./invite/invite-dialog')).InviteDialog }));
const MergeDialog = lazy(async () => ({ default: (await import('./merge/merge-dialog')).MergeDialog }));
const CancelNextDialog = lazy(async () => ({
  default: (await import('./cancel-next/cancel-next-dialog')).CancelNextDialog,
}));

/** The dialog about the group as a whole that the address names, if the person may do what it is for. */
export function GroupDialogs({ group }: { group: Group }) {
  const { dialog, into, chooseInto, close } = useGroupDialog();
  const { mayInvite, mayMerge, mayCancelNext } = useGroupPowers();
  // To the button that opened it: the dialogs are not closed but taken away, and could not do that themselves.
  useFocusReturn({ opened: dialog !== '' });
  return (
    <Suspense>
      {dialog === 'invite' && mayInvite && <InviteDialog group={group} onClose={close} />}
      {dialog === 'merge' && mayMerge && (
        <MergeDialog group={group} into={into} onChoose={chooseInto} onClose={close} />
      )}
      {dialog === 'cancel-next' && mayCancelNext && <CancelNextDialog group={group} onClose={close} />}
    </Suspense>
  );
}
