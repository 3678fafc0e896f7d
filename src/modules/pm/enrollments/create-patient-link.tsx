import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';

/** The way to a new patient record, for those who may make one, when a search found nobody. */
export function CreatePatientLink({ words }: { words: string }) {
  const { slug } = useOrganization();
  return (
    <Can permission={PM_PERMISSIONS.PATIENTS_CREATE}>
      <Anchor
        component={Link}
        to={`/o/${slug}/pm/patients/new?${new URLSearchParams({ name: words })}`}
        inherit
        underline="always"
      >
        Create a patient
      </Anchor>
    </Can>
  );
}
