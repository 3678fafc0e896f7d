import type { LiveReads } from '@/platform/live';

/** What stands in a calendar: not who came. */
const PLAN = ['pm_group_schedule', 'pm_group_definitions', 'pm_closed_days', 'pf_memberships', 'pf_organizations'];

/** What the queries of each feature read. One that is missing here is read again after any change; [] stays as it is. */
export const liveReads: LiveReads = {
  memberships: ['pf_memberships', 'pf_organizations', 'pf_roles'],
  organization: ['pf_organizations'],
  members: ['pf_memberships', 'pf_roles'],
  permissions: ['pf_role_permissions', 'pf_roles', 'pf_memberships'],
  'closed-days': ['pm_closed_days'],
  'calendar-feeds': [],
  notifications: ['pf_notifications'],
  patients: ['pm_patients', 'pm_group_enrollments', 'pm_group_definitions', 'pm_group_schedule'],
  groups: ['pm_group_definitions', 'pm_group_enrollments', 'pm_group_schedule', 'pm_patients', 'pf_memberships'],
  enrollments: ['pm_group_enrollments', 'pm_group_definitions', 'pm_group_schedule', 'pm_patients'],
  schedule: PLAN,
  sessions: [
    ...PLAN,
    ...['pm_group_enrollments', 'pm_patients', 'pm_session_participants', 'pm_session_responses'],
    'pm_group_question_sets',
  ],
  'sessions/range': PLAN,
  'sessions/of-group': PLAN,
  'question-sets': ['pm_question_sets', 'pm_group_question_sets', 'pm_session_responses'],

  // Answers to what somebody is typing right now.
  'enrollments/patient-search': [],
  'enrollments/transfer-targets': [],
  'patients/groups': [],
  'patients/similar': [],
  'patients/drop-in-search': [],

  // Logs that one pages through, checks that one starts, and sums over months.
  records: [],
  reports: [],
  'reports/groups': ['pm_group_definitions'],
  'reports/compliance': ['pm_group_schedule', 'pm_session_participants', 'pm_group_enrollments'],
  'reports/make-up': ['pm_group_schedule', 'pm_session_participants', 'pm_group_enrollments'],
  'reports/group-sessions': ['pm_group_schedule', 'pm_session_participants'],
  'reports/measures': ['pm_session_responses'],
};
