import {
  type Icon,
  IconBell,
  IconBuilding,
  IconCalendar,
  IconChartBar,
  IconClipboardList,
  IconHistory,
  IconHome,
  IconShieldCheck,
  IconShieldLock,
  IconTrash,
  IconUser,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type Permission, PF_PERMISSIONS, PM_PERMISSIONS } from '@/platform/permissions';

export interface NavigationItem {
  label: string;
  /** Under /o/:slug, without a leading slash; '' is the start. */
  path: string;
  icon: Icon;
  /** Only those who hold it, or one of them, are shown the way. */
  permission?: Permission | readonly Permission[];
}

export interface NavigationSection {
  label: string | null;
  items: readonly NavigationItem[];
}

/** The pages that the sidebar and the command palette lead to. */
export const NAVIGATION: readonly NavigationSection[] = [
  {
    label: null,
    items: [
      { label: 'Home', path: '', icon: IconHome },
      { label: 'Schedule', path: 'pm/schedule', icon: IconCalendar, permission: PM_PERMISSIONS.GROUP_SCHEDULE_VIEW },
      { label: 'Groups', path: 'pm/groups', icon: IconUsersGroup, permission: PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW },
      { label: 'Patients', path: 'pm/patients', icon: IconUser, permission: PM_PERMISSIONS.PATIENTS_VIEW },
      {
        label: 'Question sets',
        path: 'pm/question-sets',
        icon: IconClipboardList,
        permission: PM_PERMISSIONS.QUESTION_SETS_VIEW,
      },
      {
        label: 'Reports',
        path: 'pm/reports',
        icon: IconChartBar,
        permission: [PM_PERMISSIONS.REPORTS_VIEW, PM_PERMISSIONS.GROUP_ATTENDANCE_VIEW],
      },
    ],
  },
  {
    label: 'Settings',
    items: [
      { label: 'Members', path: 'settings/members', icon: IconUsers, permission: PF_PERMISSIONS.MEMBERS_VIEW },
      {
        label: 'Permissions',
        path: 'settings/permissions',
        icon: IconShieldLock,
        permission: PF_PERMISSIONS.PERMISSIONS_MANAGE,
      },
      {
        label: 'Organization',
        path: 'settings/organization',
        icon: IconBuilding,
        permission: PF_PERMISSIONS.ORGANIZATION_EDIT,
      },
      { label: 'Audit log', path: 'settings/audit-log', icon: IconHistory, permission: PF_PERMISSIONS.AUDIT_LOG_VIEW },
      {
        label: 'Recently deleted',
        path: 'settings/recently-deleted',
        icon: IconTrash,
        permission: [
          PM_PERMISSIONS.GROUP_DEFINITIONS_DELETE,
          PM_PERMISSIONS.GROUP_ENROLLMENTS_DELETE,
          PM_PERMISSIONS.PATIENTS_DELETE,
        ],
      },
      {
        label: 'Integrity',
        path: 'settings/integrity',
        icon: IconShieldCheck,
        permission: PF_PERMISSIONS.AUDIT_LOG_VIEW,
      },
      { label: 'Notifications', path: 'settings/notifications', icon: IconBell },
    ],
  },
];
