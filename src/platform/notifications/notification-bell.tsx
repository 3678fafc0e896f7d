import { ActionIcon, Indicator, Popover, Skeleton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useId } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PieceBoundary } from '@/platform/ui/piece-boundary';
import { useUnread } from './api/get-unread';
import { badgeText, bellLabel } from './marking';

const NotificationPopover = lazy(async () => ({
  default: (await import('./list/notification-popover')).NotificationPopover,
}));

/** Tells how much the person has not read: opens the latest beside the page, on a phone the page of them all. */
export function NotificationBell() {
  const { slug } = useOrganization();
  const count = useUnread().data?.count ?? 0;
  const titleId = useId();
  const [opened, { toggle, close }] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const look = {
    ...{ variant: 'subtle', color: 'gray', size: 'lg', 'aria-label': bellLabel(count) },
    // The number stands over the edge.
    style: { overflow: 'visible' },
  } as const;
  if (narrow)
    return (
      <ActionIcon component={Link} to={`/o/${slug}/notifications`} {...look}>
        <BellIcon count={count} />
      </ActionIcon>
    );
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="bottom-end"
      width={420}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <ActionIcon {...look} onClick={toggle}>
          <BellIcon count={count} />
        </ActionIcon>
      </Popover.Target>
      {/* Its own name instead of the bell's, which changes with the number. */}
      <Popover.Dropdown p={0} aria-labelledby={titleId}>
        <PieceBoundary onFailed={close}>
          <Suspense fallback={<Skeleton height={240} />}>
            <NotificationPopover titleId={titleId} onClose={close} />
          </Suspense>
        </PieceBoundary>
      </Popover.Dropdown>
    </Popover>
  );
}

function BellIcon({ count }: { count: number }) {
  const text = badgeText(count);
  return (
    <Indicator label={text} disabled={text === null} size={16} offset={3} color="red.8" aria-hidden>
      <IconBell size={20} stroke={1.6} />
    </Indicator>
  );
}
