import {
  IconCalendarPlus,
  IconFileImport,
  IconListSearch,
  IconRefresh,
  IconUserPlus,
  IconUserShare,
  IconUsersPlus,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { SEARCH_MINIMUM } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { PaletteItem } from './palette-item';
import { ENROLL_VERB } from './palette-query';

/** What the person may begin; `onType` writes into the palette's field. */
export function useActions(onType: (words: string) => void, mayEnroll: boolean): PaletteItem[] {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const navigate = useNavigate();
  const pages = `/o/${slug}/pm`;
  const actions: (PaletteItem & { allowed: boolean })[] = [
    {
      id: 'enroll',
      label: 'Enroll a patient in a group…',
      icon: IconUserShare,
      allowed: mayEnroll,
      stays: true,
      run: () => onType(ENROLL_VERB),
    },
    {
      id: 'new-patient',
      label: 'New patient',
      icon: IconUserPlus,
      allowed: can(PM_PERMISSIONS.PATIENTS_CREATE),
      run: () => navigate(`${pages}/patients/new`),
    },
    {
      id: 'import-patients',
      label: 'Import patients',
      icon: IconFileImport,
      allowed: can(PM_PERMISSIONS.PATIENTS_VIEW) && can(PM_PERMISSIONS.PATIENTS_CREATE),
      run: () => navigate(`${pages}/patients/import`),
    },
    {
      id: 'new-session',
      label: 'New session',
      icon: IconCalendarPlus,
      allowed: can(PM_PERMISSIONS.GROUP_SCHEDULE_CREATE),
      run: () => navigate(`${pages}/schedule?dialog=new`),
    },
    {
      id: 'new-group',
      label: 'New group',
      icon: IconUsersPlus,
      allowed: can(PM_PERMISSIONS.GROUP_DEFINITIONS_CREATE),
      run: () => navigate(`${pages}/groups/new`),
    },
  ];
  return actions.filter(({ allowed }) => allowed);
}

interface FurtherOptions {
  words: string;
  searching: boolean;
  error: unknown;
  retry: () => void;
  morePatients: boolean;
  nothingFound: boolean;
}

/** What is left to do with words that found too much, nothing, or no answer. */
export function useFurtherItems(search: FurtherOptions): PaletteItem[] {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const navigate = useNavigate();
  const { words } = search;
  const patients = `/o/${slug}/pm/patients`;
  if (search.error) return [{ id: 'retry', label: 'Search again', icon: IconRefresh, stays: true, run: search.retry }];
  if (search.searching || words.length < SEARCH_MINIMUM) return [];
  if (search.morePatients) {
    const run = () => navigate(`${patients}?${new URLSearchParams({ search: words })}`);
    return [{ id: 'all', label: `All patients like “${words}”`, icon: IconListSearch, run }];
  }
  if (search.nothingFound && can(PM_PERMISSIONS.PATIENTS_CREATE)) {
    const run = () => navigate(`${patients}/new?${new URLSearchParams({ name: words })}`);
    return [{ id: 'create', label: `New patient “${words}”`, icon: IconUserPlus, run }];
  }
  return [];
}
