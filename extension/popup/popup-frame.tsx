import { Anchor, Box, Button, Group, Text } from '@mantine/core';
import { IconExternalLink, IconLogout } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { signOut } from '@/platform/auth';
import { appAddress } from '../app-address';

interface PopupFrameProps {
  /** The e-mail address of who is signed in; undefined: nobody is. */
  signedInAs?: string | undefined;
  children: ReactNode;
}

/** What every screen of the popup has around it. */
export function PopupFrame({ signedInAs, children }: PopupFrameProps) {
  return (
    <>
      <Group
        component="header"
        justify="space-between"
        wrap="nowrap"
        px="md"
        py="xs"
        style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
      >
        <Group gap="xs" wrap="nowrap">
          <img src="/icons/icon-48.png" width={22} height={22} alt="" />
          <Text fw={600}>Quorum</Text>
        </Group>
        <Anchor href={appAddress('/')} target="_blank" rel="noreferrer" size="sm">
          <Group component="span" gap={4} wrap="nowrap">
            Open Quorum
            <IconExternalLink size={14} aria-hidden />
          </Group>
        </Anchor>
      </Group>
      <Box component="main" flex={1} p="md">
        {children}
      </Box>
      {signedInAs !== undefined && (
        <Group
          component="footer"
          justify="space-between"
          wrap="nowrap"
          px="md"
          py={6}
          style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
        >
          <Text size="xs" c="dimmed" truncate title={signedInAs}>
            {signedInAs}
          </Text>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            flex="none"
            leftSection={<IconLogout size={14} aria-hidden />}
            onClick={() => signOut('by-hand')}
          >
            Sign out
          </Button>
        </Group>
      )}
    </>
  );
}
