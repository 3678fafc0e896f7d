import type { GroupOption } from '../api/get-group-options';
import { type SessionFormValues, sessionFormSchema } from '../session-form.schema';
import type { SeriesPlan } from './api/preview-series';
import { dateChanges, type Mends } from './plan-model';

/** The question for the server; null while the form could not be saved anyway, or there is no date to ask about. */
export function planFor(
  values: SessionFormValues,
  group: GroupOption | undefined,
  dates: readonly string[],
  mends: Mends,
): SeriesPlan | null {
  const valid = sessionFormSchema.safeParse(values);
  if (!valid.success || dates.length === 0) return null;
  const { group_definition_id, start_time, end_time, facilitator_id, co_facilitator_id, location } = valid.data;
  return {
    groupId: group_definition_id,
    dates,
    start: start_time,
    end: end_time,
    // What is the group's is left to the group, so that an extension follows it when it changes.
    facilitatorId: facilitator_id === group?.facilitator_id ? null : facilitator_id,
    coFacilitatorId: co_facilitator_id === group?.co_facilitator_id ? null : co_facilitator_id,
    location: location === group?.location ? null : location || null,
    changes: dateChanges(dates, mends),
  };
}
