import { useState } from 'react';
import { SessionModal } from '../session-modal';
import type { CreatedFeed } from './api/create-feed';
import { FeedChoice } from './feed-choice';
import { FeedLink } from './feed-link';

/** Shows the schedule in a calendar program, by a personal secret link. The link is forgotten with the dialog. */
export function SubscribeDialog({ onClose }: { onClose: () => void }) {
  const [created, setCreated] = useState<CreatedFeed | null>(null);
  return (
    <SessionModal title="Subscribe to the schedule" onClose={onClose}>
      {created ? (
        <FeedLink feed={created} onBack={() => setCreated(null)} onClose={onClose} />
      ) : (
        <FeedChoice onCreated={setCreated} />
      )}
    </SessionModal>
  );
}
