/** The actions of pm_group_activity_log that the log can be narrowed to, as people call them. */
export const ACTIVITY_LABELS = {
  group_created: 'Group created',
  group_updated: 'Group changed',
  group_deleted: 'Group deleted',
  group_restored: 'Group restored',
  group_merged: 'Group merged',
  patient_enrolled: 'Patient enrolled',
  patient_waitlisted: 'Patient put on the waitlist',
  patient_promoted: 'Patient promoted from the waitlist',
  patient_disenrolled: 'Patient disenrolled',
  waitlist_moved: 'Moved on the waitlist',
  waitlist_held: 'Held back on the waitlist',
  waitlist_released: 'Released on the waitlist',
  enrollment_updated: 'Enrollment changed',
  enrollment_deleted: 'Enrollment deleted',
  enrollment_restored: 'Enrollment restored',
  session_scheduled: 'Session scheduled',
  session_updated: 'Session changed',
  session_started: 'Session started',
  session_completed: 'Session completed',
  session_cancelled: 'Session cancelled',
  attendance_recorded: 'Attendance recorded',
  attendance_changed: 'Attendance changed',
  drop_in_booked: 'Drop-in booked',
  drop_in_cancelled: 'Drop-in cancelled',
  guest_removed: 'Guest removed',
  integrity_repaired: 'Integrity repaired',
} as const;

export type ActivityKind = keyof typeof ACTIVITY_LABELS;

export function isActivityKind(action: string): action is ActivityKind {
  return Object.hasOwn(ACTIVITY_LABELS, action);
}

/** An action in words; one that this version does not know by its own name. */
export function activityLabel(action: string): string {
  return isActivityKind(action) ? ACTIVITY_LABELS[action] : action.replaceAll('_', ' ');
}
