/** What people are told; `response_flagged` is the one that nobody can switch off. */
export const NOTIFICATION_KINDS = [
  'response_flagged',
  'patient_promoted',
  'session_cancelled',
  'session_rescheduled',
  'approval_requested',
  'approval_granted',
  'approval_rejected',
  'short_of_hours',
] as const;

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** The kind of an answer that may mean danger. */
export const URGENT_KIND = 'response_flagged' satisfies NotificationKind;
