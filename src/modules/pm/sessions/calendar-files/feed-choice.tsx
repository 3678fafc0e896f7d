import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import type { CreatedFeed } from './api/create-feed';
import { FEED_SCOPES, feedsQueryOptions } from './api/get-feeds';
import { FeedItem } from './feed-item';

/** The two links that a person can have, each with what can be done about it. */
export function FeedChoice({ onCreated }: { onCreated: (feed: CreatedFeed) => void }) {
  const { id } = useOrganization();
  const { data, error, refetch } = useQuery(feedsQueryOptions(id));
  return (
    <Stack>
      <Text size="sm">
        A link for Outlook, Google or Apple Calendar that keeps itself up to date. It shows group, time, room, who leads
        and whether a session is cancelled, as far as your role may see that. It never holds a patient’s name.
      </Text>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <ListSkeleton rows={2} />
      ) : (
        FEED_SCOPES.map((scope) => (
          <FeedItem
            key={scope}
            scope={scope}
            feed={data.find((feed) => feed.scope === scope) ?? null}
            onCreated={onCreated}
          />
        ))
      )}
    </Stack>
  );
}
