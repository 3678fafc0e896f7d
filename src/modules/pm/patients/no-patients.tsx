import { Button } from '@mantine/core';
import { IconKeyboard, IconUser, IconUserSearch } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatDate } from '@/platform/time';
import { EmptyState } from '@/platform/ui';
import type { ListSearch } from './list-search';
import type { PatientListView } from './patient-list.schema';

interface NoPatientsProps {
  view: PatientListView;
  search: ListSearch;
  onChange: (changes: Partial<PatientListView>) => void;
}

/** Why the list is empty, and what to do about it. */
export function NoPatients({ view, search, onChange }: NoPatientsProps) {
  if (view.page > 1) {
    return (
      <EmptyState
        icon={IconUserSearch}
        title="Nobody on this page"
        action={<Button onClick={() => onChange({ page: 1 })}>Go to the first page</Button>}
      />
    );
  }
  if (search.kind === 'short') {
    return (
      <EmptyState
        icon={IconKeyboard}
        title="Type at least three letters"
        description={`Names and phone numbers are searched from the third letter on. Nobody has the MRN “${search.words}”.`}
      />
    );
  }
  if (search.kind === 'all' && view.status === 'all') return <NoPatientsYet />;
  return (
    <EmptyState
      icon={IconUserSearch}
      title={titleOf(search, view)}
      description={
        search.kind === 'all' ? undefined : 'Try fewer letters, the MRN, the phone number or the date of birth.'
      }
      action={
        view.status === 'all' ? (
          <CreateFound words={search.kind === 'words' ? search.words : ''} />
        ) : (
          <Button variant="default" onClick={() => onChange({ status: 'all' })}>
            Look among all statuses
          </Button>
        )
      }
    />
  );
}

function titleOf(search: ListSearch, { status }: PatientListView): string {
  const who = status === 'all' ? 'Nobody' : `No ${status} patient`;
  if (search.kind === 'birth-date') return `${who} was born on ${formatDate(search.date)}`;
  return search.kind === 'words' ? `${who} found for “${search.words}”` : `No ${status} patients`;
}

function CreateFound({ words }: { words: string }) {
  const { slug } = useOrganization();
  return (
    <Can permission={PM_PERMISSIONS.PATIENTS_CREATE}>
      <Button component={Link} to={`/o/${slug}/pm/patients/new?${new URLSearchParams({ name: words })}`}>
        Create this patient
      </Button>
    </Can>
  );
}

function NoPatientsYet() {
  const { slug } = useOrganization();
  const mayCreate = usePermissions().can(PM_PERMISSIONS.PATIENTS_CREATE);
  return (
    <EmptyState
      icon={IconUser}
      title="No patients yet"
      description={
        mayCreate
          ? 'Create the first patient, then enroll them in a group, or import all of them from a CSV file.'
          : 'As soon as somebody creates one, you will see them here.'
      }
      action={
        mayCreate && (
          <Button component={Link} to={`/o/${slug}/pm/patients/new`}>
            New patient
          </Button>
        )
      }
    />
  );
}
