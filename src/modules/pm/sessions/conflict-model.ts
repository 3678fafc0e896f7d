import type { Conflict, ConflictRequest } from './api/get-conflicts';
import type { GroupOption } from './api/get-group-options';
import { roomKey } from './room';
import type { Session } from './session';
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

/** The question about a session as it stands. */
export function conflictRequestOf(session: Session): ConflictRequest {
  return {
    groupId: session.group_definition_id,
    date: session.session_date,
    start: session.start_time.slice(0, 5),
    end: session.end_time.slice(0, 5),
    facilitatorId: session.facilitator_id,
    coFacilitatorId: session.co_facilitator_id,
    location: session.location,
    exceptSessionId: session.id,
  };
}

/**
 * The server answers for the group's own people and room where none are named; those that the session does not take are
 * no conflict of it.
 */
export function relevantConflicts(
  conflicts: readonly Conflict[],
  { facilitatorId, coFacilitatorId, location }: ConflictRequest,
): Conflict[] {
  const people = new Set([facilitatorId, coFacilitatorId]);
  return conflicts.filter(({ kind, resource_id }) =>
    kind === 'person' ? people.has(resource_id) : resource_id === roomKey(location),
  );
}
