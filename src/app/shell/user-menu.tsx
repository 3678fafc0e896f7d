import { ActionIcon, Avatar, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconBell, IconDevicesOff, IconLogout } from '@tabler/icons-react';
import { Link } from 'react-router';
import { countKept, signOut, signOutEverywhere, useUser } from '@/platform/auth';
import { useOrganization } from '@/platform/organizations';
import { confirmAction } from '@/platform/ui';
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
        <Menu.Item leftSection={<IconDevicesOff size={16} aria-hidden />} onClick={askToSignOutEverywhere}>
          Sign out everywhere
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function leave() {
  if (countKept() === 0) {
    void signOut('by-hand');
    return;
  }
  confirmAction({
    title: 'Sign out and lose attendance?',
    message:
      'Attendance that you recorded is on this device only and was not sent yet. Signing out takes it away. It is sent by itself as soon as the connection is back.',
    confirmLabel: 'Sign out all the same',
    danger: true,
    onConfirm: () => signOut('by-hand'),
  });
}

function askToSignOutEverywhere() {
  confirmAction({
    title: 'Sign out everywhere?',
    message:
      'You will be signed out here and on every other device and window. What is typed there and not saved is lost.',
    confirmLabel: 'Sign out everywhere',
    danger: true,
    onConfirm: signOutEverywhere,
  });
}
