/** What is read of a series, for PostgREST. */
export const SERIES_COLUMNS =
  'id, group_definition_id, group_name, group_status, group_end_date, recurrence_rule, start_time, end_time, facilitator_id, co_facilitator_id, location, is_finite, first_session_on, last_session_on, session_count, sessions_left, is_running_out';
