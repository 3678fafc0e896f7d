import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useId, useMemo } from 'react';
import { useOrganization } from '@/platform/organizations';
import { useUrlState } from '@/platform/query';
import { zoneLabelIfDifferent } from '@/platform/time';
import { DownloadCalendarButton } from '../calendar-files';
import { useSessionPolicy } from '../policy/api/get-session-policy';
import { CREATORS } from '../policy/policy-words';
import { mayCreateSessions } from '../policy/powers';
import { useViewer } from '../policy/use-viewer';
import { GroupSeries } from '../series/group-series';
import { useSessionAddress } from '../session-address';
import { SessionDialogs } from '../session-dialogs';
import { SessionPanel } from '../session-panel';
import { ExportSessionsButton } from './export-sessions-button';
import { TabFilterBar } from './tab-filters';
import { TabList } from './tab-list';
import { type TabFilters, tabStateSchema } from './tab-state';

interface GroupSessionsProps {
  groupId: string;
  groupName: string;
  /** False for a group that takes no sessions (not active, deleted). */
  canSchedule?: boolean;
}

/** All sessions of one group, past and future. Brings the panel and the dialogs along; they live in the address. */
export function GroupSessions({ groupId, groupName, canSchedule = true }: GroupSessionsProps) {
  const { timezone } = useOrganization();
  const headingId = useId();
  const [filters, setFilters] = useUrlState(tabStateSchema);
  const request = useMemo(() => ({ groupId, filters }), [groupId, filters]);
  // Whatever narrows the list begins again at its first page.
  const change = (changes: Partial<TabFilters>) => setFilters({ page: 1, ...changes });
  const zone = zoneLabelIfDifferent(timezone);
  const { openNew } = useSessionAddress();
  const viewer = useViewer();
  const { data: policy } = useSessionPolicy(groupId);
  const refused = viewer.createsSessions && policy && !mayCreateSessions(policy, viewer);
  const schedules = canSchedule && viewer.createsSessions && !refused;
  return (
    <Stack gap="xl">
      <GroupSeries groupId={groupId} canSchedule={schedules} />
      <Stack gap="md" component="section" aria-labelledby={headingId}>
        <Group justify="space-between">
          <div>
            <Title order={2} size="h4" id={headingId}>
              Sessions
            </Title>
            <Text size="sm" c="dimmed">
              {[
                zone && `Times are ${zone}.`,
                // A role that would, were it not for the policy, reads why it cannot schedule here.
                canSchedule && refused && `Sessions are created by ${CREATORS[policy.session_creation_permission]}.`,
              ]
                .filter(Boolean)
                .join(' ')}
            </Text>
          </div>
          <Group gap="xs">
            <ExportSessionsButton request={request} />
            <DownloadCalendarButton what={{ kind: 'group', groupId, groupName }} />
            {schedules && (
              <Button
                leftSection={<IconCalendarPlus size={16} aria-hidden />}
                onClick={() => openNew({ group: groupId })}
              >
                Schedule a session
              </Button>
            )}
          </Group>
        </Group>
        <TabFilterBar filters={filters} onChange={change} />
        <TabList request={request} onChange={change} />
      </Stack>
      <SessionPanel />
      <SessionDialogs />
    </Stack>
  );
}
