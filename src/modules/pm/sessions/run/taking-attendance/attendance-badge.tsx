import { Badge } from '@mantine/core';
import { IconCircleDashed } from '@tabler/icons-react';
import type { AttendanceStatus } from '../queue/tap';
import { ATTENDANCE_LOOKS, attendanceWord } from './attendance-looks';

const COLORS: Readonly<Record<AttendanceStatus, string>> = {
  present: 'green',
  late: 'yellow',
  left_early: 'blue',
  excused: 'gray',
  absent: 'red',
};

/** What is recorded about somebody, for those who only look; with a count where it stands for several. */
export function AttendanceBadge({ status, count }: { status: AttendanceStatus | null; count?: number }) {
  const StatusIcon = status === null ? IconCircleDashed : ATTENDANCE_LOOKS[status].icon;
  return (
    <Badge color={status === null ? 'gray' : COLORS[status]} leftSection={<StatusIcon size={13} aria-hidden />}>
      {count === undefined ? attendanceWord(status) : `${count} ${attendanceWord(status).toLowerCase()}`}
    </Badge>
  );
}
