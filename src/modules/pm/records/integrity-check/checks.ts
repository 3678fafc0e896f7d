import { type Icon, IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';

/** How bad a finding is, worst first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

export const SEVERITY_LOOKS: Readonly<Record<Severity, { label: string; icon: Icon; color: string }>> = {
  error: { label: 'Error', icon: IconAlertCircle, color: 'red' },
  warning: { label: 'Warning', icon: IconAlertTriangle, color: 'yellow' },
  info: { label: 'Note', icon: IconInfoCircle, color: 'blue' },
};

interface Check {
  title: string;
  /** What it means, and what to do where there is no one right answer. */
  meaning: string;
}

/** What each check of pm_validate_integrity looks for, in plain words. */
const CHECKS: Readonly<Record<string, Check>> = {
  seats_over_capacity: {
    title: 'More patients than seats',
    meaning:
      'A group has more patients than its capacity. Where the log shows that the capacity was lowered, that is known and a warning; raise it again, or move somebody to another group.',
  },
  waitlist_place_missing: {
    title: 'Waiting without a place',
    meaning:
      'Somebody waits, but has no place in the order. Repairing numbers the waitlist by place, then by how long people wait.',
  },
  waitlist_place_double: {
    title: 'Two on one waitlist place',
    meaning:
      'Two patients have the same place. Repairing numbers the waitlist anew; who has waited longer comes first.',
  },
  waitlist_gaps: {
    title: 'Gaps in the waitlist',
    meaning:
      'Places are missing between those who wait. That is normal when people leave, and changes nobody’s turn. Repairing closes them up.',
  },
  place_without_waiting: {
    title: 'A waitlist place without waiting',
    meaning: 'An enrollment that does not wait still has a place on the waitlist. Repairing takes the place away.',
  },
  patient_twice_in_group: {
    title: 'A patient twice in one group',
    meaning: 'A patient has more than one live enrollment in a group. Decide which one is right, and delete the other.',
  },
  deleted_patient_enrolled: {
    title: 'A deleted patient has a seat',
    meaning: 'The record was deleted, but the enrollment goes on. Repairing ends the enrollment.',
  },
  completed_in_future: {
    title: 'Completed before it began',
    meaning: 'A session counts as completed, but its time is still to come. Look at its date and its state.',
  },
  session_instant_off: {
    title: 'A session at another time than it says',
    meaning:
      'Date and time of a session do not fit the moment that the calendar uses. Repairing goes by the date and time that people see.',
  },
  session_claims_off: {
    title: 'Conflicts would be missed',
    meaning: 'What a session keeps busy, its people and its room, is not noted rightly. Repairing notes it anew.',
  },
  membership_without_profile: {
    title: 'A member without a profile',
    meaning:
      'A member has no name and address here, so that signing in fails. Repairing makes the profile from the account.',
  },
  no_org_admin: {
    title: 'Nobody administers the organization',
    meaning: 'There is no active organization admin. Whoever runs the server has to appoint one.',
  },
  org_admin_lacks_permission: {
    title: 'The organization admin lacks a permission',
    meaning: 'The role must hold every permission. Repairing gives it what is missing.',
  },
  group_code_missing: {
    title: 'A group without its code',
    meaning: 'A group with a start date and a period should have a code. Repairing makes it.',
  },
  orphaned_enrollment: {
    title: 'An enrollment of nobody, or in nothing',
    meaning:
      'An enrollment refers to a group or patient that is not there, as a bulk load can leave it. Whoever runs the server has to look.',
  },
  orphaned_session: {
    title: 'A session of no group',
    meaning:
      'A session refers to a group that is not there, as a bulk load can leave it. Whoever runs the server has to look.',
  },
  log_missing: {
    title: 'Missing from the activity log',
    meaning: 'An enrollment has no entry in the log, as a bulk load can leave it. Repairing writes one that says so.',
  },
};

/** Title and meaning of a check; one that this version does not know has its own name. */
export function checkOf(key: string): Check {
  return (Object.hasOwn(CHECKS, key) ? CHECKS[key] : undefined) ?? { title: key.replaceAll('_', ' '), meaning: '' };
}

export const CHECK_KEYS = Object.keys(CHECKS);
