type Caller = 'anon' | 'authenticated' | 'service_role';

const people: readonly Caller[] = ['authenticated'];
const both: readonly Caller[] = ['authenticated', 'service_role'];
const everybody: readonly Caller[] = ['anon', 'authenticated', 'service_role'];

/** Every function of schema public and who may execute it. A function that is missing here fails the run. */
export const functionGrants: Record<string, readonly Caller[]> = {
  // These two act for the person who calls; the secret key is no person.
  'pf_create_organization(text,text,text)': people,
  'pf_accept_invitation(text)': people,
  'pf_create_invitation(uuid,text,uuid)': both,
  'pf_set_role_permission(uuid,text,boolean)': both,
  'pf_create_role(uuid,text,uuid)': both,
  'pf_names_of_people(uuid,uuid[])': both,
  'pm_search_patients(uuid,text)': both,
  'pm_similar_patients(uuid,text,text,date,text,uuid)': both,
  'pm_import_patients(uuid,jsonb,text,boolean)': both,
  'pm_open_patient(uuid)': both,
  'pm_delete_patient(uuid)': both,
  'pm_restore_patient(uuid)': both,
  'pm_group_statistics(uuid)': both,
  'pm_delete_group_definition(uuid)': both,
  'pm_restore_group_definition(uuid)': both,
  'pm_deleted_group_definitions(uuid)': both,
  'pm_schedule_conflicts(uuid,date[],time without time zone,time without time zone,uuid,text,uuid,uuid)': both,
  'pm_cancel_session(uuid,text)': both,
  'pm_cancel_sessions(uuid[],text)': both,
  'pm_cancel_series(uuid,text,text)': both,
  'pm_schedule_series(uuid,text,date[],time without time zone,time without time zone,boolean,jsonb,uuid,uuid,text,text,uuid)':
    both,
  'pm_preview_series(uuid,date[],time without time zone,time without time zone,jsonb,uuid,uuid,text)': both,
  'pm_change_series(uuid,text,jsonb,boolean)': both,
  'pm_preview_series_change(uuid,text,jsonb)': both,
  'pm_create_calendar_feed(uuid,text)': both,
  'pm_revoke_calendar_feed(uuid)': both,
  'pm_calendar_file(uuid,uuid,uuid,boolean)': both,
  // The one function for people who are not signed in: a calendar program has the token of the link and nothing else.
  'pm_calendar_feed(text,text)': everybody,
  'pm_start_session(uuid)': both,
  'pm_complete_session(uuid)': both,
  'pm_enroll_patient(uuid,uuid,text,date)': both,
  'pm_bulk_enroll_patients(uuid,uuid[],text,date)': both,
  'pm_disenroll_patient(uuid,text)': both,
  'pm_promote_enrollment(uuid,text)': both,
  'pm_move_on_waitlist(uuid,integer,text)': both,
  'pm_delete_enrollment(uuid)': both,
  'pm_restore_enrollment(uuid)': both,
  'pm_seat_outlook(uuid)': both,
  'pm_waitlist(uuid)': both,
  'pm_hold_on_waitlist(uuid,text,date)': both,
  'pm_release_from_hold(uuid)': both,
  'pm_waiting_in_like_groups(uuid)': both,
  'pm_enrollment_conflicts(uuid,uuid[],date)': both,
  'pm_group_roster(uuid,date)': both,
  'pm_session_roster(uuid)': both,
  'pm_transfer_enrollment(uuid,uuid,text,date,text)': both,
  'pm_merge_groups(uuid,uuid,text,boolean)': both,
  'pm_clone_group(uuid,text,text,date,date,integer,boolean,boolean)': both,
  'pm_batch_clone_groups(uuid[],integer,boolean,boolean,boolean,jsonb,boolean)': both,
  'pm_recently_deleted(uuid)': both,
  'pm_validate_integrity(uuid,boolean)': both,
};
