import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import type { PatientListItem } from './api/get-patients';
import classes from './patient-table.module.css';

/** The link is stretched over its row or card, so that all of it can be pressed. */
export function PatientLink({ patient }: { patient: PatientListItem }) {
  const { slug } = useOrganization();
  return (
    <Anchor component={Link} to={`/o/${slug}/pm/patients/${patient.id}`} className={classes.link} fw={500} inherit>
      <bdi>{patientName(patient)}</bdi>
    </Anchor>
  );
}
