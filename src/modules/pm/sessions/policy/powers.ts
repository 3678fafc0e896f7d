import type { GroupPolicy } from './api/get-session-policy';

/** Who looks, and what the role holds. */
export interface Viewer {
  userId: string;
  /** pm.group_definitions.edit */
  editsGroups: boolean;
  /** pm.group_schedule.create */
  createsSessions: boolean;
  /** pm.group_schedule.edit */
  editsSessions: boolean;
}

interface Led {
  facilitator_id: string | null;
  co_facilitator_id: string | null;
}

/** Whether the person is facilitator or co-facilitator of a group or a session. */
export function leads({ facilitator_id, co_facilitator_id }: Led, userId: string): boolean {
  return facilitator_id === userId || co_facilitator_id === userId;
}

/** Whether the group's policy lets the person create sessions; the server decides. */
export function mayCreateSessions(
  policy: Pick<GroupPolicy, 'session_creation_permission' | keyof Led>,
  viewer: Viewer,
): boolean {
  if (!viewer.createsSessions) return false;
  if (policy.session_creation_permission === 'owner') return leads(policy, viewer.userId);
  return policy.session_creation_permission === 'all_members' || viewer.editsGroups;
}

/** Whether what the person schedules or moves waits for somebody else. */
export function needsApproval(
  policy: Pick<GroupPolicy, 'session_approval_required'>,
  session: Led,
  viewer: Viewer,
): boolean {
  return policy.session_approval_required && !(viewer.editsGroups && !leads(session, viewer.userId));
}

/** `creation`: others create the group's sessions. `approval`: they wait for somebody else's approval. */
export type StartRefusal = 'creation' | 'approval';

/** What of the group's policy keeps the person from starting a session on the spot; null for nothing. */
export function startRefusal(
  policy: Pick<GroupPolicy, 'session_creation_permission' | 'session_approval_required' | keyof Led>,
  viewer: Viewer,
): StartRefusal | null {
  if (!mayCreateSessions(policy, viewer)) return 'creation';
  return needsApproval(policy, policy, viewer) ? 'approval' : null;
}

/** Whether the person may approve or reject the session. */
export function mayDecide(
  session: Led & { approval_status: string; status: string },
  { userId, editsGroups, editsSessions }: Viewer,
): boolean {
  return isPending(session) && editsGroups && editsSessions && !leads(session, userId);
}

/** Whether the session waits for approval. */
export function isPending(session: { approval_status: string; status: string }): boolean {
  return session.approval_status === 'pending' && session.status === 'scheduled';
}
