import { Button, type ButtonProps, VisuallyHidden } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { CalendarFile } from './calendar-file';
import { useDownloadCalendar } from './use-download-calendar';

interface DownloadCalendarButtonProps extends Pick<ButtonProps, 'variant' | 'size'> {
  what: CalendarFile;
}

/** Downloads the sessions for a calendar program. */
export function DownloadCalendarButton({ what, variant = 'default', size = 'sm' }: DownloadCalendarButtonProps) {
  const { download, isPending } = useDownloadCalendar();
  return (
    <Button
      variant={variant}
      size={size}
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={isPending}
      onClick={() => download(what)}
    >
      <VisuallyHidden>Download</VisuallyHidden> .ics
    </Button>
  );
}
