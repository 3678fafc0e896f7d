import { Button } from '@mantine/core';
import { confirmAction, notifyDone, notifyProblem } from '@/platform/ui';
import type { Member } from '../api/get-members';
import { useUpdateMember } from '../api/update-member';

/** Locks a member out, or lets the member in again. */
export function SuspendButton({ member }: { member: Member }) {
  const update = useUpdateMember();
  const { id: userId, full_name: name } = member;

  async function setStatus(status: 'active' | 'suspended') {
    await update.mutateAsync({ userId, status });
    notifyDone({ message: status === 'active' ? `${name} may work here again.` : `${name} was suspended.` });
  }

  function ask() {
    confirmAction({
      title: `Suspend ${name}?`,
      message:
        'They are locked out at once, in open windows too. Their name stays on groups and sessions. You can reactivate them at any time.',
      confirmLabel: 'Suspend',
      danger: true,
      onConfirm: () => setStatus('suspended'),
    });
  }

  if (member.status === 'suspended') {
    return (
      <Button
        variant="default"
        size="xs"
        loading={update.isPending}
        aria-label={`Reactivate ${name}`}
        onClick={() => setStatus('active').catch(notifyProblem)}
      >
        Reactivate
      </Button>
    );
  }
  return (
    <Button variant="subtle" color="red" size="xs" aria-label={`Suspend ${name}`} onClick={ask}>
      Suspend
    </Button>
  );
}
