import { useDebouncedValue } from '@mantine/hooks';
import { type PatientIdentity, SEARCH_MINIMUM, usePatientSearch } from '@/modules/pm/enrollments';
import { type FoundGroup, useFindGroups } from '@/modules/pm/patients';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';

/** Groups are few: two letters, such as the first of a code, are enough. */
const GROUP_MINIMUM = 2;

/** As many groups as fit the eye. */
const GROUP_LIMIT = 6;

interface Found {
  patients: readonly PatientIdentity[];
  /** Whether the patients' list page has more of them. */
  morePatients: boolean;
  groups: readonly FoundGroup[];
  /** Whether answers are still to come for what was typed. */
  searching: boolean;
  /** Whether there is no connection, so that the search waits for one. */
  offline: boolean;
  /** Why something could not be searched; null when all went well. */
  error: unknown;
  retry: () => void;
}

/** Patients and groups by words, from the server, as far as the person may see them. */
export function usePaletteSearch(words: string): Found {
  const { can } = usePermissions();
  const [searched] = useDebouncedValue(words, 150);
  const asksPatients = can(PM_PERMISSIONS.PATIENTS_VIEW) && words.length >= SEARCH_MINIMUM;
  const asksGroups = can(PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW) && words.length >= GROUP_MINIMUM;
  const patients = usePatientSearch(asksPatients ? searched : '');
  const groups = useFindGroups(searched, {
    onlyActive: false,
    enabled: asksGroups && searched.length >= GROUP_MINIMUM,
  });

  // Without a connection requests wait, and what is shown is left over from other words.
  const offline = (asksPatients && patients.isPaused) || (asksGroups && groups.isPaused);
  const found = offline ? undefined : patients.data;
  return {
    patients: (asksPatients && found?.patients) || [],
    morePatients: asksPatients && (found?.more ?? false),
    groups: ((asksGroups && !offline && groups.data) || []).slice(0, GROUP_LIMIT),
    searching: (asksPatients || asksGroups) && (searched !== words || patients.isFetching || groups.isFetching),
    offline,
    error: (asksPatients && patients.error) || (asksGroups && groups.error) || null,
    retry: () => {
      if (patients.isError) void patients.refetch();
      if (groups.isError) void groups.refetch();
    },
  };
}
