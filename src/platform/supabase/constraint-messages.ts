import { type ErrorMessage, says } from './error-messages';

/** What a person reads when a named constraint of the database refuses a value, and the field it belongs to. */
export const CONSTRAINT_ERRORS: Readonly<Record<string, ErrorMessage>> = {
  pf_organizations_name_length: says('Use 1 to 100 characters for the name.', null, 'name'),
  pf_organizations_slug_format: says('Use small letters, digits and hyphens, at most 50.', null, 'slug'),
  pf_organizations_slug_key: says('Another organization has this address already.', 'Choose another.', 'slug'),
  pf_profiles_full_name_length: says('Use 1 to 200 characters for the name.', null, 'full_name'),
  pf_roles_name_length: says('Use 1 to 100 characters for the name.', null, 'name'),
  pf_roles_organization_id_key_key: says('There is a role with this key already.', null, 'key'),
  pf_roles_organization_id_name_key: says('There is a role with this name already.', null, 'name'),
  pf_invitations_email_format: says('Enter an e-mail address, such as name@clinic.org.', null, 'email'),
  pf_memberships_role_fkey: says('There is no such role in this organization.', 'Choose one of its roles.', 'role_id'),

  pm_patients_mrn_length: says('Use 1 to 50 characters for the MRN.', null, 'mrn'),
  pm_patients_organization_id_mrn_key: says('Another patient has this MRN already.', 'Check the number.', 'mrn'),
  pm_patients_first_name_length: says('Use 1 to 100 characters for the first name.', null, 'first_name'),
  pm_patients_last_name_length: says('Use 1 to 100 characters for the last name.', null, 'last_name'),
  pm_patients_preferred_name_length: says('Use at most 100 characters for the preferred name.', null, 'preferred_name'),
  pm_patients_phone_length: says('Use at most 40 characters for the phone number.', null, 'phone'),
  pm_patients_email_format: says('Enter an e-mail address, such as name@mail.com.', null, 'email'),
  pm_patients_date_of_birth_range: says('Enter a date of birth from 1900 until today.', null, 'date_of_birth'),
  pm_patients_status_check: says('Choose active or inactive.', null, 'status'),

  pm_group_definitions_organization_id_group_code_key: says('Another group has this code already.', 'Try again.'),
  pm_group_definitions_name_length: says('Use 1 to 100 characters for the name.', null, 'name'),
  pm_group_definitions_description_length: says('Use at most 500 characters.', null, 'description'),
  pm_group_definitions_group_type_check: says('Choose one of the group types.', null, 'group_type'),
  pm_group_definitions_facilitators_differ: says(
    'Facilitator and co-facilitator must be two people.',
    null,
    'co_facilitator_id',
  ),
  pm_group_definitions_location_length: says('Use at most 100 characters.', null, 'location'),
  pm_group_definitions_max_capacity_range: says('Enter a capacity from 1 to 100.', null, 'max_capacity'),
  pm_group_definitions_min_capacity_range: says(
    'The minimum must be at least 1 and at most the capacity.',
    null,
    'min_capacity',
  ),
  pm_group_definitions_duration_minutes_range: says('Enter 5 to 720 minutes.', null, 'duration_minutes'),
  pm_group_definitions_recurrence_rule_length: says('This recurrence rule is too long.', null, 'recurrence_rule'),
  pm_group_definitions_time_period_check: says('Choose AM, PM or none.', null, 'time_period'),
  pm_group_definitions_start_date_range: says('Enter a date from 1990 to 2199.', null, 'start_date'),
  pm_group_definitions_end_date_range: says('The end date must come after the start date.', null, 'end_date'),
  pm_group_definitions_status_check: says('Choose active, inactive or completed.', null, 'status'),
  pm_group_definitions_advance_notice_hours_range: says('Enter 0 to 8,760 hours.', null, 'advance_notice_hours'),
  pm_group_definitions_allowed_time_slots_array: says('Check days and times.', null, 'allowed_time_slots'),

  pm_group_schedule_session_date_range: says('Enter a date from 1990 to 2199.', null, 'session_date'),
  pm_group_schedule_time_range: says('The end must come after the start, on the same day.', null, 'end_time'),
  pm_group_schedule_cancellation_reason_check: says('Say why the session is cancelled.', null, 'cancellation_reason'),
  pm_group_schedule_facilitators_differ: says(
    'Facilitator and co-facilitator must be two people.',
    null,
    'co_facilitator_id',
  ),
  pm_group_schedule_location_length: says('Use at most 100 characters.', null, 'location'),
  pm_group_schedule_notes_length: says('Use at most 4,000 characters.', null, 'notes'),
  schedule_claims_no_overlap: says(
    'The facilitator or the room is already taken at that time.',
    'Choose another time, another room or another facilitator.',
  ),

  pm_group_enrollments_starts_on_range: says('Enter a date from 1990 to 2199.', null, 'starts_on'),
  pm_group_enrollments_disenroll_reason_length: says('Use at most 500 characters.', null, 'disenroll_reason'),
  pm_group_enrollments_notes_length: says('Use at most 4,000 characters.', null, 'notes'),
};
