import { type Icon, IconCheck, IconClock, IconDoorExit, IconMailCheck, IconX } from '@tabler/icons-react';
import type { AttendanceStatus } from '../queue/tap';

interface AttendanceLook {
  label: string;
  /** The key that sets it. */
  letter: string;
  icon: Icon;
}

/** Word, key and icon of each attendance; colour only repeats them (attendance-list.module.css). */
export const ATTENDANCE_LOOKS: Readonly<Record<AttendanceStatus, AttendanceLook>> = {
  present: { label: 'Present', letter: 'P', icon: IconCheck },
  late: { label: 'Late', letter: 'L', icon: IconClock },
  left_early: { label: 'Left early', letter: 'E', icon: IconDoorExit },
  excused: { label: 'Excused', letter: 'X', icon: IconMailCheck },
  absent: { label: 'Absent', letter: 'A', icon: IconX },
};

/** "Late", or "Not recorded". */
export function attendanceWord(status: AttendanceStatus | null): string {
  return status === null ? 'Not recorded' : ATTENDANCE_LOOKS[status].label;
}
