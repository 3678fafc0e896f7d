import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { type Slot, usePeople, useSessionAddress } from '@/modules/pm/sessions';
import { useUser } from '@/platform/auth';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { whenIdle } from '@/platform/ui';
import { Calendar } from './calendar';
import { useClosedDays } from './closed-days';
import { ClosedDaysNote } from './closed-days-note';
import { useMoveInCalendar } from './moving/use-move-in-calendar';
import { scheduleAddressSchema } from './schedule-address';
import { ScheduleEmpty } from './schedule-empty';
import classes from './schedule-page.module.css';
import { ScheduleSkeleton } from './schedule-skeleton';
import { sessionCards } from './session-card';
import { filterSessions, NO_FILTER } from './session-filter';
import { type ShownRange, useSeatsOf } from './use-schedule-sessions';

// Only asked after a drag of a session that belongs to a series.
const MoveScopeDialog = lazy(async () => ({ default: (await import('./moving/move-scope-dialog')).MoveScopeDialog }));

// After the calendar, so that the other views open at once; one that fails now is tried again then.
const loadOverview = () => import('./overview/shown-overview');
const ShownOverview = lazy(async () => ({ default: (await loadOverview()).ShownOverview }));

/** The calendar with the sessions that pass the filters. */
export function ShownSchedule({ shown }: { shown: ShownRange }) {
  const { view, date } = shown;
  const { timezone } = useOrganization();
  const { id: userId } = useUser();
  const { can } = usePermissions();
  const [address, setAddress] = useUrlState(scheduleAddressSchema);
  const { openSession, openNew } = useSessionAddress();
  const grows = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const people = usePeople();
  const seats = useSeatsOf(shown.sessions);
  const closed = useClosedDays(view, date);
  const { move, question, answer } = useMoveInCalendar(shown.sessions);
  const sessions = useMemo(() => filterSessions(shown.sessions, address, userId), [shown.sessions, address, userId]);
  const cards = useMemo(() => sessionCards(sessions, people, seats), [sessions, people, seats]);
  const mayCreate = can(PM_PERMISSIONS.GROUP_SCHEDULE_CREATE);
  const empty = sessions.length === 0 && (
    <ScheduleEmpty
      view={view}
      filtered={shown.sessions.length > 0}
      mayCreate={mayCreate}
      onClear={() => setAddress(NO_FILTER)}
    />
  );
  useEffect(() => whenIdle(() => void loadOverview().catch(() => undefined)), []);
  const headless = view !== 'month' && view !== 'week';

  return (
    <div className={classes.shown}>
      {headless && closed.size > 0 && <ClosedDaysNote days={closed} />}
      <div className={classes.drawn}>
        {view === 'people' || view === 'rooms' ? (
          <Suspense fallback={<ScheduleSkeleton view={view} />}>
            <ShownOverview
              kind={view}
              date={date}
              sessions={shown.sessions}
              cards={cards}
              filter={address}
              mayCreate={mayCreate}
              onOpen={openSession}
              onSelect={(slot) => openNew({ slot })}
            />
          </Suspense>
        ) : (
          <Calendar
            view={view}
            date={date}
            timezone={timezone}
            sessions={sessions}
            cards={cards}
            closed={closed}
            mayEdit={can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT)}
            mayCreate={mayCreate}
            grows={grows}
            empty={empty}
            onOpen={openSession}
            onSelect={(slot: Slot) => openNew({ slot })}
            onMove={move}
            onDay={(day) => setAddress({ date: day, view: 'day' })}
          />
        )}
      </div>
      {empty && view !== 'list' && <div className={classes.hint}>{empty}</div>}
      {question && (
        <Suspense>
          <MoveScopeDialog question={question} onAnswer={answer} />
        </Suspense>
      )}
    </div>
  );
}
