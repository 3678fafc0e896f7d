import { Alert } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { zoneLabel } from '@/platform/time';

interface ZoneChangeNoticeProps {
  /** IANA names. */
  from: string;
  to: string;
}

/** What a change of the time zone does to sessions, while it is being chosen. Nothing while it stays. */
export function ZoneChangeNotice({ from, to }: ZoneChangeNoticeProps) {
  if (from === to || to === '') return null;
  return (
    <Alert color="yellow" role="status" icon={<IconClock aria-hidden />} title="Sessions keep their clock time">
      A session planned for 9:00 AM in {zoneLabel(from)} will be at 9:00 AM in {zoneLabel(to)}. Sessions that have begun
      or are over stay where they were.
    </Alert>
  );
}
