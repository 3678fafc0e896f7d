import { Badge, Group, Text } from '@mantine/core';
import { IconCloudUp, IconFlag, IconMessageCheck, IconRepeatOff, IconUserPlus, IconWifi } from '@tabler/icons-react';
import { minutesBetween } from '../../wall-clock';
import type { RunningSession } from '../api/get-running-session';
import type { AttendanceStatus } from '../queue/tap';
import { AttendanceBadge } from './attendance-badge';
import classes from './attendance-list.module.css';
import { type ListedPerson, takesMinutes } from './attendance-model';
import { MinutesField } from './minutes-field';
import { RefusedTap } from './refused-tap';
import { RowMenu } from './row-menu';
import { StatusChoice } from './status-choice';

export interface RowActions {
  setStatus: (person: ListedPerson, status: AttendanceStatus) => void;
  setMinutes: (person: ListedPerson, minutes: number | null) => void;
  clear: (person: ListedPerson) => void;
  takeOff: (person: ListedPerson) => void;
}

interface AttendanceRowProps extends RowActions {
  session: RunningSession;
  person: ListedPerson;
  mayEdit: boolean;
  onlyExcused: boolean;
  /** Says of each tap that is not sent yet that it is not; only while sending does not work. */
  showsKept: boolean;
}

/** One person of the session, and what is recorded about them. */
export function AttendanceRow({ session, person, mayEdit, onlyExcused, showsKept, ...actions }: AttendanceRowProps) {
  const sessionMinutes = minutesBetween(session.start_time, session.end_time) ?? 0;
  return (
    <li className={classes.row} data-person={person.key}>
      <div className={classes.who}>
        <Text size="sm" fw={600}>
          {person.name}
        </Text>
        <Facts person={person} showsKept={showsKept} />
      </div>
      {mayEdit ? (
        <>
          <StatusChoice
            person={person}
            onlyExcused={onlyExcused}
            onChoose={(status) => actions.setStatus(person, status)}
          />
          <RowMenu person={person} clear={actions.clear} takeOff={actions.takeOff} />
        </>
      ) : (
        <AttendanceBadge status={person.status} />
      )}
      {(takesMinutes(person.status) || person.minutes !== null) && (
        <div className={classes.more}>
          <MinutesField
            person={person}
            sessionMinutes={sessionMinutes}
            disabled={!mayEdit}
            onChange={(minutes) => actions.setMinutes(person, minutes)}
          />
        </div>
      )}
      {person.refused && (
        <div className={classes.more}>
          <RefusedTap name={person.name} tap={person.refused} />
        </div>
      )}
    </li>
  );
}

function Facts({ person: { attendee, isKept }, showsKept }: Pick<AttendanceRowProps, 'person' | 'showsKept'>) {
  const missed = attendee.missed_in_a_row ?? 0;
  return (
    <Group gap={6} mt={2}>
      {attendee.mrn && (
        <Text size="xs" c="dimmed">
          {attendee.mrn}
        </Text>
      )}
      {attendee.guest_name !== null && <Badge color="gray">Guest</Badge>}
      {attendee.is_drop_in && (
        <Badge color="blue" leftSection={<IconUserPlus size={12} aria-hidden />}>
          Drop-in
        </Badge>
      )}
      {missed >= 2 && (
        <Badge color="yellow" leftSection={<IconRepeatOff size={12} aria-hidden />}>
          Missed the last {missed}
        </Badge>
      )}
      {attendee.is_flagged && (
        <Badge color="red" leftSection={<IconFlag size={12} aria-hidden />}>
          Answer to look at
        </Badge>
      )}
      {attendee.has_answered ? (
        <Badge color="green" leftSection={<IconMessageCheck size={12} aria-hidden />}>
          Answered
        </Badge>
      ) : (
        attendee.joined_at !== null && (
          <Badge color="gray" leftSection={<IconWifi size={12} aria-hidden />}>
            Joined
          </Badge>
        )
      )}
      {isKept && showsKept && (
        <Badge color="yellow" variant="outline" leftSection={<IconCloudUp size={12} aria-hidden />}>
          Not sent yet
        </Badge>
      )}
    </Group>
  );
}
