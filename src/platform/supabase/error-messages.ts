/** What a person reads for a code: a sentence, what to do next, and the form field it belongs to (null: none). */
export interface ErrorMessage {
  message: string;
  hint: string | null;
  field: string | null;
}

export function says(message: string, hint: string | null = null, field: string | null = null): ErrorMessage {
  return { message, hint, field };
}

/** Raised by Quorum's own SQL; the server's sentence with the figures is preferred to these when it sends one. */
export const QUORUM_ERRORS: Readonly<Record<string, ErrorMessage>> = {
  GROUP_NOT_FOUND: says('This group does not exist, or was deleted.', 'Go back to the list of groups.'),
  PATIENT_NOT_FOUND: says('This patient does not exist, or was deleted.', 'Search for the patient again.'),
  ENROLLMENT_NOT_FOUND: says('This enrollment does not exist any more.', 'Reload to see the current roster.'),
  SESSION_NOT_FOUND: says('This session does not exist any more.', 'Reload to see the current schedule.'),
  PATIENT_ALREADY_ENROLLED: says('This patient is already in the group or on its waitlist.', null, 'patient_id'),
  GROUP_AT_CAPACITY: says('The group is full.', 'Put the patient on the waitlist, or raise the capacity.'),
  GROUP_NOT_ACTIVE: says('The group is not active.', 'Set its status to active first.', 'status'),
  INVALID_TIME_PERIOD: says('Choose AM, PM or none.', null, 'time_period'),
  INVALID_DATE_RANGE: says('The end must come after the start.', null, 'end_date'),
  INVALID_TRANSITION: says('That is not possible in its present state.', 'Reload to see what has changed.'),
  CANCELLATION_REASON_REQUIRED: says('Say why the session is cancelled.', null, 'cancellation_reason'),
  SCHEDULE_CONFLICT: says(
    'The facilitator or the room is already taken at that time.',
    'Choose another time, another room or another facilitator.',
  ),
  SESSION_CREATION_NOT_ALLOWED: says(
    'The group does not let you create its sessions.',
    'Ask one of its facilitators, or change who may create sessions in the settings of the group.',
    'group_definition_id',
  ),
  ADVANCE_NOTICE_REQUIRED: says(
    'The group’s sessions need more notice.',
    'Choose a later time, or change the session policy in the settings of the group.',
    'session_date',
  ),
  TIME_SLOT_NOT_ALLOWED: says(
    'The group’s sessions do not take place at that time.',
    'Choose another time, or change the session policy in the settings of the group.',
    'start_time',
  ),
  SESSION_NOT_APPROVED: says(
    'This session waits for approval and cannot start before.',
    'Ask somebody who may edit the group to approve it.',
  ),
  CLOSED_DAY: says('The clinic is closed on one of these days.', 'Leave the day out, or keep it on purpose.'),
  SERIES_NOT_FOUND: says('This session does not belong to a series.', 'Change the session by itself.'),
  INVALID_RECURRENCE_RULE: says(
    'This recurrence rule cannot be read.',
    'Use a rule for days, such as FREQ=WEEKLY;BYDAY=TU;COUNT=10.',
    'recurrence_rule',
  ),
  SESSION_ALREADY_ACTIVE: says('A session of this group is running already.', 'Open it, or complete it first.'),
  QUESTION_SET_NOT_FOUND: says(
    'This question set does not exist, or was deleted.',
    'Reload to see the current question sets.',
    'question_set_id',
  ),
  QUESTION_SET_CHANGED: says(
    'Somebody else has saved this question set since you opened it.',
    'Look at what is stored before you replace it.',
  ),
  QUESTION_SET_IN_USE: says(
    'This version has answers, and what was asked stays as it was.',
    'Save your changes as a new version.',
    'questions',
  ),
  INVALID_QUESTIONS: says('One of the questions cannot be asked like this.', 'Check the questions.', 'questions'),
  SESSION_HAS_ANSWERS: says(
    'Somebody has answered already, and what was asked stays as it was.',
    'Ask it in another session.',
    'question_set_id',
  ),
  SESSION_LINK_INVALID: says('This link leads to no session.', 'Scan the code again, or ask the front desk.'),
  SESSION_NOT_OPEN: says('This session is not open at this time.', 'Ask your facilitator.'),
  TOO_MANY_GUESTS: says('A hundred guests have joined this session already.', 'Ask your facilitator.', 'guest_name'),
  GUEST_NOT_FOUND: says('This guest is not in the session any more.', 'Reload to see who is.'),
  PARTICIPANT_UNKNOWN: says('This phone has not joined the session.', 'Join again by the link.'),
  INVALID_ANSWERS: says('One of the answers is missing or has the wrong form.', 'Check your answers.', 'answers'),
  ALREADY_ANSWERED: says(
    'Your answers have arrived already and stay as they are.',
    'Tell your facilitator if something has changed.',
  ),
  RESPONSE_NOT_FOUND: says('These answers do not exist.', 'Reload to see the current answers.'),
  ATTENDANCE_TOO_EARLY: says('The session has not begun.', 'Before a session, somebody can only be excused.', 'status'),
  ATTENDANCE_REASON_REQUIRED: says(
    'The session is completed; what was recorded is changed with a reason.',
    'Say why in a few words.',
    'reason',
  ),
  CALENDAR_FEED_NOT_FOUND: says('This calendar link is not valid, or not any more.', 'Make a new one under Schedule.'),
  PERMISSION_DENIED: says('You do not have permission to do this.', 'Ask an administrator of your organization.'),
  LAST_ORG_ADMIN: says(
    'An organization needs at least one active administrator.',
    'Make another member administrator first.',
  ),
  MEMBER_HAS_SESSIONS: says(
    'This person is named on sessions, and the record of who led them stays.',
    'Suspend the person instead.',
  ),
  ALREADY_A_MEMBER: says(
    'A person with this e-mail address already belongs to the organization.',
    'Change the role in the list of members.',
    'email',
  ),
  INVALID_INPUT: says('One of the values is not allowed.', 'Check the form and try again.'),
  INVALID_TIMEZONE: says('There is no such time zone.', null, 'timezone'),
  PERMISSION_NOT_FOUND: says('There is no such permission.', 'Reload to see the current list.'),
  ROLE_NOT_FOUND: says('There is no such role in this organization.', 'Choose one of its roles.', 'role_id'),
  ROLE_IN_USE: says('Somebody still holds this role.', 'Give them another role first.'),
  INVITATION_INVALID: says(
    'This invitation is not valid: it was used, has expired, or is for another e-mail address.',
    'Ask for a new invitation.',
  ),
};

