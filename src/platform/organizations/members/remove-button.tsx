import { Button } from '@mantine/core';
import { describeError } from '@/platform/supabase/errors';
import { confirmAction, notifyDone, notifyProblem, notifyProblemWithAction } from '@/platform/ui';
import type { Member } from '../api/get-members';
import { useRemoveMember } from '../api/remove-member';
import { useUpdateMember } from '../api/update-member';
import { focusAfterRow } from './focus-after-row';

/** Ends a membership. Somebody who is named on sessions stays; suspending is offered instead. */
export function RemoveButton({ member }: { member: Member }) {
  const removal = useRemoveMember();
  const update = useUpdateMember();
  const { id: userId, full_name: name, status } = member;

  async function suspend() {
    await update.mutateAsync({ userId, status: 'suspended' });
    notifyDone({ message: `${name} was suspended.` });
  }

  async function remove() {
    try {
      await removal.mutateAsync(userId);
    } catch (problem) {
      if (describeError(problem).code !== 'MEMBER_HAS_SESSIONS') throw problem;
      if (status === 'suspended') notifyProblem(problem);
      else notifyProblemWithAction(problem, { label: 'Suspend', onAct: suspend });
      return;
    }
    notifyDone({ message: `${name} was removed.` });
  }

  function ask(button: HTMLElement) {
    confirmAction({
      title: `Remove ${name}?`,
      message:
        'They are locked out at once, and their groups have no facilitator until you name one. What they did stays in the records. To let them in again you have to invite them anew.',
      confirmLabel: 'Remove',
      danger: true,
      onClosed: focusAfterRow(button),
      onConfirm: remove,
    });
  }

  return (
    <Button
      variant="subtle"
      color="red"
      size="xs"
      aria-label={`Remove ${name}`}
      onClick={(event) => ask(event.currentTarget)}
    >
      Remove
    </Button>
  );
}
