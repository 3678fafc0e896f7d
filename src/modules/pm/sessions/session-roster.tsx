import { Button, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { rosterQueryOptions } from './api/get-roster';
import type { SessionDetail } from './api/get-session';
import { waitlistQueryOptions } from './api/get-waitlist';
import { PatientNames } from './patient-names';
import { isOpen } from './session';

/**
 * Who is enrolled on the session's date and, while it is to come, who waits for a seat; nothing for those who may not see
 * enrollments.
 */
export function SessionRoster({ session }: { session: SessionDetail }) {
  const { id, slug } = useOrganization();
  const { can } = usePermissions();
  const allowed = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  const roster = useQuery({ ...rosterQueryOptions(id, session.id), enabled: allowed });
  const waitlist = useQuery({
    ...waitlistQueryOptions(id, session.group_definition_id),
    enabled: allowed && isOpen(session),
  });
  if (!allowed) return null;
  return (
    <Stack gap="md">
      <PatientNames
        title="Roster"
        counted="on the roster"
        loading="Loading the roster"
        none="Nobody is enrolled on this date."
        entries={roster.data}
        error={roster.error}
        action={
          can(PM_PERMISSIONS.PATIENTS_VIEW) && (
            <Button
              component={Link}
              to={`/o/${slug}/pm/groups/${session.group_definition_id}/print?sheet=sign-in&session=${session.id}`}
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPrinter size={14} aria-hidden />}
            >
              Sign-in sheet
            </Button>
          )
        }
      />
      {waitlist.data && waitlist.data.length > 0 && (
        <PatientNames
          title="Waitlist"
          counted="on the waitlist"
          loading="Loading the waitlist"
          none="Nobody waits."
          entries={waitlist.data}
          error={null}
          numbered
        />
      )}
    </Stack>
  );
}
