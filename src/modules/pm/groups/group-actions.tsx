import { ActionIcon, Button, Menu, Group as Row } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import type { Group } from './api/get-group';
import { useDeletingGroup } from './use-deleting-group';

/** What may be done with a group as a whole. */
export function GroupActions({ group }: { group: Group }) {
  const { slug } = useOrganization();
  const remove = useDeletingGroup();
  return (
    <Row gap="xs">
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
      <Can permission={PM_PERMISSIONS.GROUP_DEFINITIONS_DELETE}>
        <Menu position="bottom-end" shadow="md" withinPortal={false}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="More actions for the group">
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              c="var(--mantine-color-error)"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => remove(group)}
            >
              Delete group…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Can>
    </Row>
  );
}
