/** The columns of one table that signed-in people may read and write, as granted to `authenticated`. */
export interface ColumnGrants {
  /** Not readable by anybody who signs in; all other columns are. */
  unreadable?: readonly string[];
  insert: readonly string[];
  update: readonly string[];
}

const groupColumns = [
  'name',
  'description',
  'group_type',
  'facilitator_id',
  'co_facilitator_id',
  'location',
  'max_capacity',
  'min_capacity',
  'duration_minutes',
  'recurrence_rule',
  'time_period',
  'start_date',
  'end_date',
  'status',
  'session_creation_permission',
  'session_approval_required',
  'advance_notice_hours',
  'allowed_time_slots',
  'custom_fields',
];
const sessionColumns = [
  'session_date',
  'start_time',
  'end_time',
  'status',
  'cancellation_reason',
  'facilitator_id',
  'co_facilitator_id',
  'location',
  'series_id',
  'conflict_override',
  'notes',
  'questions_data',
];
const patientColumns = [
  'mrn',
  'first_name',
  'last_name',
  'preferred_name',
  'date_of_birth',
  'phone',
  'email',
  'status',
  'custom_fields',
  'notes',
];
const questionSetColumns = ['title', 'description', 'source', 'scoring', 'questions', 'bands', 'materials'];
const readOnly: ColumnGrants = { insert: [], update: [] };

/**
 * Every relation of schema public. What is missing here nobody may write: ids, organization, group and patient of an
 * existing row, group_code, waitlist positions and holds, what was transferred, timestamps, deleted_at, tokens, who created a row, approvals.
 */
export const writableColumns: Record<string, ColumnGrants> = {
  pf_organizations: { insert: [], update: ['name', 'timezone', 'settings'] },
  pf_profiles: { insert: [], update: ['full_name'] },
  pf_permissions: readOnly,
  pf_roles: { insert: ['organization_id', 'key', 'name'], update: ['name'] },
  pf_role_permissions: { insert: ['organization_id', 'role_id', 'permission_key'], update: [] },
  pf_memberships: { insert: [], update: ['role_id', 'status'] },
  pf_invitations: { insert: [], update: [], unreadable: ['token_hash'] },
  pf_domain_events: readOnly,
  pf_audit_log: readOnly,
  pf_notifications: { insert: [], update: ['read_at'] },
  pf_notification_settings: {
    insert: ['organization_id', 'kind', 'is_enabled'],
    update: ['organization_id', 'kind', 'is_enabled'],
  },
  pm_patients: { insert: ['organization_id', ...patientColumns], update: patientColumns },
  pm_group_definitions: { insert: ['organization_id', ...groupColumns], update: groupColumns },
  pm_group_activity_log: readOnly,
  pm_group_schedule: {
    insert: ['organization_id', 'group_definition_id', 'session_type', ...sessionColumns],
    update: sessionColumns,
  },
  pm_group_enrollments: {
    insert: ['organization_id', 'group_definition_id', 'patient_id', 'status', 'starts_on', 'notes', 'custom_fields'],
    update: ['status', 'starts_on', 'disenroll_reason', 'notes', 'custom_fields'],
  },
  pm_question_sets: { insert: ['organization_id', ...questionSetColumns], update: questionSetColumns },
  pm_group_question_sets: readOnly,
  pm_session_participants: readOnly,
  pm_session_responses: readOnly,
  pm_closed_days: { insert: ['organization_id', 'closed_on', 'name'], update: ['name'] },
  pm_session_series: { insert: [], update: ['is_finite'] },
  pm_session_series_overview: readOnly,
  pm_calendar_feeds: { insert: [], update: [], unreadable: ['token_hash'] },
  pm_group_overview: readOnly,
};
