import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconCheck, IconCopy } from '@tabler/icons-react';
import { readEnvironment } from '@/platform/supabase/environment';
import type { CreatedFeed } from './api/create-feed';
import { feedAddress, webcalAddress } from './feed-address';
import { FeedInstructions } from './feed-instructions';
import { FEED_WORDS } from './feed-words';

interface FeedLinkProps {
  feed: CreatedFeed;
  onBack: () => void;
  onClose: () => void;
}

/** A new link, this once: only its hash is kept. */
export function FeedLink({ feed, onBack, onClose }: FeedLinkProps) {
  const environment = readEnvironment(import.meta.env);
  // The app does not start without these two.
  if (!environment.configured) return null;
  const address = feedAddress(environment.url, environment.publishableKey, feed.token);
  return (
    <Stack>
      <Text size="sm" role="status">
        <b>{FEED_WORDS[feed.scope].label}</b>: copy this link now, it is not shown again. It works without signing in,
        so treat it like a password: whoever has it sees what it shows.
      </Text>
      <TextInput
        label="Calendar link"
        value={address}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        data-autofocus
      />
      <Group>
        <CopyButton value={address} timeout={3000}>
          {({ copied, copy }) => (
            <Button
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? 'Copied' : 'Copy link'}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          href={webcalAddress(address)}
          variant="default"
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
        >
          Open in this device’s calendar
        </Button>
      </Group>
      <FeedInstructions />
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
