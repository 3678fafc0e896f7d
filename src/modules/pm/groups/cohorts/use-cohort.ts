import { useCallback, useMemo, useState } from 'react';
import { usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { type ChosenGroup, useChosenGroups } from './api/get-chosen-groups';
import { cloneRequest } from './clone-request';
import { CLONE_LIMIT, type CloneStep, cohortAddressSchema } from './cohort-address';
import { type CohortDraft, daysOf, NEW_COHORT, plannedGroups } from './cohort-model';

const NONE: readonly ChosenGroup[] = [];

/** What the wizard holds: groups and step in the address, what was entered here until the page is left. */
export function useCohort() {
  const { can } = usePermissions();
  const [address, setAddress] = useUrlState(cohortAddressSchema);
  const [draft, setDraft] = useState<CohortDraft>(NEW_COHORT);
  const chosen = useChosenGroups(address.groups);
  const found = chosen.data ?? NONE;
  const sources = useMemo(() => found.slice(0, CLONE_LIMIT), [found]);
  const planned = useMemo(() => plannedGroups(sources, draft), [sources, draft]);
  const request = useMemo(() => cloneRequest(sources, draft, can), [sources, draft, can]);
  const goTo = useCallback((step: CloneStep) => setAddress({ step }), [setAddress]);
  const choose = useCallback((groups: string[]) => setAddress({ groups }, { replace: true }), [setAddress]);
  return {
    /** Without groups there is nothing to plan. */
    step: chosen.data && sources.length === 0 ? ('choose' as const) : address.step,
    goTo,
    ids: address.groups,
    choose,
    /** Reading the groups: error, pending. */
    chosen,
    sources,
    /** How many ids of the address are no group of this organization; 0 while that is not known. */
    unknown: chosen.data && !chosen.isPlaceholderData ? address.groups.length - found.length : 0,
    /** How many groups are beyond what can be cloned at once. */
    beyond: Math.max(0, found.length - CLONE_LIMIT),
    draft,
    setDraft,
    days: daysOf(sources, draft),
    planned,
    request,
  };
}

export type Cohort = ReturnType<typeof useCohort>;
