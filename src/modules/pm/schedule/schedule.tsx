import { useMediaQuery } from '@mantine/hooks';
import { SessionPanel, usePanelBeside, usePeople, useSessionAddress } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { useUrlState } from '@/platform/query';
import { todayIn } from '@/platform/time';
import { ErrorState, ProblemAlert } from '@/platform/ui';
import { rangeTitle, stepDate } from './calendar-range';
import { MoreMenu } from './more-menu';
import { type CalendarView, scheduleAddressSchema } from './schedule-address';
import { ScheduleFilters } from './schedule-filters';
import classes from './schedule-page.module.css';
import { ScheduleSkeleton } from './schedule-skeleton';
import { ScheduleToolbar } from './schedule-toolbar';
import { ShownSchedule } from './shown-schedule';
import { useScheduleSessions } from './use-schedule-sessions';

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

  return (
    <>
      <ScheduleToolbar
        view={view}
        title={rangeTitle(view, date, narrow)}
        waiting={isWaiting}
        filters={
          <ScheduleFilters filter={address} people={people} sessions={shown?.sessions ?? []} onChange={setAddress} />
        }
        more={<MoreMenu date={date} />}
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
            <ShownSchedule shown={shown} />
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
