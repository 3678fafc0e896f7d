import { Box, UnstyledButton } from '@mantine/core';
import { ATTENDANCE_STATUSES, type AttendanceStatus } from '../queue/tap';
import classes from './attendance-list.module.css';
import { ATTENDANCE_LOOKS } from './attendance-looks';
import type { ListedPerson } from './attendance-model';

interface StatusChoiceProps {
  person: ListedPerson;
  /** Before a session somebody can only be excused. */
  onlyExcused: boolean;
  onChoose: (status: AttendanceStatus) => void;
}

/** The five kinds of attendance side by side, big enough for a thumb. One stop for the Tab key; arrow keys do the rest. */
export function StatusChoice({ person, onlyExcused, onChoose }: StatusChoiceProps) {
  const entry = person.status ?? (onlyExcused ? 'excused' : 'present');
  return (
    <Box className={classes.choice} role="group" aria-label={`Attendance of ${person.name}`}>
      {ATTENDANCE_STATUSES.map((status) => {
        const { label, icon: StatusIcon } = ATTENDANCE_LOOKS[status];
        return (
          <UnstyledButton
            key={status}
            className={classes.status}
            data-status={status}
            aria-pressed={person.status === status}
            aria-disabled={onlyExcused && status !== 'excused'}
            tabIndex={status === entry ? 0 : -1}
            onClick={() => onChoose(status)}
          >
            <StatusIcon size={18} stroke={2} aria-hidden />
            <span>{label}</span>
          </UnstyledButton>
        );
      })}
    </Box>
  );
}
