import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { NotificationBell } from '@/platform/notifications';
import { CommandPalette } from '../palette/command-palette';
import { PaletteButton } from '../palette/palette-button';
import { ColorSchemeMenu } from './color-scheme-menu';
import { OrganizationSwitcher } from './organization-switcher';
import classes from './shell.module.css';
import { Sidebar } from './sidebar';
import { UserMenu } from './user-menu';

// After the page itself: nothing of it is seen before something happens.
const NotificationArrivals = lazy(async () => ({
  default: (await import('@/platform/notifications/arrivals/notification-arrivals')).NotificationArrivals,
}));

/** The frame of every page inside an organization. */
export function Shell({ children }: { children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure(false);
  // Below this width (Mantine's "sm") the sidebar is a drawer over the page; what is out of sight cannot be tabbed into.
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  useHotkeys([['Escape', close]]);
  return (
    <ModalsProvider>
      <Notifications position="bottom-right" />
      <Suspense>
        <NotificationArrivals />
      </Suspense>
      <CommandPalette />
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <AppShell
        header={{ height: 52 }}
        navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={{ base: 'md', sm: 'lg' }}
      >
        <AppShell.Header className={classes.header}>
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? 'Close the navigation' : 'Open the navigation'}
              aria-expanded={opened}
            />
            <OrganizationSwitcher />
          </Group>
          <Group gap={6} wrap="nowrap">
            <PaletteButton />
            <NotificationBell />
            <ColorSchemeMenu />
            <UserMenu />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm" className={classes.navbar} aria-label="Pages" inert={narrow && !opened}>
          <Sidebar onNavigate={close} />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main} inert={narrow && opened}>
          {children}
        </AppShell.Main>
      </AppShell>
    </ModalsProvider>
  );
}
