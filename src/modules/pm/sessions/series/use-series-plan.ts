import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { type SeriesPlan, seriesPreviewQueryOptions } from './api/preview-series';
import { dateChanges, datesToCheck, type Mend, type Mends, planCounts, plannedDates, withMend } from './plan-model';
import { planFor } from './plan-request';
import type { SeriesForms } from './use-series-forms';

const NOTHING: SeriesPlan = {
  groupId: '',
  dates: [],
  start: '',
  end: '',
  facilitatorId: null,
  coFacilitatorId: null,
  location: null,
  changes: [],
};

/**
 * Every date of the series with what stands in its way, checked by the server while the forms are being filled in. Not while
 * it is being saved: then its own sessions would be in its way.
 */
export function useSeriesPlan({ values, group, rule }: SeriesForms, isSaving: boolean) {
  const { id } = useOrganization();
  const [mends, setMends] = useState<Mends>({});
  const { dates, exceptions } = rule;
  const request = useMemo(
    () => planFor(values, group, datesToCheck(dates, exceptions, mends), mends),
    [values, group, dates, exceptions, mends],
  );
  const isAsked = request !== null;
  const check = useQuery({
    ...seriesPreviewQueryOptions(id, request ?? NOTHING),
    enabled: isAsked && !isSaving,
  });
  const planned = useMemo(
    () => plannedDates(dates, exceptions, mends, isAsked ? check.data : undefined),
    [dates, exceptions, mends, isAsked, check.data],
  );
  const mend = useCallback((date: string, change: Mend) => setMends((all) => withMend(all, date, change)), []);

  /** What is saved: the dates that are free. Null while the forms cannot be saved or nothing is left. */
  function planToSave(): SeriesPlan | null {
    const free = planned.filter(({ state }) => state === 'free').map(({ date }) => date);
    return request && free.length > 0 ? { ...request, dates: free, changes: dateChanges(free, mends) } : null;
  }

  return {
    planned,
    counts: planCounts(planned),
    isMended: Object.keys(mends).length > 0,
    /** False while the forms cannot be saved, so that there is nothing to check. */
    isAsked,
    /** The answer belongs to a plan that has changed since. */
    isStale: check.isPlaceholderData,
    error: isAsked ? check.error : null,
    recheck: check.refetch,
    mend,
    planToSave,
  };
}

export type SeriesPlanState = ReturnType<typeof useSeriesPlan>;
