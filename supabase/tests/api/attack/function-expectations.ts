/** What the attackers must meet when they call a function with the victim's ids. */
export interface FunctionExpectation {
  /**
   * The code for whoever is signed in and no active member. `empty`: an empty list. `each`: the answer has the code for each
   * id. `allowed`: nobody else's data is concerned. `own`: the answer is about the caller's own organizations.
   */
  outsiders: string;
  /** The code for the role staff, or `allowed`. */
  staff: string;
  /** The role front_desk may what staff may not. */
  frontDesk?: 'allowed';
  /** Callable with the publishable key alone. */
  anonymous?: 'allowed';
}

const denied = 'PERMISSION_DENIED';
const reads = (outsiders: string): FunctionExpectation => ({ outsiders, staff: 'allowed' });
const changes = (outsiders: string): FunctionExpectation => ({ outsiders, staff: denied });
const ofFrontDesk = (outsiders: string): FunctionExpectation => ({ outsiders, staff: denied, frontDesk: 'allowed' });

/** Who has no account has the secret of a link or a phone; with another one everybody meets the same. */
const ofPatients = (everybody: string): FunctionExpectation => ({
  ...{ outsiders: everybody, staff: everybody },
  anonymous: 'allowed',
});

/** Every function of the API. One that is missing here fails the run, as does one that is gone. */
export const functionExpectations: Record<string, FunctionExpectation> = {
  pf_accept_invitation: { outsiders: 'INVITATION_INVALID', staff: 'INVITATION_INVALID' },
  pf_create_invitation: changes(denied),
  pf_create_organization: reads('allowed'),
  pf_create_role: changes(denied),
  pf_names_of_people: reads(denied),
  pf_set_role_permission: changes('ROLE_NOT_FOUND'),
  pm_acknowledge_flag: changes('RESPONSE_NOT_FOUND'),
  pm_approve_session: changes('SESSION_NOT_FOUND'),
  pm_assign_question_set: changes('GROUP_NOT_FOUND'),
  pm_batch_clone_groups: changes('GROUP_NOT_FOUND'),
  pm_book_drop_in: ofFrontDesk('SESSION_NOT_FOUND'),
  pm_bulk_enroll_patients: ofFrontDesk('GROUP_NOT_FOUND'),
  pm_calendar_feed: {
    ...{ outsiders: 'CALENDAR_FEED_NOT_FOUND', staff: 'CALENDAR_FEED_NOT_FOUND' },
    anonymous: 'allowed',
  },
  pm_calendar_file: reads(denied),
  pm_cancel_drop_in: ofFrontDesk('SESSION_NOT_FOUND'),
  pm_cancel_series: changes('SESSION_NOT_FOUND'),
  pm_cancel_session: changes('SESSION_NOT_FOUND'),
  pm_cancel_sessions: { outsiders: 'each SESSION_NOT_FOUND', staff: 'each PERMISSION_DENIED' },
  pm_change_series: changes('SESSION_NOT_FOUND'),
  pm_clone_group: changes('GROUP_NOT_FOUND'),
  pm_complete_session: changes('SESSION_NOT_FOUND'),
  pm_create_calendar_feed: reads(denied),
  pm_create_group_session: changes('GROUP_NOT_FOUND'),
  pm_delete_enrollment: ofFrontDesk('ENROLLMENT_NOT_FOUND'),
  pm_delete_group_definition: changes('GROUP_NOT_FOUND'),
  pm_delete_patient: changes('PATIENT_NOT_FOUND'),
  pm_delete_question_set: changes('QUESTION_SET_NOT_FOUND'),
  pm_deleted_group_definitions: changes(denied),
  pm_deleted_question_sets: changes(denied),
  pm_disenroll_patient: ofFrontDesk('ENROLLMENT_NOT_FOUND'),
  pm_enroll_patient: ofFrontDesk('GROUP_NOT_FOUND'),
  pm_enrollment_conflicts: reads('GROUP_NOT_FOUND'),
  pm_group_roster: reads('empty'),
  pm_group_session_statistics: reads('GROUP_NOT_FOUND'),
  pm_group_statistics: reads(denied),
  pm_hold_on_waitlist: ofFrontDesk('ENROLLMENT_NOT_FOUND'),
  pm_import_patients: ofFrontDesk(denied),
  pm_join_info: ofPatients('SESSION_LINK_INVALID'),
  pm_join_session: ofPatients('SESSION_LINK_INVALID'),
  pm_make_up_sessions: changes('PATIENT_NOT_FOUND'),
  pm_merge_groups: changes('GROUP_NOT_FOUND'),
  pm_move_on_waitlist: ofFrontDesk('ENROLLMENT_NOT_FOUND'),
  pm_my_groups: reads('own'),
  pm_no_show_streaks: reads(denied),
  pm_open_patient: reads('PATIENT_NOT_FOUND'),
  pm_patient_can_access_question_set: changes('PATIENT_NOT_FOUND'),
  pm_patient_join_code: ofFrontDesk('PATIENT_NOT_FOUND'),
  pm_patient_measures: changes('PATIENT_NOT_FOUND'),
  pm_preview_series: reads('GROUP_NOT_FOUND'),
  pm_preview_series_change: reads('SESSION_NOT_FOUND'),
  pm_promote_enrollment: ofFrontDesk('ENROLLMENT_NOT_FOUND'),
  pm_program_compliance: changes(denied),
  pm_question_set_usage: changes(denied),
  pm_recent_question_sets: changes(denied),
  pm_recently_deleted: ofFrontDesk(denied),
  pm_record_attendance: changes('SESSION_NOT_FOUND'),
  pm_reject_session: changes('SESSION_NOT_FOUND'),
  pm_release_from_hold: ofFrontDesk('ENROLLMENT_NOT_FOUND'),
  pm_remove_guest: changes('GUEST_NOT_FOUND'),
  pm_renew_session_link: changes('SESSION_NOT_FOUND'),
  pm_report_cancellations: changes(denied),
  pm_report_no_shows: changes(denied),
  pm_report_sessions: changes(denied),
  pm_report_waitlist: changes(denied),
  pm_restore_enrollment: ofFrontDesk('ENROLLMENT_NOT_FOUND'),
  pm_restore_group_definition: changes('GROUP_NOT_FOUND'),
  pm_restore_patient: changes('PATIENT_NOT_FOUND'),
  pm_restore_question_set: changes('QUESTION_SET_NOT_FOUND'),
  // A link that is not one's own does not exist, a colleague's neither.
  pm_revoke_calendar_feed: { outsiders: 'CALENDAR_FEED_NOT_FOUND', staff: 'CALENDAR_FEED_NOT_FOUND' },
  pm_save_question_set: changes('QUESTION_SET_NOT_FOUND'),
  pm_schedule_conflicts: reads('GROUP_NOT_FOUND'),
  pm_schedule_series: changes('GROUP_NOT_FOUND'),
  pm_search_patients: reads(denied),
  pm_seat_outlook: reads('GROUP_NOT_FOUND'),
  pm_session_attendance: changes('SESSION_NOT_FOUND'),
  pm_session_result: ofPatients('PARTICIPANT_UNKNOWN'),
  pm_session_results: changes('SESSION_NOT_FOUND'),
  pm_session_roster: reads('empty'),
  pm_set_session_questions: changes('SESSION_NOT_FOUND'),
  pm_similar_patients: reads(denied),
  pm_start_instant_session: changes('GROUP_NOT_FOUND'),
  pm_start_session: changes('SESSION_NOT_FOUND'),
  pm_submit_answers: ofPatients('PARTICIPANT_UNKNOWN'),
  pm_transfer_enrollment: ofFrontDesk('GROUP_NOT_FOUND'),
  pm_unassign_question_set: changes('GROUP_NOT_FOUND'),
  pm_validate_integrity: changes(denied),
  pm_waiting_in_like_groups: reads('GROUP_NOT_FOUND'),
  pm_waitlist: reads('GROUP_NOT_FOUND'),
};
