import { Button, Skeleton, Tabs, Text } from '@mantine/core';
import { IconCalendarX, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { addDays, formatDate, todayIn } from '@/platform/time';
import { EmptyState, NoPermission, PageHeader } from '@/platform/ui';
import '@/platform/ui/on-paper.css';
import { ComplianceReport } from './compliance/compliance-report';
import { NoShowsReport } from './over-time/no-shows-report';
import { ReportFilters } from './report-filters';
import { ReportNarrowing } from './report-narrowing';
import { mondayOf, questionOf, type ReportView, rangeProblem, reportView } from './report-view';
import classes from './reports-page.module.css';

// Charts are a fifth of a megabyte: only for those who open a part that has some.
const SessionsReport = lazy(async () => ({ default: (await import('./over-time/sessions-report')).SessionsReport }));
const WaitlistReport = lazy(async () => ({ default: (await import('./over-time/waitlist-report')).WaitlistReport }));

/** What sessions add up to: program hours for those who take attendance, the rest for those who may see reports. */
export function ReportsPage() {
  const { can } = usePermissions();
  const seesReports = can(PM_PERMISSIONS.REPORTS_VIEW);
  if (!seesReports && !can(PM_PERMISSIONS.GROUP_ATTENDANCE_VIEW)) return <NoPermission />;
  return <Reports seesReports={seesReports} />;
}

function Reports({ seesReports }: { seesReports: boolean }) {
  const [view, setView] = useUrlState(reportView);
  const shown: ReportView['view'] = seesReports ? view.view : 'hours';
  const today = todayIn(useOrganization().timezone);
  const question = questionOf(view, today);
  const problem = shown === 'hours' ? null : rangeProblem(question);
  const monday = mondayOf(view.week || today);
  const subtitle =
    shown === 'hours'
      ? `Program hours, ${formatDate(monday)} to ${formatDate(addDays(monday, 6))}`
      : `${formatDate(question.from)} to ${formatDate(question.to)}`;
  return (
    <>
      <PageHeader
        title="Reports"
        subtitle={subtitle}
        action={
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
            data-screen-only
          >
            Print
          </Button>
        }
      />
      <Tabs
        value={shown}
        onChange={(chosen) => setView({ view: reportView.shape.view.parse(chosen ?? undefined) })}
        keepMounted={false}
      >
        {seesReports && (
          <Tabs.List mb="md" className={classes.tabs} data-screen-only>
            <Tabs.Tab value="hours">Program hours</Tabs.Tab>
            <Tabs.Tab value="sessions">Sessions</Tabs.Tab>
            <Tabs.Tab value="waitlist">Waitlist</Tabs.Tab>
            <Tabs.Tab value="no-shows">No-shows</Tabs.Tab>
          </Tabs.List>
        )}
        {shown !== 'hours' && (
          <>
            <ReportFilters view={view} question={question} onChange={setView} />
            <ReportNarrowing view={view} />
          </>
        )}
        {problem && (
          <EmptyState
            icon={IconCalendarX}
            title={problem}
            description="Choose other dates, or a number of weeks."
            action={<Button onClick={() => setView({ range: '12', from: '', to: '' })}>Last 12 weeks</Button>}
          />
        )}
        <Suspense fallback={<Skeleton height={320} role="status" aria-label="Loading charts" />}>
          <Tabs.Panel value="hours">
            <ComplianceReport view={view} onChange={setView} />
          </Tabs.Panel>
          {!problem && (
            <>
              <Tabs.Panel value="sessions">
                <SessionsReport question={question} view={view} onChange={setView} />
              </Tabs.Panel>
              <Tabs.Panel value="waitlist">
                <WaitlistReport question={question} />
              </Tabs.Panel>
              <Tabs.Panel value="no-shows">
                <NoShowsReport question={question} />
              </Tabs.Panel>
            </>
          )}
        </Suspense>
      </Tabs>
      <Text size="xs" c="dimmed" mt="md">
        Weeks run from Monday to Sunday in the clinic’s calendar. Seats are the groups’ capacity of today.
      </Text>
    </>
  );
}
