import { ActionIcon, Avatar, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconBell, IconDevicesOff, IconLogout } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useUser } from '@/platform/auth';
import { useOrganization } from '@/platform/organizations';
import { leave, leaveEverywhere } from './leave';
import { personName } from './person-name';

/** Who is signed in and as what, and the way out. */
export function UserMenu() {
  const user = useUser();
  const { role, slug } = useOrganization();
  const name = personName(user);
  return (
    <Menu position="bottom-end" width={240} shadow="md" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="transparent" size={34} radius="xl">
          <Avatar size={30} radius="xl" name={name} color="gray" aria-hidden />
          <VisuallyHidden>Account of {name}</VisuallyHidden>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {user.email}
          </Text>
          <Text size="xs" c="dimmed">
            {role.name}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to={`/o/${slug}/settings/notifications`}
          leftSection={<IconBell size={16} aria-hidden />}
        >
          Notification settings
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          Sign out
        </Menu.Item>
        <Menu.Item leftSection={<IconDevicesOff size={16} aria-hidden />} onClick={leaveEverywhere}>
          Sign out everywhere
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
