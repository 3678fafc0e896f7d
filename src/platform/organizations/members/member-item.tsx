import { Badge, Group, Text } from '@mantine/core';
import { useUser } from '@/platform/auth';
import { PF_PERMISSIONS, roleOptions, usePermissions, useRoles } from '@/platform/permissions';
import { StatusBadge } from '@/platform/ui';
import type { Member } from '../api/get-members';
import { useOrganization } from '../organization-context';
import { MemberRole } from './member-role';
import classes from './people.module.css';
import { RemoveButton } from './remove-button';
import { SuspendButton } from './suspend-button';

/** One person of the organization, and what may be changed about them. */
export function MemberItem({ member }: { member: Member }) {
  const own = useUser().id === member.id;
  const manages = useManages(member);
  return (
    <li className={classes.person}>
      <div className={classes.identity}>
        <Group gap="xs">
          <Text size="sm" fw={500} className={classes.anywhere}>
            <bdi>{member.full_name}</bdi>
          </Text>
          {own && <Badge color="gray">You</Badge>}
        </Group>
        <Text size="sm" c="dimmed" className={classes.anywhere}>
          {member.email}
        </Text>
      </div>
      <div className={classes.status}>
        <StatusBadge kind="member" status={member.status} />
      </div>
      <div className={classes.role}>
        {manages ? (
          <MemberRole member={member} own={own} />
        ) : (
          <Text size="sm" className={classes.anywhere}>
            {member.role.name}
          </Text>
        )}
      </div>
      <div className={classes.action}>
        {manages && !own && (
          <>
            <SuspendButton member={member} />
            <RemoveButton member={member} />
          </>
        )}
      </div>
    </li>
  );
}

/** Whose role may do more than one's own is not one's to change. */
function useManages(member: Member): boolean {
  const { can } = usePermissions();
  const { role: ownRole } = useOrganization();
  const { data: roles = [] } = useRoles();
  const exceeds = roleOptions(roles, ownRole.id).find(({ value }) => value === member.role.id)?.disabled ?? false;
  return can(PF_PERMISSIONS.MEMBERS_MANAGE) && !exceeds;
}
