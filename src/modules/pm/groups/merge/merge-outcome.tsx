import { Alert, Anchor, Button, Group as Row, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import type { Group } from '../api/get-group';
import type { MergeResult } from '../api/merge-groups';
import { ContactList } from '../contacts/contact-list';
import { mergedSentence } from './merge-model';

interface MergeOutcomeProps {
  group: Group;
  target: Group;
  result: MergeResult;
  onClose: () => void;
}

/** What came of it, and who is to be told. */
export function MergeOutcome({ group, target, result, onClose }: MergeOutcomeProps) {
  const { slug } = useOrganization();
  const told = useRef<HTMLParagraphElement>(null);
  // What had the focus is gone.
  useEffect(() => told.current?.focus(), []);
  const contacts = result.moved.flatMap(({ patient, status }) =>
    patient
      ? [
          {
            id: patient.id,
            name: `${patientName(patient)}${status === 'waitlisted' ? ' (waits now)' : ''}`,
            phone: patient.phone,
            email: patient.email,
          },
        ]
      : [],
  );
  return (
    <Stack>
      <Text size="sm" ref={told} tabIndex={-1} style={{ overflowWrap: 'anywhere', outline: 'none' }}>
        {mergedSentence(group.name, target.name, result)}
      </Text>
      {contacts.length > 0 && (
        <>
          <Alert color="blue" icon={<IconInfoCircle aria-hidden />}>
            Quorum does not send messages. Call or write, and check off who knows.
          </Alert>
          <ContactList contacts={contacts} matter={`${group.id}.merged`} />
        </>
      )}
      <Row justify="space-between">
        <Anchor component={Link} to={`/o/${slug}/pm/groups/${target.id}/enrollments`} size="sm">
          Open the roster of {target.name}
        </Anchor>
        <Button onClick={onClose}>Done</Button>
      </Row>
    </Stack>
  );
}
