import { Anchor, Badge, Button, Collapse, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarPlus } from '@tabler/icons-react';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { ComplianceRow } from '../api/get-compliance';
import { hoursWords } from '../figure-words';
import classes from './compliance-entry.module.css';
import { daysSentence, hoursSentence, listName, PROGRAM_LABELS, shortOf } from './compliance-words';
import { HoursBar } from './hours-bar';
import { MakeUpFinder } from './make-up-finder';

interface ComplianceEntryProps {
  row: ComplianceRow;
  /** The patient who was just booked: when the figures have changed, the focus is theirs, wherever they stand then. */
  booked: RefObject<string | null>;
}

/** A patient's week against the program's minimum, and the way to mend it while that is possible. */
export function ComplianceEntry({ row, booked }: ComplianceEntryProps) {
  const [opened, { toggle }] = useDisclosure(false);
  const finder = useId();
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (booked.current !== row.patient_id) return;
    booked.current = null;
    entry.current?.focus();
  }, [row, booked]);
  const onBooking = () => {
    booked.current = row.patient_id;
  };
  const short = shortOf(row);
  return (
    <Paper component="li" ref={entry} tabIndex={-1} px="md" py="sm" className={classes.entry}>
      <div className={classes.facts}>
        <Stack gap={4} miw={0}>
          <Group gap="xs">
            <PatientName row={row} />
            <Badge color="gray">{PROGRAM_LABELS[row.program]}</Badge>
            {row.joined_in_week && <Badge color="blue">Joined this week</Badge>}
          </Group>
          {short && (
            <Text size="sm" fw={600}>
              {short}
            </Text>
          )}
          {row.unrecorded_minutes > 0 && (
            <Text size="sm" c="dimmed">
              {hoursWords(row.unrecorded_minutes)} are over without attendance taken; they do not count yet.
            </Text>
          )}
        </Stack>
        <Stack gap={4} miw={0}>
          <HoursBar row={row} />
          <Text size="sm" className={classes.figures}>
            {hoursSentence(row)}
          </Text>
          <Text size="sm" className={classes.figures}>
            {daysSentence(row)}
          </Text>
        </Stack>
        {row.status === 'at_risk' && (
          <Button
            variant="light"
            leftSection={<IconCalendarPlus size={16} aria-hidden />}
            aria-expanded={opened}
            aria-controls={finder}
            onClick={toggle}
            data-screen-only
          >
            Make-up sessions
          </Button>
        )}
      </div>
      {row.status === 'at_risk' && (
        <Collapse expanded={opened} id={finder} role="region" aria-label={`Make-up sessions for ${listName(row)}`}>
          <div className={classes.finder}>{opened && <MakeUpFinder row={row} onBooking={onBooking} />}</div>
        </Collapse>
      )}
    </Paper>
  );
}

function PatientName({ row }: { row: ComplianceRow }) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  if (!can(PM_PERMISSIONS.PATIENTS_VIEW)) return <Text fw={600}>{listName(row)}</Text>;
  return (
    <Anchor component={Link} to={`/o/${slug}/pm/patients/${row.patient_id}`} fw={600} className={classes.name}>
      {listName(row)}
    </Anchor>
  );
}
