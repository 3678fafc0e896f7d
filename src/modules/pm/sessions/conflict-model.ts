import type { Conflict, ConflictRequest } from './api/get-conflicts';
import type { GroupOption } from './api/get-group-options';
import { type SessionFormValues, sessionFormSchema } from './session-form.schema';

/**
 * Whom and which room the session would really take: for a new one, the server fills what is left empty from the group
 * (the group given here); an existing one has what the form says.
 */
export function effectivePlan(values: SessionFormValues, group: GroupOption | undefined): SessionFormValues {
  const facilitator_id = values.facilitator_id ?? group?.facilitator_id ?? null;
  const fallback = group?.co_facilitator_id === facilitator_id ? null : (group?.co_facilitator_id ?? null);
  return {
    ...values,
    facilitator_id,
    co_facilitator_id: values.co_facilitator_id ?? fallback,
    location: values.location.trim() || group?.location || '',
  };
}

/** The question for the server; null while the form could not be saved anyway. */
export function conflictRequest(plan: SessionFormValues, exceptSessionId: string | null): ConflictRequest | null {
  if (!sessionFormSchema.safeParse(plan).success) return null;
  return {
    groupId: plan.group_definition_id,
    date: plan.session_date,
    start: plan.start_time.slice(0, 5),
    end: plan.end_time.slice(0, 5),
    facilitatorId: plan.facilitator_id,
    coFacilitatorId: plan.co_facilitator_id,
    location: plan.location || null,
    exceptSessionId,
  };
}

/**
 * The server also checks the group's own people and room where the plan names none; those that this session would not take
 * are no conflict of it. Compared by name, which is all that the server's answer has.
 */
export function relevantConflicts(
  conflicts: readonly Conflict[],
  plan: { people: readonly (string | null)[]; location: string },
): Conflict[] {
  return conflicts.filter(({ kind, resource }) =>
    kind === 'person' ? plan.people.includes(resource) : plan.location.trim() !== '',
  );
}
