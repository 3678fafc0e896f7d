import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { patientName } from '@/modules/pm/enrollments';
import { clockRange } from '@/modules/pm/sessions';
import { formatDate } from '@/platform/time';
import type { Group } from '../api/get-group';
import type { MergeResult } from '../api/merge-groups';
import classes from './merge.module.css';
import { lostSeatsSentence, mergeSentence, movedByStatus } from './merge-model';

interface MergePreviewProps {
  group: Group;
  target: Group;
  preview: MergeResult;
}

/** As many sessions as tell which they are; the rest is counted. */
const SHOWN = 6;

/** Who gets what, by name, and which sessions will not take place. */
export function MergePreview({ group, target, preview }: MergePreviewProps) {
  const { moved, cancelled_sessions: sessions } = preview;
  const lostSeats = moved.filter(({ was, status }) => was === 'enrolled' && status === 'waitlisted').length;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
        {mergeSentence(group.name, target.name, preview)} This cannot be taken back in one step.
      </Text>
      {lostSeats > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {lostSeatsSentence(lostSeats, target.name)}
        </Alert>
      )}
      <div className={classes.columns}>
        {movedByStatus(moved).map(({ status, heading, patients }) => (
          <section key={status}>
            <Title order={3} size="h4">
              {heading}
            </Title>
            <List size="sm" className={classes.names}>
              {patients.map(({ enrollment_id, patient, was }) => (
                <List.Item key={enrollment_id}>
                  {patientName(patient)}
                  {was === 'waitlisted' && status === 'enrolled' && ', who waits now'}
                </List.Item>
              ))}
            </List>
          </section>
        ))}
        {sessions.length > 0 && (
          <section>
            <Title order={3} size="h4">
              Are cancelled
            </Title>
            <List size="sm" className={classes.names}>
              {sessions.slice(0, SHOWN).map(({ id, session_date, start_time, end_time }) => (
                <List.Item key={id}>
                  {formatDate(session_date)}, {clockRange(start_time, end_time)}
                </List.Item>
              ))}
              {sessions.length > SHOWN && <List.Item>and {sessions.length - SHOWN} more</List.Item>}
            </List>
          </section>
        )}
      </div>
    </Stack>
  );
}
