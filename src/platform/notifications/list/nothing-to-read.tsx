import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { EmptyState } from '@/platform/ui';
import type { ListView } from './list-view';

interface NothingToReadProps {
  view: ListView;
  onChange: (changes: Partial<ListView>) => void;
}

/** Stands where the list would be. */
export function NothingToRead({ view: { show, before }, onChange }: NothingToReadProps) {
  if (before !== 0)
    return (
      <EmptyState
        icon={IconBell}
        title="There are no older notifications"
        action={<Button onClick={() => onChange({ before: 0 })}>Show the latest</Button>}
      />
    );
  if (show === 'unread')
    return (
      <EmptyState
        icon={IconBell}
        title="You have read everything"
        action={
          <Button variant="default" onClick={() => onChange({ show: 'all' })}>
            Show all
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon={IconBell}
      title="No notifications yet"
      description="You are told here when something changes in what you lead, asked for or decide: a seat from the waitlist, a session that is cancelled or moved, an approval."
    />
  );
}
