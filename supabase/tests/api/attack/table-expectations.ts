/** What the attackers must meet at one table or view. Whatever is not said here is refused with 42501. */
export interface TableExpectation {
  /** Members with the role staff read the organization's rows; `nothing`: the answer is empty. */
  staff: 'rows' | 'nothing';
  /** The same for everybody who is signed in, in no organization too: a catalogue without anybody's data. */
  isCatalogue?: true;
  /** Columns that nobody is served, so that `select=*` is refused too. */
  hidden?: readonly string[];
  /** Changing somebody else's row: `nothing` happens (no row is seen), or the command itself is refused. */
  update: 'nothing' | 'refused';
  delete: 'nothing' | 'refused';
  /** A view over several tables: Postgres refuses writes as such, whoever asks. */
  isView?: true;
  /** The code by which outsiders are refused to insert; 42501 unless said. */
  outsidersInsert?: 'PERMISSION_DENIED';
  /** What a member inserts is always the member's own row. */
  ownInsert?: true;
}

const view: TableExpectation = { staff: 'rows', update: 'refused', delete: 'refused', isView: true };
const log: TableExpectation = { staff: 'nothing', update: 'refused', delete: 'refused' };

/** Every table and view of the API. One that is missing here fails the run, as does one that is gone. */
export const tableExpectations: Record<string, TableExpectation> = {
  pf_audit_log: log,
  pf_domain_events: log,
  pf_invitations: { staff: 'nothing', hidden: ['token_hash'], update: 'refused', delete: 'nothing' },
  pf_memberships: { staff: 'rows', update: 'nothing', delete: 'nothing' },
  // What the admin is told, and does not want to be told, is the admin's.
  pf_notification_settings: { staff: 'nothing', update: 'nothing', delete: 'refused', ownInsert: true },
  pf_notifications: { staff: 'nothing', update: 'nothing', delete: 'refused' },
  pf_organizations: { staff: 'rows', update: 'nothing', delete: 'refused' },
  pf_permissions: { staff: 'rows', isCatalogue: true, update: 'refused', delete: 'refused' },
  pf_profiles: { staff: 'rows', update: 'nothing', delete: 'refused' },
  pf_role_permissions: {
    ...{ staff: 'rows', update: 'refused', delete: 'nothing' },
    // The guard against escalation answers before row level security.
    outsidersInsert: 'PERMISSION_DENIED',
  },
  pf_roles: { staff: 'rows', update: 'nothing', delete: 'nothing' },
  // The link is the admin's own: colleagues do not see it.
  pm_calendar_feeds: { staff: 'nothing', hidden: ['token_hash'], update: 'refused', delete: 'refused' },
  pm_closed_days: { staff: 'rows', update: 'nothing', delete: 'nothing' },
  pm_group_activity_log: { staff: 'rows', update: 'refused', delete: 'refused' },
  pm_group_definitions: { staff: 'rows', update: 'nothing', delete: 'refused' },
  pm_group_enrollments: { staff: 'rows', update: 'nothing', delete: 'refused' },
  pm_group_overview: view,
  pm_group_question_sets: log,
  pm_group_schedule: { staff: 'rows', update: 'nothing', delete: 'refused' },
  pm_patients: { staff: 'rows', update: 'nothing', delete: 'refused' },
  pm_question_sets: { staff: 'nothing', update: 'nothing', delete: 'refused' },
  pm_session_participants: log,
  pm_session_responses: log,
  pm_session_series: { staff: 'rows', update: 'nothing', delete: 'refused' },
  pm_session_series_overview: view,
};
