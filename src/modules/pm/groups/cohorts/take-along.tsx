import { Checkbox, Stack } from '@mantine/core';
import { type Permission, PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { shiftWords } from './date-shift';
import type { Cohort } from './use-cohort';

const CHOICES = [
  {
    key: 'patients',
    label: 'Patients',
    description: 'Who has a seat comes first, then the waitlist in its order, as far as the seats reach.',
    permission: PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE,
    missing: 'Your role may not enroll patients.',
  },
  {
    key: 'facilitators',
    label: 'Facilitators',
    description: 'Facilitator and co-facilitator, if they still work here.',
    permission: PM_PERMISSIONS.GROUP_DEFINITIONS_CREATE,
    missing: '',
  },
  {
    key: 'sessions',
    label: 'Sessions',
    description: 'All that are not cancelled. Those on closed days, or where people or rooms are taken, are left out.',
    permission: PM_PERMISSIONS.GROUP_SCHEDULE_CREATE,
    missing: 'Your role may not plan sessions.',
  },
] as const satisfies readonly {
  key: 'patients' | 'facilitators' | 'sessions';
  permission: Permission;
  [word: string]: string;
}[];

/** What comes along from the old groups; what the role does not allow is said, not hidden. */
export function TakeAlong({ cohort: { draft, setDraft, days } }: { cohort: Cohort }) {
  const { can } = usePermissions();
  return (
    <Stack component="fieldset" gap="sm" m={0} p={0} style={{ border: 0 }}>
      <legend style={{ padding: 0, marginBottom: 8, fontWeight: 500, fontSize: 'var(--mantine-font-size-sm)' }}>
        What comes along
      </legend>
      {CHOICES.map(({ key, label, description, permission, missing }) => {
        const allowed = can(permission);
        const moved =
          key === 'sessions' ? ` They are ${shiftWords(days)}, also where a group has dates of its own.` : '';
        return (
          <Checkbox
            key={key}
            label={label}
            description={allowed ? `${description}${moved}` : missing}
            checked={allowed && draft[key]}
            disabled={!allowed}
            onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.checked })}
          />
        );
      })}
    </Stack>
  );
}
