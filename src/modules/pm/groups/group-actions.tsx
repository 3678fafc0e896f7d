import { ActionIcon, Button, Menu, Group as Row } from '@mantine/core';
import { IconArrowMerge, IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { StartNowButton } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import type { Group } from './api/get-group';
import { cloneAddress } from './clone-address';
import { useGroupDialog } from './group-dialog';
import { useDeletingGroup } from './use-deleting-group';
import { useGroupPowers } from './use-group-powers';

/** What may be done with a group as a whole. */
export function GroupActions({ group }: { group: Group }) {
  const { slug } = useOrganization();
  return (
    <Row gap="xs">
      {group.status === 'active' && <StartNowButton groupId={group.id} />}
      <Can permission={PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT}>
        <Button
          component={Link}
          to={`/o/${slug}/pm/groups/${group.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          Edit
        </Button>
      </Can>
      <MoreActions group={group} />
    </Row>
  );
}

function MoreActions({ group }: { group: Group }) {
  const { slug } = useOrganization();
  const remove = useDeletingGroup();
  const { openMerge } = useGroupDialog();
  const { mayClone, mayMerge, mayDelete } = useGroupPowers();
  if (!mayClone && !mayMerge && !mayDelete) return null;
  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="More actions for the group">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayClone && (
          <Menu.Item
            component={Link}
            to={cloneAddress(slug, [group.id])}
            leftSection={<IconCopy size={16} aria-hidden />}
          >
            Clone…
          </Menu.Item>
        )}
        {mayMerge && group.status !== 'completed' && (
          <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={openMerge}>
            Merge into another group…
          </Menu.Item>
        )}
        {mayDelete && (
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => remove(group)}
          >
            Delete group…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
