import { NavLink, Stack, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import classes from './sidebar.module.css';
import { type NavigationLink, useNavigationSections } from './use-navigation-sections';

interface SidebarProps {
  /** After a link was followed: closes the drawer of a phone. */
  onNavigate: () => void;
}

/** The way to the pages that the person may see. */
export function Sidebar({ onNavigate }: SidebarProps) {
  const { pathname } = useLocation();
  const sections = useNavigationSections();
  return (
    <Stack gap="lg" className={classes.sections}>
      {sections.map(({ label, links }) => (
        <div key={label ?? 'main'}>
          {label && (
            <Text className={classes.label} component="h2">
              {label}
            </Text>
          )}
          {links.map((link) => (
            <SidebarLink key={link.to} link={link} active={isActive(link, pathname)} onNavigate={onNavigate} />
          ))}
        </div>
      ))}
    </Stack>
  );
}

function SidebarLink({ link, active, onNavigate }: SidebarProps & { link: NavigationLink; active: boolean }) {
  const { icon: LinkIcon, label, to } = link;
  return (
    <NavLink
      component={Link}
      to={to}
      label={label}
      leftSection={<LinkIcon size={18} stroke={1.6} aria-hidden />}
      active={active}
      aria-current={active ? 'page' : undefined}
      className={classes.link}
      onClick={onNavigate}
    />
  );
}

function isActive({ path, to }: NavigationLink, pathname: string): boolean {
  return path === '' ? pathname.replace(/\/$/, '') === to : `${pathname}/`.startsWith(`${to}/`);
}
