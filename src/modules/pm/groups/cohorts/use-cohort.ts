import { useEffect, useMemo, useState } from 'react';
import { useNavigationType } from 'react-router';
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
  const [ids, setIds] = useIds(address.groups);
  const chosen = useChosenGroups(ids);
  const found = chosen.data ?? NONE;
  const sources = useMemo(() => found.slice(0, CLONE_LIMIT), [found]);
  const planned = useMemo(() => plannedGroups(sources, draft), [sources, draft]);
  const request = useMemo(() => cloneRequest(sources, draft, can), [sources, draft, can]);

  const step = chosen.data && sources.length === 0 ? 'choose' : address.step;

  function goTo(next: CloneStep) {
    setAddress({ step: next, groups: [...ids] });
  }

  function choose(groups: string[]) {
    setIds(groups);
    // The step that is shown, which is the first while there is nothing to plan: the first tick must not lead away from it.
    setAddress({ groups, step }, { replace: true });
  }

  return {
    step,
    goTo,
    ids,
    choose,
    /** Reading the groups: error, pending. */
    chosen,
    sources,
    /** How many ids of the address are no group of this organization; 0 while that is not known. */
    unknown: chosen.data && !chosen.isPlaceholderData ? ids.length - found.length : 0,
    /** How many groups are beyond what can be cloned at once. */
    beyond: Math.max(0, found.length - CLONE_LIMIT),
    draft,
    setDraft,
    days: daysOf(sources, draft),
    planned,
    request,
  };
}

/**
 * The ids of the address, and at once what is ticked: the address follows a moment later, in which a second tick must not
 * take the first one away. The back button sets them too.
 */
function useIds(written: readonly string[]) {
  const [ids, setIds] = useState(written);
  const type = useNavigationType();
  useEffect(() => {
    if (type === 'POP') setIds(written);
  }, [type, written]);
  return [ids, setIds] as const;
}

export type Cohort = ReturnType<typeof useCohort>;
