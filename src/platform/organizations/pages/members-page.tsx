import { Button, Stack } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import * as z from 'zod';
import { Can, PF_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { PageHeader } from '@/platform/ui';
import { InvitationList } from '../members/invitation-list';
import { InviteDialog } from '../members/invite-dialog';
import { MemberList } from '../members/member-list';

/** Who belongs to the organization, as what, and who is invited. */
export function MembersPage() {
  return (
    <RequirePermission permission={PF_PERMISSIONS.MEMBERS_VIEW}>
      <Members />
    </RequirePermission>
  );
}

const dialogSchema = z.object({ dialog: z.enum(['invite']).optional() });

function Members() {
  const [{ dialog }, setView] = useUrlState(dialogSchema);
  return (
    <>
      <PageHeader
        title="Members"
        action={
          <Can permission={PF_PERMISSIONS.MEMBERS_MANAGE}>
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setView({ dialog: 'invite' })}>
              Invite a member
            </Button>
          </Can>
        }
      />
      <Stack gap="xl">
        <MemberList />
        <InvitationList />
      </Stack>
      <Can permission={PF_PERMISSIONS.MEMBERS_MANAGE}>
        <InviteDialog opened={dialog === 'invite'} onClose={() => setView({ dialog: undefined }, { replace: true })} />
      </Can>
    </>
  );
}
