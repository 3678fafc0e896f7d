import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { TargetPicker } from '@/modules/pm/enrollments';
import { SessionModal } from '@/modules/pm/sessions';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { type Group, useGroup } from '../api/get-group';
import { type MergeResult, useMergePreview } from '../api/merge-groups';
import { MergeForm } from './merge-form';
import { asTarget } from './merge-model';
import { MergeOutcome } from './merge-outcome';

interface MergeDialogProps {
  group: Group;
  /** The group to merge into; '' while none is chosen. */
  into: string;
  onChoose: (into: string) => void;
  onClose: () => void;
}

/** Moves everybody of a group into another: first what it does to whom, then for good. */
export function MergeDialog({ group, into, onChoose, onClose }: MergeDialogProps) {
  const [done, setDone] = useState<MergeResult | null>(null);
  const { data: target } = useGroup(into);
  const title = done ? 'The groups are merged' : 'Merge into another group';
  return (
    <SessionModal title={title} onClose={onClose} size="lg">
      {done && target ? (
        <MergeOutcome group={group} target={target} result={done} onClose={onClose} />
      ) : (
        <Stack>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            Everybody in <b>{group.name}</b> goes to the group that you choose. Nothing happens before you have seen
            what that means.
          </Text>
          <TargetPicker
            from={group}
            value={target ? asTarget(target) : null}
            onChange={(chosen) => onChoose(chosen?.id ?? '')}
            takenIn={() => null}
          />
          {target && <Preview group={group} target={target} onDone={setDone} onClose={onClose} />}
        </Stack>
      )}
    </SessionModal>
  );
}

interface PreviewProps {
  group: Group;
  target: Group;
  onDone: (result: MergeResult) => void;
  onClose: () => void;
}

function Preview({ group, target, onDone, onClose }: PreviewProps) {
  const { data, error, refetch } = useMergePreview({ groupId: group.id, intoGroupId: target.id });
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={4} />;
  return <MergeForm group={group} target={target} preview={data} onDone={onDone} onClose={onClose} />;
}
