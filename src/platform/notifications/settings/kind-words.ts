import type { NotificationKind } from '../notification-kinds';

/** What each kind is called in the settings, and whom it is told. */
export const KIND_WORDS: Readonly<Record<NotificationKind, { label: string; description: string }>> = {
  response_flagged: {
    label: 'Answers that need attention',
    description:
      'An answer that may mean danger, such as thoughts of suicide, reaches whoever leads the session at once. It cannot be switched off.',
  },
  patient_promoted: {
    label: 'Seats from the waitlist',
    description: 'A patient moves up in a group that you lead, or one whom you put on the waitlist.',
  },
  session_cancelled: { label: 'Cancelled sessions', description: 'Somebody cancels a session that you lead.' },
  session_rescheduled: {
    label: 'Moved sessions',
    description: 'A session that you lead, or led, gets another time or room.',
  },
  approval_requested: {
    label: 'Sessions that wait for approval',
    description: 'Somebody plans a session that you may approve.',
  },
  approval_granted: { label: 'Approved sessions', description: 'A session that you planned or lead is approved.' },
  approval_rejected: {
    label: 'Sessions not approved',
    description: 'A session that you planned or lead is turned down.',
  },
  short_of_hours: {
    label: 'Program hours at risk',
    description: 'A patient of an IOP or PHP group that you lead will not reach the hours or days of the week.',
  },
};
