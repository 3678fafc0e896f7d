import type { LiveReads } from '@/platform/live';

/** What the queries of each feature read. One that is missing here is read again after any change; [] stays as it is. */
export const liveReads: LiveReads = {
  memberships: ['pf_memberships', 'pf_organizations', 'pf_roles'],
  organization: ['pf_organizations'],
  members: ['pf_memberships', 'pf_roles'],
  permissions: ['pf_role_permissions', 'pf_roles', 'pf_memberships'],
  'closed-days': ['pm_closed_days'],
  'calendar-feeds': [],
  // Logs that one pages through, and checks that one starts.
  records: [],
  notifications: ['pf_notifications'],
  patients: ['pm_patients', 'pm_group_enrollments', 'pm_group_definitions', 'pm_group_schedule'],
  groups: [
    ...['pm_group_definitions', 'pm_group_enrollments', 'pm_group_schedule', 'pm_patients', 'pf_memberships'],
    ...['pm_group_question_sets', 'pm_session_participants'],
  ],
  enrollments: ['pm_group_enrollments', 'pm_group_definitions', 'pm_group_schedule', 'pm_patients'],
  schedule: ['pm_group_schedule', 'pm_group_definitions', 'pm_closed_days', 'pf_memberships', 'pf_organizations'],
  sessions: [
    ...['pm_group_schedule', 'pm_group_definitions', 'pm_group_enrollments', 'pm_patients', 'pm_closed_days'],
    ...[
      'pm_session_participants',
      'pm_session_responses',
      'pm_group_question_sets',
      'pf_memberships',
      'pf_organizations',
    ],
  ],
  // Answers to what somebody is typing right now.
  'enrollments/patient-search': [],
  'enrollments/transfer-targets': [],
  'patients/groups': [],
  'patients/similar': [],
  'question-sets': ['pm_question_sets', 'pm_group_question_sets', 'pm_session_responses'],
};
