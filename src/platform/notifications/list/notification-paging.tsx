import { Button, Group } from '@mantine/core';
import { IconChevronRight, IconChevronsLeft } from '@tabler/icons-react';
import type { NotificationPage } from '../api/get-notifications';

interface NotificationPagingProps {
  page: NotificationPage;
  /** As in the address; 0 on the first page. */
  before: number;
  onChange: (changes: { before: number }) => void;
}

/** The way to older notifications, and back to the latest; nothing where all fit on one page. */
export function NotificationPaging({ page, before, onChange }: NotificationPagingProps) {
  const last = page.notifications.at(-1);
  if (page.notifications.length === 0 || (before === 0 && !page.hasOlder)) return null;
  return (
    <Group justify="space-between" mt="md" component="nav" aria-label="Pages of notifications">
      <Button
        variant="default"
        leftSection={<IconChevronsLeft size={16} aria-hidden />}
        disabled={before === 0}
        onClick={() => onChange({ before: 0 })}
      >
        Latest
      </Button>
      <Button
        variant="default"
        rightSection={<IconChevronRight size={16} aria-hidden />}
        disabled={!page.hasOlder}
        onClick={() => last && onChange({ before: last.id })}
      >
        Older
      </Button>
    </Group>
  );
}
