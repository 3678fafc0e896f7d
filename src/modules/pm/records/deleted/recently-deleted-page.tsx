import { SegmentedControl, Text } from '@mantine/core';
import { IconTrashOff } from '@tabler/icons-react';
import { useState } from 'react';
import { personNamer } from '@/platform/audit';
import { usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { EmptyState, ErrorState, ListSkeleton, NoPermission, PageHeader } from '@/platform/ui';
import { useRecentlyDeleted } from '../api/get-recently-deleted';
import { type DeletedKind, KIND_LOOKS } from './deleted-kinds';
import classes from './deleted-list.module.css';
import { DeletedRow } from './deleted-row';
import { type DeletedView, deletedView, restorableKinds } from './deleted-view';
import { type Outcome, RestoreOutcome } from './restore-outcome';

/** As many as the server lists. */
const MOST = 500;

/** Groups, enrollments and patients that were deleted, each with the way back. */
export function RecentlyDeletedPage() {
  const kinds = restorableKinds(usePermissions().can);
  return kinds.length === 0 ? <NoPermission /> : <RecentlyDeleted kinds={kinds} />;
}

function RecentlyDeleted({ kinds }: { kinds: DeletedKind[] }) {
  const [{ kind }, setView] = useUrlState(deletedView);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const options = [
    { value: 'all', label: 'All' },
    ...kinds.map((one) => ({ value: one, label: KIND_LOOKS[one].plural })),
  ];
  return (
    <>
      <PageHeader
        title="Recently deleted"
        subtitle="Nothing is gone for good: what was deleted is kept, and can be brought back."
      />
      {outcome && <RestoreOutcome key={outcome.at} outcome={outcome} />}
      {kinds.length > 1 && (
        <SegmentedControl
          aria-label="Kind"
          mb="md"
          data={options}
          value={kind}
          onChange={(chosen) => setView({ kind: deletedView.shape.kind.parse(chosen) }, { replace: true })}
        />
      )}
      <DeletedList kind={kind} onOutcome={setOutcome} />
    </>
  );
}

function DeletedList({ kind, onOutcome }: DeletedView & { onOutcome: (outcome: Outcome) => void }) {
  const { data, error, refetch } = useRecentlyDeleted();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={6} />;
  const shown = kind === 'all' ? data.records : data.records.filter((record) => record.kind === kind);
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={IconTrashOff}
        title={kind === 'all' ? 'Nothing is deleted' : `No ${KIND_LOOKS[kind].plural.toLowerCase()} are deleted`}
        description="When a group, an enrollment or a patient is deleted, it is kept here, with who did it and when."
      />
    );
  }
  const person = personNamer(data.people);
  return (
    <>
      <ul className={classes.list} aria-label="Deleted, latest first">
        {shown.map((record) => (
          <DeletedRow
            key={record.id}
            record={record}
            deletedBy={record.deleted_by && person(record.deleted_by)}
            onOutcome={onOutcome}
          />
        ))}
      </ul>
      {data.records.length >= MOST && (
        <Text size="sm" c="dimmed" mt="md">
          These are the latest {MOST}. Older ones follow when some of these are restored.
        </Text>
      )}
    </>
  );
}
