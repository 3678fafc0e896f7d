import { Button, Radio, Group as Row, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { EnrollmentWarnings, type EnrollOutcome } from '@/modules/pm/enrollments';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { Group } from '../api/get-group';
import type { Invitable } from '../api/get-waiting-in-like-groups';
import classes from './invite.module.css';
import { chosenSentence, inviteLabel, picked, seatsFree } from './invite-model';
import { InviteRow } from './invite-row';
import { type InviteMode, useInviting } from './use-inviting';

interface InviteFormProps {
  group: Group;
  waiting: readonly Invitable[];
  onDone: (outcomes: EnrollOutcome[]) => void;
}

/** Who gets a seat, and what becomes of the place on the other waitlist. */
export function InviteForm({ group, waiting, onDone }: InviteFormProps) {
  const { can } = usePermissions();
  const mayTransfer = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_EDIT);
  const [mode, setMode] = useState<InviteMode>(mayTransfer ? 'leave' : 'keep');
  const [ids, setIds] = useState<readonly string[]>([]);
  const { invite, running } = useInviting(group.id);
  const chosen = waiting.filter(({ enrollment_id }) => ids.includes(enrollment_id));
  const tooMany = chosen.length > seatsFree(group);

  async function give() {
    onDone(await invite(chosen, mode));
    setIds([]);
  }

  return (
    <Stack>
      <ul className={classes.list} aria-label="Patients who wait">
        {waiting.map((entry) => (
          <InviteRow
            key={entry.enrollment_id}
            entry={entry}
            isChosen={ids.includes(entry.enrollment_id)}
            disabled={running}
            onToggle={() => setIds(picked(waiting, ids, entry.enrollment_id))}
          />
        ))}
      </ul>
      <Radio.Group
        label="Their place on the other waitlist"
        value={mode}
        onChange={(value) => setMode(value === 'keep' ? 'keep' : 'leave')}
      >
        <Stack gap={6} mt={6}>
          <Radio
            value="leave"
            label="Give a seat here: they leave that waitlist"
            disabled={!mayTransfer}
            description={mayTransfer ? undefined : 'Your role does not include transfers.'}
          />
          <Radio value="keep" label="Enroll here, and keep the place there" />
        </Stack>
      </Radio.Group>
      <EnrollmentWarnings groupId={group.id} patients={chosen.map(({ patient }) => patient)} startsOn={null} />
      <Row justify="flex-end" gap="sm">
        <Text size="sm" c={tooMany ? 'error' : 'dimmed'} role="status">
          {chosenSentence(chosen.length, seatsFree(group))}
        </Text>
        <Button onClick={give} loading={running} disabled={chosen.length === 0 || tooMany}>
          {inviteLabel(chosen.length)}
        </Button>
      </Row>
    </Stack>
  );
}
