import { Anchor, Badge, Checkbox, Group } from '@mantine/core';
import { IconHandStop, IconPhone } from '@tabler/icons-react';
import { patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { daysBetween, formatDate, parseTimestamp, todayIn, wallClock } from '@/platform/time';
import type { Invitable } from '../api/get-waiting-in-like-groups';
import { callLink } from '../contacts/contact';
import classes from './invite.module.css';

interface InviteRowProps {
  entry: Invitable;
  isChosen: boolean;
  disabled: boolean;
  onToggle: () => void;
}

/** Somebody who waits elsewhere: who, where, since when, and the number to call. */
export function InviteRow({ entry, isChosen, disabled, onToggle }: InviteRowProps) {
  const { timezone } = useOrganization();
  const { patient, group_name, place, waiting_since, is_held } = entry;
  const since = wallClock(parseTimestamp(waiting_since), timezone).date;
  return (
    <li className={classes.row}>
      <Checkbox
        className={classes.who}
        checked={isChosen}
        disabled={disabled}
        onChange={onToggle}
        label={patientName(patient)}
        description={`${patient.mrn} · place ${place} in ${group_name} since ${formatDate(since)} (${daysWord(daysBetween(since, todayIn(timezone)))})`}
        styles={{ label: { overflowWrap: 'anywhere' }, description: { overflowWrap: 'anywhere' } }}
      />
      <Group gap="xs">
        {is_held && (
          <Badge color="gray" leftSection={<IconHandStop size={13} aria-hidden />}>
            Held back there
          </Badge>
        )}
        {patient.phone && (
          <Anchor href={callLink(patient.phone)} size="sm" className={classes.call}>
            <IconPhone size={15} aria-hidden /> {patient.phone}
          </Anchor>
        )}
      </Group>
    </li>
  );
}

function daysWord(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? '1 day' : `${days} days`;
}
