import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { SessionPanel, type Slot, usePanelBeside, usePeople, useSessionAddress } from '@/modules/pm/sessions';
import { useUser } from '@/platform/auth';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { todayIn } from '@/platform/time';
import { ErrorState, ProblemAlert } from '@/platform/ui';
import { Calendar } from './calendar';
import { rangeTitle, stepDate } from './calendar-range';
import { type CalendarView, scheduleAddressSchema } from './schedule-address';
import { ScheduleEmpty } from './schedule-empty';
import { ScheduleFilters } from './schedule-filters';
import classes from './schedule-page.module.css';
import { ScheduleSkeleton } from './schedule-skeleton';
import { ScheduleToolbar } from './schedule-toolbar';
import { sessionCards } from './session-card';
import { filterSessions, NO_FILTER } from './session-filter';
import { useMoveInCalendar } from './use-move-in-calendar';
import { type ShownRange, useScheduleSessions, useSeatsOf } from './use-schedule-sessions';

/** Toolbar, calendar and panel. */
export function Schedule() {
  const { timezone } = useOrganization();
  const [address, setAddress] = useUrlState(scheduleAddressSchema);
  const narrow = useMediaQuery('(max-width: 37.5em)', undefined, { getInitialValueInEffect: false });
  const people = usePeople();
  const view: CalendarView = address.view || (narrow ? 'list' : 'week');
  const today = todayIn(timezone);
  const date = address.date || today;
  const { shown, error, isCurrent, isWaiting, retry } = useScheduleSessions(view, date);
  const beside = usePanelBeside();
  // Where the wanted range could not be read, no other one stands in its place.
  const failed = error !== null && !isCurrent;
  const named = shown && !failed ? shown : { view, date };

  return (
    <>
      <ScheduleToolbar
        view={view}
        title={rangeTitle(named.view, named.date, narrow)}
        waiting={isWaiting}
        filters={
          <ScheduleFilters filter={address} people={people} sessions={shown?.sessions ?? []} onChange={setAddress} />
        }
        onToday={() => setAddress({ date: '' })}
        onStep={(steps) => {
          const next = stepDate(view, date, steps);
          setAddress({ date: next === today ? '' : next });
        }}
        onView={(next) => setAddress({ view: next })}
      />
      {error !== null && isCurrent && <ProblemAlert error={error} />}
      <div className={classes.work}>
        <div className={classes.calendar} data-waiting={isWaiting || undefined} aria-busy={isWaiting}>
          {failed ? (
            <div className={classes.failure}>
              <ErrorState error={error} onRetry={retry} />
            </div>
          ) : shown ? (
            <Shown shown={shown} />
          ) : (
            <ScheduleSkeleton view={view} />
          )}
        </div>
        {beside && <PanelPlace />}
      </div>
      {!beside && <SessionPanel />}
    </>
  );
}

function PanelPlace() {
  const { address } = useSessionAddress();
  return (
    address.session !== '' && (
      <div className={classes.panel}>
        <SessionPanel beside />
      </div>
    )
  );
}

/** The calendar with the sessions that pass the filters. */
function Shown({ shown }: { shown: ShownRange }) {
  const { timezone } = useOrganization();
  const { id: userId } = useUser();
  const { can } = usePermissions();
  const [address, setAddress] = useUrlState(scheduleAddressSchema);
  const { openSession, openNew } = useSessionAddress();
  const grows = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const people = usePeople();
  const seats = useSeatsOf(shown.sessions);
  const move = useMoveInCalendar(shown.sessions);
  const sessions = useMemo(() => filterSessions(shown.sessions, address, userId), [shown.sessions, address, userId]);
  const cards = useMemo(() => sessionCards(sessions, people, seats), [sessions, people, seats]);
  const mayCreate = can(PM_PERMISSIONS.GROUP_SCHEDULE_CREATE);
  const empty = sessions.length === 0 && (
    <ScheduleEmpty
      view={shown.view}
      filtered={shown.sessions.length > 0}
      mayCreate={mayCreate}
      onClear={() => setAddress(NO_FILTER)}
    />
  );

  return (
    <>
      <Calendar
        view={shown.view}
        date={shown.date}
        timezone={timezone}
        sessions={sessions}
        cards={cards}
        mayEdit={can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT)}
        mayCreate={mayCreate}
        grows={grows}
        empty={empty}
        onOpen={openSession}
        onSelect={(slot: Slot) => openNew({ slot })}
        onMove={move}
        onDay={(day) => setAddress({ date: day, view: 'day' })}
      />
      {empty && shown.view !== 'list' && <div className={classes.hint}>{empty}</div>}
    </>
  );
}
