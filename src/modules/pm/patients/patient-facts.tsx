import { Anchor, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PF_PERMISSIONS } from '@/platform/permissions';
import { formatTimestamp } from '@/platform/time';
import { StatusBadge } from '@/platform/ui';
import type { Patient } from './api/get-patient';
import { BirthDate } from './birth-date-words';
import classes from './patient-facts.module.css';

/** Who the patient is, and how to reach them. */
export function PatientFacts({ patient }: { patient: Patient }) {
  const { slug, timezone } = useOrganization();
  const { date_of_birth: born, phone, email, preferred_name } = patient;
  return (
    <Paper p="md" component="section" aria-label="About the patient">
      <dl className={classes.facts}>
        <Fact label="Status">
          <StatusBadge kind="patient" status={patient.status} />
        </Fact>
        <Fact label="MRN">{patient.mrn}</Fact>
        {preferred_name && <Fact label="Preferred name">{preferred_name}</Fact>}
        <Fact label="Date of birth">{born ? <BirthDate date={born} /> : <Unknown />}</Fact>
        <Fact label="Phone">
          {phone ? <Anchor href={`tel:${phone.replace(/[^\d+*#,;]/g, '')}`}>{phone}</Anchor> : <Unknown />}
        </Fact>
        <Fact label="E-mail" wide>
          {email ? <Anchor href={`mailto:${encodeURIComponent(email)}`}>{email}</Anchor> : <Unknown />}
        </Fact>
        <Fact label="In Quorum since">{formatTimestamp(patient.created_at, timezone)}</Fact>
      </dl>
      <Can permission={PF_PERMISSIONS.AUDIT_LOG_VIEW}>
        <Anchor
          component={Link}
          to={`/o/${slug}/settings/audit-log?log=access&days=all&patient=${patient.id}`}
          size="sm"
          display="block"
          mt="sm"
        >
          Who opened this record
        </Anchor>
      </Can>
    </Paper>
  );
}

function Fact({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? classes.wide : undefined}>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}

function Unknown() {
  return (
    <Text span inherit c="dimmed">
      Not recorded
    </Text>
  );
}