/** Refusals of PostgreSQL itself, by SQLSTATE. */
export const SQLSTATE_ERRORS: Readonly<Record<string, ErrorMessage>> = {
  '22001': says('One of the texts is too long.', 'Shorten it and try again.'),
  '22003': says('One of the numbers is too large.'),
  '22007': says('One of the dates is not a date.'),
  '22008': says('One of the dates is out of range.'),
  '22021': says('One of the texts contains a character that cannot be stored.'),
  '22P02': says('One of the values has the wrong form.', 'Check the address or the form, and try again.'),
  '22P05': says('One of the texts contains a character that cannot be stored.'),
  '23502': says('A required value is missing.'),
  '23503': says('This refers to something that does not exist any more.', 'Reload and try again.'),
  '23505': says('There is one like this already.', 'Change the value that must be unique.'),
  '23514': says('One of the values is not allowed.', 'Check the form and try again.'),
  '23P01': says('This overlaps with something that is already planned.', 'Choose another time.'),
  '40001': says('Somebody else changed this at the same moment.', 'Try again.'),
  '40P01': says('Somebody else changed this at the same moment.', 'Try again.'),
  '42501': says('You do not have permission to do this.', 'Ask an administrator of your organization.'),
  '53300': says('The server is busy.', 'Try again in a moment.'),
  '55P03': says('Somebody else is changing this right now.', 'Try again in a moment.'),
  '57014': says('The server took too long to answer.', 'Narrow the search, or try again in a moment.'),
  '57P01': says('The server is restarting.', 'Try again in a moment.'),
};

const OUTDATED = says('This page does not match the server’s version.', 'Reload the page.');
const SESSION_ENDED = says('Your session has ended.', 'Sign in again.');

/** Refusals of PostgREST, and what never reached the server. */
export const API_ERRORS: Readonly<Record<string, ErrorMessage>> = {
  NETWORK: says('The server cannot be reached.', 'Check your connection and try again.'),
  '42703': OUTDATED,
  '42883': OUTDATED,
  '42P01': OUTDATED,
  PGRST116: says('This does not exist, or you may not see it.'),
  PGRST202: OUTDATED,
  PGRST204: OUTDATED,
  PGRST205: OUTDATED,
  PGRST301: SESSION_ENDED,
  PGRST302: SESSION_ENDED,
  PGRST303: SESSION_ENDED,
};

const LINK_EXPIRED = says('This link has expired or was already used.', 'Ask for a new one.');

/** Refusals of Supabase Auth. */
export const AUTH_ERRORS: Readonly<Record<string, ErrorMessage>> = {
  bad_jwt: SESSION_ENDED,
  email_address_invalid: says('This e-mail address cannot be used.', null, 'email'),
  email_exists: says('There is an account with this e-mail address already.', 'Sign in instead.', 'email'),
  email_not_confirmed: says('Confirm your e-mail address first.', 'Open the link in the message that we sent you.'),
  email_provider_disabled: says('Accounts by e-mail are switched off here.', 'Ask an administrator.'),
  flow_state_expired: LINK_EXPIRED,
  flow_state_not_found: LINK_EXPIRED,
  invalid_credentials: says('E-mail address or password is wrong.', 'Check both, or reset the password.'),
  no_authorization: SESSION_ENDED,
  otp_expired: LINK_EXPIRED,
  over_email_send_rate_limit: says('Too many messages were sent to this address.', 'Wait a few minutes.'),
  over_request_rate_limit: says('Too many attempts.', 'Wait a few minutes and try again.'),
  refresh_token_already_used: SESSION_ENDED,
  refresh_token_not_found: SESSION_ENDED,
  same_password: says('The new password must differ from the present one.', null, 'password'),
  session_expired: SESSION_ENDED,
  session_not_found: SESSION_ENDED,
  signup_disabled: says('New accounts are not open here.', 'Ask an administrator for an invitation.'),
  user_already_exists: says('There is an account with this e-mail address already.', 'Sign in instead.', 'email'),
  user_banned: says('This account is suspended.', 'Ask an administrator.'),
  user_not_found: SESSION_ENDED,
  validation_failed: says('One of the values is not valid.', 'Check the form and try again.'),
  weak_password: says('This password is too easy to guess.', 'Use at least 8 characters.', 'password'),
};
