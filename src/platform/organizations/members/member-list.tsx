import { Button, Stack, Text } from '@mantine/core';
import * as z from 'zod';
import { useUrlState } from '@/platform/query';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { useMembersNow } from '../api/get-members';
import { MemberItem } from './member-item';
import classes from './people.module.css';
import { RoleFilter } from './role-filter';

const filterSchema = z.object({ role: z.string().default('') });

/** Everybody of the organization with role and status, or those who hold the role in the address. */
export function MemberList() {
  const { data, error, refetch } = useMembersNow();
  const [{ role }, setView] = useUrlState(filterSchema);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={5} />;
  const members = data.filter((member) => role === '' || member.role.key === role);
  return (
    <Stack gap="sm">
      <RoleFilter role={role} onChange={(key) => setView({ role: key }, { replace: true })} count={members.length} />
      {members.length > 0 ? (
        <ul className={classes.people} aria-label="Members">
          {members.map((member) => (
            <MemberItem key={member.id} member={member} />
          ))}
        </ul>
      ) : (
        <Stack align="flex-start" gap="xs">
          <Text c="dimmed">Nobody holds this role.</Text>
          <Button variant="default" size="xs" onClick={() => setView({ role: '' }, { replace: true })}>
            Show everybody
          </Button>
        </Stack>
      )}
    </Stack>
  );
}
