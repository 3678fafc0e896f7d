/** Permission keys of practice management; the names are those of PM-04, the values those of `pf_permissions`. */
export const PM_PERMISSIONS = {
  GROUP_DEFINITIONS_VIEW: 'pm.group_definitions.view',
  GROUP_DEFINITIONS_CREATE: 'pm.group_definitions.create',
  GROUP_DEFINITIONS_EDIT: 'pm.group_definitions.edit',
  GROUP_DEFINITIONS_DELETE: 'pm.group_definitions.delete',
  GROUP_SCHEDULE_VIEW: 'pm.group_schedule.view',
  GROUP_SCHEDULE_CREATE: 'pm.group_schedule.create',
  GROUP_SCHEDULE_EDIT: 'pm.group_schedule.edit',
  GROUP_SCHEDULE_DELETE: 'pm.group_schedule.delete',
  GROUP_ENROLLMENTS_VIEW: 'pm.group_enrollments.view',
  GROUP_ENROLLMENTS_CREATE: 'pm.group_enrollments.create',
  GROUP_ENROLLMENTS_EDIT: 'pm.group_enrollments.edit',
  GROUP_ENROLLMENTS_DELETE: 'pm.group_enrollments.delete',
  PATIENTS_VIEW: 'pm.patients.view',
  PATIENTS_CREATE: 'pm.patients.create',
  PATIENTS_EDIT: 'pm.patients.edit',
  PATIENTS_DELETE: 'pm.patients.delete',
  GROUP_ATTENDANCE_VIEW: 'pm.group_attendance.view',
  GROUP_ATTENDANCE_EDIT: 'pm.group_attendance.edit',
  QUESTION_SETS_VIEW: 'pm.question_sets.view',
  QUESTION_SETS_CREATE: 'pm.question_sets.create',
  QUESTION_SETS_EDIT: 'pm.question_sets.edit',
  QUESTION_SETS_DELETE: 'pm.question_sets.delete',
  REPORTS_VIEW: 'pm.reports.view',
} as const;

/** Permission keys of the platform itself: members, roles, organization, audit. */
export const PF_PERMISSIONS = {
  MEMBERS_VIEW: 'pf.members.view',
  MEMBERS_MANAGE: 'pf.members.manage',
  PERMISSIONS_MANAGE: 'pf.permissions.manage',
  ORGANIZATION_EDIT: 'pf.organization.edit',
  AUDIT_LOG_VIEW: 'pf.audit_log.view',
} as const;

export type Permission =
  | (typeof PM_PERMISSIONS)[keyof typeof PM_PERMISSIONS]
  | (typeof PF_PERMISSIONS)[keyof typeof PF_PERMISSIONS];
