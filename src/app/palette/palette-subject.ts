import { IconCalendar, IconListCheck, IconPencil, IconUser, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { type PatientIdentity, patientName } from '@/modules/pm/enrollments';
import type { FoundGroup } from '@/modules/pm/patients';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatDate } from '@/platform/time';
import type { PaletteItem } from './palette-item';

/** The patient or group that the palette asks "what about?". */
export interface PaletteSubject {
  name: string;
  facts: string;
  /** "Enroll Ana Lopez in a group…" */
  enrollLabel: string;
  /** What may be done, most wanted first. */
  items: readonly PaletteItem[];
}

/** What tells a patient from a namesake: "MRN 1001 · born Mar 14, 1985". */
export function patientFacts({ mrn, date_of_birth }: PatientIdentity): string {
  return [`MRN ${mrn}`, ...(date_of_birth ? [`born ${formatDate(date_of_birth)}`] : [])].join(' · ');
}

/** What the person may do with a patient or a group, each leading to its address. */
export function useSubjects() {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const navigate = useNavigate();
  const pages = `/o/${slug}/pm`;
  const mayEnroll = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE) && can(PM_PERMISSIONS.PATIENTS_VIEW);

  function patientSubject(patient: PatientIdentity): PaletteSubject {
    const record = `${pages}/patients/${patient.id}`;
    const name = patientName(patient);
    return {
      name,
      facts: patientFacts(patient),
      enrollLabel: `Enroll ${name} in a group…`,
      items: [
        ...(mayEnroll ? [item('enroll', 'Enroll in a group…', IconUserPlus, `${record}?dialog=enroll`)] : []),
        item('open', 'Open the record', IconUser, record),
        ...(can(PM_PERMISSIONS.PATIENTS_EDIT) ? [item('edit', 'Edit the record', IconPencil, `${record}/edit`)] : []),
      ],
    };
  }

  function groupSubject(group: FoundGroup): PaletteSubject {
    const page = `${pages}/groups/${group.id}`;
    return {
      name: group.name,
      facts: group.code ?? '',
      enrollLabel: `Enroll patients in ${group.name}…`,
      items: [
        ...(mayEnroll && group.status === 'active'
          ? [item('enroll', 'Enroll patients…', IconUserPlus, `${page}/enrollments?dialog=enroll`)]
          : []),
        item('open', 'Open the group', IconUsersGroup, page),
        ...(can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW)
          ? [item('roster', 'Roster and waitlist', IconListCheck, `${page}/enrollments`)]
          : []),
        ...(can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW)
          ? [item('sessions', 'Sessions', IconCalendar, `${page}/sessions`)]
          : []),
      ],
    };
  }

  function item(id: string, label: string, icon: PaletteItem['icon'], to: string): PaletteItem {
    return { id, label, icon, run: () => navigate(to) };
  }

  return { patientSubject, groupSubject, mayEnroll };
}
