import { Stack } from '@mantine/core';
import type { ComponentType } from 'react';
import { GroupEnrollments } from '@/modules/pm/enrollments';
import { GroupSessionStatistics } from '@/modules/pm/reports';
import { GroupSessions } from '@/modules/pm/sessions';
import { type Permission, PM_PERMISSIONS } from '@/platform/permissions';
import { ActivityTab } from './activity-tab';
import type { Group } from './api/get-group';
import { OverviewTab } from './overview-tab';
import { SettingsTab } from './settings-tab';

export interface GroupTab {
  /** In the address, after the group's id; the overview has none there. */
  path: string;
  label: string;
  permission: Permission;
  Content: ComponentType<{ group: Group }>;
}

export const OVERVIEW = 'overview';

export const GROUP_TABS: readonly GroupTab[] = [
  {
    path: OVERVIEW,
    label: 'Overview',
    permission: PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW,
    Content: OverviewTab,
  },
  {
    path: 'sessions',
    label: 'Sessions',
    permission: PM_PERMISSIONS.GROUP_SCHEDULE_VIEW,
    Content: ({ group }) => (
      <Stack gap="lg">
        <GroupSessionStatistics groupId={group.id} />
        <GroupSessions groupId={group.id} groupName={group.name} canSchedule={group.status === 'active'} />
      </Stack>
    ),
  },
  {
    path: 'enrollments',
    label: 'Enrollments',
    permission: PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW,
    Content: ({ group }) => <GroupEnrollments groupId={group.id} />,
  },
  {
    path: 'activity',
    label: 'Activity',
    permission: PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW,
    Content: ({ group }) => <ActivityTab groupId={group.id} />,
  },
  {
    path: 'settings',
    label: 'Settings',
    permission: PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW,
    Content: SettingsTab,
  },
];

/** The tab that an address names; none given is the overview, an unknown one is no tab. */
export function findTab(path: string = OVERVIEW): GroupTab | undefined {
  return GROUP_TABS.find((tab) => tab.path === path);
}
