import {
  type Icon,
  IconBan,
  IconCalendarEvent,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconHourglass,
  IconLogout,
  IconPlayerPlay,
  IconQuestionMark,
} from '@tabler/icons-react';

export type StatusKind = 'group' | 'session' | 'enrollment' | 'patient' | 'member';

export interface StatusLook {
  label: string;
  icon: Icon;
  color: 'green' | 'blue' | 'gray' | 'red' | 'yellow';
}

const ACTIVE: StatusLook = { label: 'Active', icon: IconCircleCheck, color: 'green' };
const INACTIVE: StatusLook = { label: 'Inactive', icon: IconCircleDashed, color: 'gray' };
const COMPLETED: StatusLook = { label: 'Completed', icon: IconCheck, color: 'gray' };

const LOOKS: Readonly<Record<StatusKind, Readonly<Record<string, StatusLook>>>> = {
  group: { active: ACTIVE, inactive: INACTIVE, completed: COMPLETED },
  session: {
    scheduled: { label: 'Scheduled', icon: IconCalendarEvent, color: 'blue' },
    active: { label: 'In progress', icon: IconPlayerPlay, color: 'green' },
    completed: COMPLETED,
    cancelled: { label: 'Cancelled', icon: IconBan, color: 'red' },
  },
  enrollment: {
    enrolled: { label: 'Enrolled', icon: IconCircleCheck, color: 'green' },
    waitlisted: { label: 'Waitlisted', icon: IconHourglass, color: 'yellow' },
    disenrolled: { label: 'Disenrolled', icon: IconLogout, color: 'gray' },
  },
  patient: {
    active: ACTIVE,
    inactive: INACTIVE,
    discharged: { label: 'Discharged', icon: IconLogout, color: 'gray' },
  },
  member: { active: ACTIVE, suspended: { label: 'Suspended', icon: IconBan, color: 'red' } },
};

/** Word, icon and colour of a status; one that this version does not know is shown by its own name. */
export function statusLook(kind: StatusKind, status: string): StatusLook {
  return LOOKS[kind][status] ?? { label: status.replaceAll('_', ' '), icon: IconQuestionMark, color: 'gray' };
}
