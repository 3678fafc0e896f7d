import { useMantineColorScheme } from '@mantine/core';
import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { IconBuilding, IconLogout } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { signOut, useUser } from '@/platform/auth';
import { useMemberships, useOrganization } from '@/platform/organizations';
import { COLOR_SCHEMES } from '../shell/color-scheme-menu';
import { useNavigationSections } from '../shell/use-navigation-sections';

/** What the command palette offers. A further kind of thing to go to is a further group here. */
export function usePaletteActions(): SpotlightActionGroupData[] {
  return [usePageActions(), useOrganizationActions(), useOwnActions()].filter(({ actions }) => actions.length > 0);
}

function usePageActions(): SpotlightActionGroupData {
  const navigate = useNavigate();
  const sections = useNavigationSections();
  return {
    group: 'Pages',
    actions: sections
      .flatMap(({ links }) => links)
      .map(({ label, to, icon: PageIcon }) => ({
        id: to,
        label,
        leftSection: <PageIcon size={18} stroke={1.6} aria-hidden />,
        onClick: () => navigate(to),
      })),
  };
}

function useOrganizationActions(): SpotlightActionGroupData {
  const navigate = useNavigate();
  const current = useOrganization();
  const { data: memberships = [] } = useMemberships(useUser().id);
  return {
    group: 'Organizations',
    actions: memberships
      .filter(({ organization }) => organization.id !== current.id)
      .map(({ organization }) => ({
        id: organization.id,
        label: organization.name,
        leftSection: <IconBuilding size={18} stroke={1.6} aria-hidden />,
        onClick: () => navigate(`/o/${organization.slug}`),
      })),
  };
}

function useOwnActions(): SpotlightActionGroupData {
  const { setColorScheme } = useMantineColorScheme();
  return {
    group: 'You',
    actions: [
      ...COLOR_SCHEMES.map(({ value, label, icon: SchemeIcon }) => ({
        id: `scheme-${value}`,
        label: `Colors: ${label}`,
        leftSection: <SchemeIcon size={18} stroke={1.6} aria-hidden />,
        onClick: () => setColorScheme(value),
      })),
      {
        id: 'sign-out',
        label: 'Sign out',
        leftSection: <IconLogout size={18} stroke={1.6} aria-hidden />,
        onClick: () => signOut('by-hand'),
      },
    ],
  };
}
