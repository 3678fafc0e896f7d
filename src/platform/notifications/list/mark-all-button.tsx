import { Button, type ButtonProps } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { notifyProblem } from '@/platform/ui';
import { useUnread } from '../api/get-unread';
import { useMarkRead } from '../api/mark-read';

/** Marks all as read that there was when it was pressed. Nothing where all is read. */
export function MarkAllButton({ size = 'sm', variant = 'default' }: Pick<ButtonProps, 'size' | 'variant'>) {
  const { data } = useUnread();
  const marking = useMarkRead();
  const newest = data?.latest[0];
  if (!newest) return null;
  return (
    <Button
      size={size}
      variant={variant}
      leftSection={<IconChecks size={16} aria-hidden />}
      onClick={() => marking.mutate({ upTo: newest.id }, { onError: notifyProblem })}
    >
      Mark all as read
    </Button>
  );
}
