/** What is said about an enrollment besides who and where. */
export interface EnrollTerms {
  /** First day on the rosters (`YYYY-MM-DD`); null is today on the organization's calendar. */
  startsOn: string | null;
  /** What happens when the group is full: a place on the waitlist, or a refusal. */
  onFull: 'waitlist' | 'reject';
}

export const USUAL_TERMS: EnrollTerms = { startsOn: null, onFull: 'waitlist' };
