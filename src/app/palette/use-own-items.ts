import { useMantineColorScheme } from '@mantine/core';
import { IconBuilding, IconLogout } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useUser } from '@/platform/auth';
import { useMemberships, useOrganization } from '@/platform/organizations';
import { COLOR_SCHEMES } from '../shell/color-scheme-menu';
import { leave } from '../shell/leave';
import { useNavigationSections } from '../shell/use-navigation-sections';
import type { PaletteItem, PaletteSection } from './palette-item';

/** Pages, the person's other organizations, colors and sign-out. */
export function useOwnSections(): PaletteSection[] {
  return [
    { label: 'Pages', items: usePages() },
    { label: 'Organizations', items: useOtherOrganizations() },
    { label: 'You', items: useOwnActions() },
  ];
}

function usePages(): PaletteItem[] {
  const navigate = useNavigate();
  return useNavigationSections()
    .flatMap(({ links }) => links)
    .map(({ label, to, icon }) => ({ id: to, label, icon, run: () => navigate(to) }));
}

function useOtherOrganizations(): PaletteItem[] {
  const navigate = useNavigate();
  const current = useOrganization();
  const { data: memberships = [] } = useMemberships(useUser().id);
  return memberships
    .filter(({ organization }) => organization.id !== current.id)
    .map(({ organization }) => ({
      id: organization.id,
      label: organization.name,
      icon: IconBuilding,
      run: () => navigate(`/o/${organization.slug}`),
    }));
}

function useOwnActions(): PaletteItem[] {
  const { setColorScheme } = useMantineColorScheme();
  return [
    ...COLOR_SCHEMES.map(({ value, label, icon }) => ({
      id: `scheme-${value}`,
      label: `Colors: ${label}`,
      icon,
      run: () => setColorScheme(value),
    })),
    { id: 'sign-out', label: 'Sign out', icon: IconLogout, run: leave },
  ];
}
