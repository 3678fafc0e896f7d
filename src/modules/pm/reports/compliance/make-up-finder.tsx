import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { clockRange } from '@/modules/pm/sessions';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatLongDate } from '@/platform/time';
import { ErrorState, notifyDone, notifyProblem } from '@/platform/ui';
import { useBookDropIn, useCancelDropIn } from '../api/book-drop-in';
import type { ComplianceRow } from '../api/get-compliance';
import { type MakeUpSession, useMakeUpSessions } from '../api/get-make-up-sessions';
import { countWords, hoursWords } from '../figure-words';
import { listName } from './compliance-words';
import classes from './make-up-finder.module.css';

interface MakeUpFinderProps {
  row: ComplianceRow;
  /** Called when a session is being booked: when that is done, its offer is gone and with it the focus. */
  onBooking: () => void;
}

/** Sessions of the week with a free seat that the patient could come to, booked with a click. */
export function MakeUpFinder({ row, onBooking }: MakeUpFinderProps) {
  const sessions = useMakeUpSessions(row.patient_id, row.week_start);
  if (sessions.isPending) return <Skeleton height={48} role="status" aria-label="Looking for sessions" />;
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={sessions.refetch} />;
  if (sessions.data.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No session of this week with a free seat fits. An additional session for the group would help.
      </Text>
    );
  }
  const mending = sessions.data.filter((session) => session.mends).length;
  return (
    <Stack gap="xs">
      <Text size="sm">
        {mending > 0
          ? `${countWords(mending, 'session')} would meet the week’s minimum.`
          : 'No single session meets the minimum; together they may.'}
      </Text>
      <ul className={classes.list}>
        {sessions.data.map((session) => (
          <MakeUpOffer key={session.session_id} session={session} row={row} onBooking={onBooking} />
        ))}
      </ul>
    </Stack>
  );
}

function MakeUpOffer({ session, row, onBooking }: MakeUpFinderProps & { session: MakeUpSession }) {
  const { can } = usePermissions();
  const mayBook = can(PM_PERMISSIONS.GROUP_ATTENDANCE_EDIT) || can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE);
  const book = useBookDropIn();
  const cancel = useCancelDropIn();
  const dropIn = { sessionId: session.session_id, patientId: row.patient_id };
  const when = `${formatLongDate(session.session_date)}, ${clockRange(session.start_time, session.end_time)}`;

  // Awaited here, not in callbacks of the button: once booked, this offer is no longer on the page to be called back.
  async function onBook() {
    onBooking();
    try {
      await book.mutateAsync(dropIn);
      notifyDone({
        message: `${listName(row)} is booked into ${session.group_name} on ${when}.`,
        undo: { onUndo: () => cancel.mutateAsync(dropIn) },
      });
    } catch (problem) {
      notifyProblem(problem);
    }
  }

  return (
    <li className={classes.offer}>
      <div>
        <Text size="sm" fw={600}>
          {when}
        </Text>
        <Text size="sm" className={classes.name}>
          {[session.group_name, session.location].filter(Boolean).join(' · ')}
        </Text>
        <Group gap="xs" mt={4}>
          <Text size="sm" c="dimmed">
            {hoursWords(session.minutes)}, {countWords(session.seats_free, 'seat')} free
          </Text>
          {session.mends && <Badge color="green">Meets the minimum</Badge>}
          {session.adds_day && <Badge color="gray">Adds a day</Badge>}
        </Group>
      </div>
      {mayBook && (
        <Button
          variant={session.mends ? 'filled' : 'default'}
          loading={book.isPending}
          onClick={onBook}
          aria-label={`Book as drop-in: ${session.group_name}, ${when}`}
        >
          Book as drop-in
        </Button>
      )}
    </li>
  );
}
