import { Select, Text } from '@mantine/core';
import { roleOptions, useRoles } from '@/platform/permissions';
import { confirmAction, notifyDone, notifyProblem } from '@/platform/ui';
import type { Member } from '../api/get-members';
import { useUpdateMember } from '../api/update-member';
import { useOrganization } from '../organization-context';

interface MemberRoleProps {
  member: Member;
  /** Whether this is the person who is signed in. */
  own: boolean;
}

/** A member's role, saved as soon as another is chosen. A refusal leaves it as it was and says why. */
export function MemberRole({ member, own }: MemberRoleProps) {
  const { role: ownRole } = useOrganization();
  const { data: roles } = useRoles();
  const update = useUpdateMember();
  if (!roles) return <Text size="sm">{member.role.name}</Text>;

  async function assign(roleId: string, name: string) {
    const before = member.role;
    await update.mutateAsync({ userId: member.id, role_id: roleId });
    notifyDone({
      message: `${member.full_name} is now ${name}.`,
      // Whoever has just changed their own role may not be allowed to change it back.
      undo: own ? undefined : { onUndo: () => update.mutateAsync({ userId: member.id, role_id: before.id }) },
    });
  }

  function choose(roleId: string | null) {
    const role = roles?.find(({ id }) => id === roleId);
    if (!role || role.id === member.role.id) return;
    if (!own) {
      assign(role.id, role.name).catch(notifyProblem);
      return;
    }
    confirmAction({
      title: 'Change your own role?',
      message: `You will be ${role.name}, and may do only what this role may. Somebody else has to give the present role back to you.`,
      confirmLabel: 'Change my role',
      danger: true,
      onConfirm: () => assign(role.id, role.name),
    });
  }

  return (
    <Select
      aria-label={`Role of ${member.full_name}`}
      data={roleOptions(roles, ownRole.id)}
      value={member.role.id}
      onChange={choose}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      disabled={update.isPending}
    />
  );
}
