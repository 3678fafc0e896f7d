import { Stack, Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { PF_PERMISSIONS, PM_PERMISSIONS, RequirePermission, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { EmptyState, PageHeader } from '@/platform/ui';
import { useAccessPage } from '../api/get-access-page';
import { useActivityPage } from '../api/get-activity-page';
import { ExportLog } from './export-log';
import { LogFilters } from './log-filters';
import { LogResults } from './log-results';
import { accessFilter, activityFilter, type LogView, logView } from './log-view';

/** Who did what: to groups and seats, and to people, permissions and patients' records. */
export function AuditLogPage() {
  return (
    <RequirePermission permission={PF_PERMISSIONS.AUDIT_LOG_VIEW}>
      <AuditLog />
    </RequirePermission>
  );
}

function AuditLog() {
  const [view, setView] = useUrlState(logView);
  const { can } = usePermissions();
  const maySee = view.log === 'access' || can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  // Whatever narrows the log begins again at its first page.
  const change = (changes: Partial<LogView>) => setView({ page: 1, ...changes });
  return (
    <>
      <PageHeader
        title="Audit log"
        subtitle="Who did what, and when. Nobody can change or delete an entry."
        action={maySee && <ExportLog view={view} />}
      />
      <Tabs
        value={view.log}
        onChange={(log) => change({ log: logView.shape.log.parse(log ?? undefined), action: '' })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="groups">Groups and seats</Tabs.Tab>
          <Tabs.Tab value="access">People, permissions, records</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="groups">
          {maySee ? <ActivityLog view={view} onChange={change} /> : <NotThisLog />}
        </Tabs.Panel>
        <Tabs.Panel value="access">
          <AccessLog view={view} onChange={change} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

interface LogProps {
  view: LogView;
  onChange: (changes: Partial<LogView>) => void;
}

function ActivityLog({ view, onChange }: LogProps) {
  const query = useActivityPage(activityFilter(view), view.page);
  return (
    <Stack>
      <LogFilters view={view} page={query.data} onChange={onChange} />
      <LogResults view={view} query={query} onChange={onChange} />
    </Stack>
  );
}

function AccessLog({ view, onChange }: LogProps) {
  const query = useAccessPage(accessFilter(view), view.page);
  return (
    <Stack>
      <LogFilters view={view} page={query.data} onChange={onChange} />
      <LogResults view={view} query={query} onChange={onChange} />
    </Stack>
  );
}

function NotThisLog() {
  return (
    <EmptyState
      icon={IconLock}
      title="Your role does not include this log"
      description="It names patients and their seats, so it needs the permission to view enrollments. An administrator can give it under Settings, Permissions."
    />
  );
}
