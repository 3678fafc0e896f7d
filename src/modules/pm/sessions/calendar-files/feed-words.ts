import type { FeedScope } from './api/get-feeds';

/** What each kind of link shows. */
export const FEED_WORDS: Readonly<Record<FeedScope, { label: string; description: string }>> = {
  mine: { label: 'My sessions', description: 'Sessions that you lead, as facilitator or co-facilitator.' },
  all: { label: 'All sessions', description: 'Every session of the organization.' },
};
