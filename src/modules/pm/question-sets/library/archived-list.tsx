import { Button, Text } from '@mantine/core';
import { IconArchive, IconRestore } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import { EmptyState, ErrorState, ListSkeleton, notifyDone, notifyProblem } from '@/platform/ui';
import { type ArchivedSet, useArchivedSets } from '../api/get-archived';
import { useRestoreQuestionSet } from '../api/restore-question-set';
import classes from './library.module.css';

/** Deleted question sets, latest first, each with the way back. */
export function ArchivedList() {
  const { data, error, refetch } = useArchivedSets();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={4} />;
  if (data.length === 0) {
    return (
      <EmptyState
        icon={IconArchive}
        title="Nothing is archived"
        description="A question set that is deleted is kept here with its answers, and can be brought back."
      />
    );
  }
  return (
    <ul className={classes.cards} aria-label="Archived question sets, latest first">
      {data.map((set) => (
        <ArchivedRow key={set.id} set={set} />
      ))}
    </ul>
  );
}

function ArchivedRow({ set }: { set: ArchivedSet }) {
  const { timezone } = useOrganization();
  const restoration = useRestoreQuestionSet();

  async function restore() {
    try {
      await restoration.mutateAsync(set.id);
      notifyDone({ message: `${set.title} is back, for the groups that used it, too.` });
    } catch (error) {
      notifyProblem(error);
    }
  }

  return (
    <li className={classes.archived}>
      <div className={classes.words}>
        <Text fw={500} size="sm">
          <bdi>{set.title}</bdi>
        </Text>
        <Text size="xs" c="dimmed">
          Version {set.version}
          {set.deleted_at && ` · archived ${formatTimestamp(set.deleted_at, timezone)}`}
        </Text>
      </div>
      <Button
        variant="default"
        leftSection={<IconRestore size={16} aria-hidden />}
        loading={restoration.isPending}
        onClick={restore}
        aria-label={`Restore ${set.title}`}
      >
        Restore
      </Button>
    </li>
  );
}
