import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import { confirmAction, notifyDone, ProblemAlert } from '@/platform/ui';
import { type CreatedFeed, useCreateFeed } from './api/create-feed';
import type { Feed, FeedScope } from './api/get-feeds';
import { useRevokeFeed } from './api/revoke-feed';
import { FEED_WORDS } from './feed-words';

interface FeedItemProps {
  scope: FeedScope;
  /** Null while there is no such link. */
  feed: Feed | null;
  onCreated: (feed: CreatedFeed) => void;
}

/** One kind of link: made, renewed or revoked. */
export function FeedItem({ scope, feed, onCreated }: FeedItemProps) {
  const { timezone } = useOrganization();
  const creation = useCreateFeed();
  const revocation = useRevokeFeed();
  const { label, description } = FEED_WORDS[scope];

  function renew() {
    confirmAction({
      title: 'Make a new link?',
      message: 'The present link stops at once: calendars that use it need the new one.',
      confirmLabel: 'Make a new link',
      onConfirm: async () => onCreated(await creation.mutateAsync(scope)),
    });
  }

  function revoke(feedId: string) {
    confirmAction({
      title: 'Revoke this link?',
      message: 'It stops at once, and calendars that use it are not updated any more. You can make a new one.',
      confirmLabel: 'Revoke link',
      danger: true,
      onConfirm: async () => {
        await revocation.mutateAsync(feedId);
        notifyDone({ message: `The link to ${label.toLowerCase()} is revoked.` });
      },
    });
  }

  return (
    <Paper withBorder p="md" component="section" aria-label={label}>
      <Stack gap="sm">
        <div>
          <Text size="sm" fw={600}>
            {label}
          </Text>
          <Text size="sm" c="dimmed">
            {description}
          </Text>
          {feed && (
            <Text size="sm" c="dimmed">
              Link made on {formatTimestamp(feed.created_at, timezone)}.
            </Text>
          )}
        </div>
        {/* Renewing shows its refusal in its own question. */}
        {!feed && <ProblemAlert error={creation.error} />}
        <Group gap="xs">
          {feed ? (
            <>
              <Button variant="default" onClick={renew} aria-label={`Make a new link: ${label}`}>
                Make a new link
              </Button>
              <Button
                variant="subtle"
                color="red"
                onClick={() => revoke(feed.id)}
                aria-label={`Revoke the link: ${label}`}
              >
                Revoke
              </Button>
            </>
          ) : (
            <Button
              variant="default"
              loading={creation.isPending}
              onClick={() => creation.mutate(scope, { onSuccess: onCreated })}
              aria-label={`Make a link: ${label}`}
            >
              Make a link
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
