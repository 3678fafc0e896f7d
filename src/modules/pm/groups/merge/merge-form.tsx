import { Button, Group as Row, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { EnrollmentWarnings } from '@/modules/pm/enrollments';
import { ProblemAlert } from '@/platform/ui';
import type { Group } from '../api/get-group';
import { type MergeResult, useMergeGroups } from '../api/merge-groups';
import { MergePreview } from './merge-preview';

interface MergeFormProps {
  group: Group;
  target: Group;
  preview: MergeResult;
  onDone: (result: MergeResult) => void;
  onClose: () => void;
}

/** What merging does, the reason, and the button that does it. */
export function MergeForm({ group, target, preview, onDone, onClose }: MergeFormProps) {
  const [reason, setReason] = useState('');
  const merge = useMergeGroups();
  const entering = preview.moved.flatMap(({ patient, status }) => (patient && status === 'enrolled' ? [patient] : []));

  function run() {
    merge.mutate({ groupId: group.id, intoGroupId: target.id, reason: reason.trim() }, { onSuccess: onDone });
  }

  return (
    <Stack>
      <MergePreview group={group} target={target} preview={preview} />
      <EnrollmentWarnings groupId={target.id} patients={entering} startsOn={null} leavingGroupId={group.id} />
      <Textarea
        label="Reason"
        description="May stay empty. It is written to cancelled sessions, disenrollments and the log."
        placeholder={`Merged into “${target.name}”`}
        maxLength={500}
        autosize
        minRows={1}
        maxRows={4}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemAlert error={merge.error} />
      <Row justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={merge.isPending}>
          Keep both groups
        </Button>
        <Button color="red" onClick={run} loading={merge.isPending}>
          Merge the groups
        </Button>
      </Row>
    </Stack>
  );
}
