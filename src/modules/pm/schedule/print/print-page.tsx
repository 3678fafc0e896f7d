import { Button, Group, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { usePeople } from '@/modules/pm/sessions';
import { useUser } from '@/platform/auth';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { formatTimestamp, todayIn } from '@/platform/time';
import { ErrorState, PageHeader } from '@/platform/ui';
import '@/platform/ui/on-paper.css';
import { rangeTitle } from '../calendar-range';
import { useClosedDays } from '../closed-days';
import { scheduleAddressSchema } from '../schedule-address';
import { sessionCards } from '../session-card';
import { filterSessions } from '../session-filter';
import { useScheduleSessions, useSeatsOf } from '../use-schedule-sessions';
import { calendarAddress } from './print-address';
import { WeekSheet } from './week-sheet';
import { filterWords, sheetDays } from './week-sheet-model';

/** A week to hang on the wall: the filters of the calendar apply and are named on it. */
export function PrintPage() {
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_SCHEDULE_VIEW}>
      <Page />
    </RequirePermission>
  );
}

function Page() {
  const { slug, timezone } = useOrganization();
  const { search } = useLocation();
  const [address] = useUrlState(scheduleAddressSchema);
  const date = address.date || todayIn(timezone);
  const { shown, error, isCurrent, retry } = useScheduleSessions('week', date);
  return (
    <>
      <div data-screen-only>
        <PageHeader
          title="Print a week"
          breadcrumbs={[{ label: 'Schedule', to: calendarAddress(slug, search, date) }]}
          action={
            <Group gap="xs">
              <Button
                variant="default"
                component={Link}
                to={calendarAddress(slug, search, date)}
                leftSection={<IconArrowLeft size={16} aria-hidden />}
              >
                Back to the calendar
              </Button>
              <Button
                leftSection={<IconPrinter size={16} aria-hidden />}
                disabled={!isCurrent}
                onClick={() => window.print()}
              >
                Print
              </Button>
            </Group>
          }
        />
      </div>
      {error !== null && !isCurrent ? (
        <ErrorState error={error} onRetry={retry} />
      ) : shown ? (
        <Sheet date={shown.date} sessions={shown.sessions} />
      ) : (
        <Skeleton height={520} role="status" aria-label="Loading the week" />
      )}
    </>
  );
}

type SheetProps = Pick<NonNullable<ReturnType<typeof useScheduleSessions>['shown']>, 'date' | 'sessions'>;

function Sheet({ date, sessions }: SheetProps) {
  const { name, timezone } = useOrganization();
  const { id: userId } = useUser();
  const [filter] = useUrlState(scheduleAddressSchema);
  const people = usePeople();
  const seats = useSeatsOf(sessions);
  const closed = useClosedDays('week', date);
  const cards = sessionCards(filterSessions(sessions, filter, userId), people, seats);
  return (
    <WeekSheet
      title={rangeTitle('week', date)}
      organization={name}
      days={sheetDays(date, cards.values(), closed)}
      filters={filterWords(filter, people.nameOf)}
      made={`As of ${formatTimestamp(new Date().toISOString(), timezone)}.`}
    />
  );
}
