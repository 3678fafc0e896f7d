import { Anchor, Button } from '@mantine/core';
import { IconUser, IconUserSearch } from '@tabler/icons-react';
import { Link } from 'react-router';
import type * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { EmptyState } from '@/platform/ui';
import type { patientListSchema } from './patient-list.schema';

/** Why the list is empty, and what to do about it. */
export function NoPatients({ view }: { view: z.output<typeof patientListSchema> }) {
  const { slug } = useOrganization();
  const mayCreate = usePermissions().can(PM_PERMISSIONS.PATIENTS_CREATE);
  const list = `/o/${slug}/pm/patients`;
  if (view.search !== '') {
    return (
      <EmptyState
        icon={IconUserSearch}
        title={`Nobody found for “${view.search}”`}
        description="Try fewer letters, the MRN or the phone number."
        action={
          <Can permission={PM_PERMISSIONS.PATIENTS_CREATE}>
            <Button component={Link} to={`${list}/new?${new URLSearchParams({ name: view.search })}`}>
              Create this patient
            </Button>
          </Can>
        }
      />
    );
  }
  if (view.status !== 'all' || view.page > 1) {
    return (
      <EmptyState
        icon={IconUserSearch}
        title={view.page > 1 ? 'Nobody on this page' : `No ${view.status} patients`}
        action={
          <Anchor component={Link} to={list}>
            Show all patients
          </Anchor>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={IconUser}
      title="No patients yet"
      description={
        mayCreate
          ? 'Create the first patient, then enroll them in a group.'
          : 'As soon as somebody creates one, you will see them here.'
      }
      action={
        mayCreate && (
          <Button component={Link} to={`${list}/new`}>
            New patient
          </Button>
        )
      }
    />
  );
}
