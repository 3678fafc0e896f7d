import { Badge, Group, Text } from '@mantine/core';
import { useUser } from '@/platform/auth';
import { PF_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ErrorState, ListSkeleton, StatusBadge } from '@/platform/ui';
import { type Member, useMembers } from '../api/get-members';
import { MemberRole } from './member-role';
import classes from './people.module.css';
import { SuspendButton } from './suspend-button';

/** Everybody of the organization with role and status. */
export function MemberList() {
  const { data, error, refetch } = useMembers();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={5} />;
  return (
    <ul className={classes.people} aria-label="Members">
      {data.map((member) => (
        <MemberItem key={member.id} member={member} />
      ))}
    </ul>
  );
}

function MemberItem({ member }: { member: Member }) {
  const own = useUser().id === member.id;
  const manages = usePermissions().can(PF_PERMISSIONS.MEMBERS_MANAGE);
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
        {manages ? <MemberRole member={member} own={own} /> : <Text size="sm">{member.role.name}</Text>}
      </div>
      {manages && <div className={classes.action}>{!own && <SuspendButton member={member} />}</div>}
    </li>
  );
}
