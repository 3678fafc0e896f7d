import { List, Stack, Text, Title } from '@mantine/core';
import { patientName } from '@/modules/pm/enrollments';
import { clockRange } from '@/modules/pm/sessions';
import { formatDate } from '@/platform/time';
import type { Group } from '../api/get-group';
import type { MergeResult } from '../api/merge-groups';
import classes from './merge.module.css';
import { mergeSentence, movedByStatus } from './merge-model';

interface MergePreviewProps {
  group: Group;
  target: Group;
  preview: MergeResult;
}

/** Who gets what, by name, and which sessions will not take place. */
export function MergePreview({ group, target, preview }: MergePreviewProps) {
  const { moved, cancelled_sessions: sessions } = preview;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
        {mergeSentence(group.name, target.name, preview)} This cannot be taken back in one step.
      </Text>
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
              {sessions.map(({ id, session_date, start_time, end_time }) => (
                <List.Item key={id}>
                  {formatDate(session_date)}, {clockRange(start_time, end_time)}
                </List.Item>
              ))}
            </List>
          </section>
        )}
      </div>
    </Stack>
  );
}
