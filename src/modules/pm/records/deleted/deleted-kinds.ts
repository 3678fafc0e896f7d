import { type Icon, IconUser, IconUserCheck, IconUsersGroup } from '@tabler/icons-react';

/** What can be restored. */
export const DELETED_KINDS = ['group', 'enrollment', 'patient'] as const;

export type DeletedKind = (typeof DELETED_KINDS)[number];

export const KIND_LOOKS: Readonly<Record<DeletedKind, { label: string; plural: string; icon: Icon }>> = {
  group: { label: 'Group', plural: 'Groups', icon: IconUsersGroup },
  enrollment: { label: 'Enrollment', plural: 'Enrollments', icon: IconUserCheck },
  patient: { label: 'Patient', plural: 'Patients', icon: IconUser },
};
