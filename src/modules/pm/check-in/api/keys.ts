/**
 * Keys of what patients read by a link. They begin with the link's or the participant's secret, where keys elsewhere have the
 * organization: this page knows none.
 */
export const checkInKeys = {
  info: (token: string) => [token, 'check-in', 'info'] as const,
  result: (participantToken: string) => [participantToken, 'check-in', 'result'] as const,
};

/** Keys of what the clinic's people read about joining. */
export const joinCodeKeys = {
  link: (organizationId: string, sessionId: string) => [organizationId, 'sessions', 'join-link', sessionId] as const,
  patient: (organizationId: string, patientId: string) => [organizationId, 'patients', 'join-code', patientId] as const,
};
