import { Button, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconClipboardList, IconListSearch } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { EmptyState, ErrorState, ListSkeleton, TableSkeleton } from '@/platform/ui';
import { MOST_LISTED, useQuestionSets } from '../api/get-question-sets';
import { type LibraryState, narrowed } from './library-state';
import { SetCards } from './set-cards';
import { SetTable } from './set-table';

interface SetResultsProps {
  state: LibraryState;
  onShowAll: () => void;
}

/** The question sets that the address asks for: as a table, or as cards on a phone. */
export function SetResults({ state, onShowAll }: SetResultsProps) {
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const { data, error, refetch } = useQuestionSets();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return onPhone ? <ListSkeleton rows={6} /> : <TableSkeleton columns={4} rows={6} />;
  if (data.length === 0) return <NoSetsYet />;
  const sets = narrowed(data, state);
  if (sets.length === 0) {
    return (
      <EmptyState
        icon={IconListSearch}
        title={state.search === '' ? 'No question set of this kind' : `No question set found for “${state.search}”`}
        description="Titles, descriptions and sources are searched."
        action={
          <Button variant="default" onClick={onShowAll}>
            Show all question sets
          </Button>
        }
      />
    );
  }
  return (
    <Stack gap="sm">
      {onPhone ? <SetCards sets={sets} /> : <SetTable sets={sets} />}
      <Text size="sm" c="dimmed" role="status">
        {sets.length === 1 ? '1 question set' : `${sets.length} question sets`}
        {data.length >= MOST_LISTED && `, of the first ${MOST_LISTED.toLocaleString('en-US')} by title`}
      </Text>
    </Stack>
  );
}

function NoSetsYet() {
  const { slug } = useOrganization();
  return (
    <EmptyState
      icon={IconClipboardList}
      title="No question sets yet"
      description="A question set is what a session asks its patients: a measure, a check-in, or something to read."
      action={
        <Can permission={PM_PERMISSIONS.QUESTION_SETS_CREATE}>
          <Button component={Link} to={`/o/${slug}/pm/question-sets/new`}>
            Write the first one
          </Button>
        </Can>
      }
    />
  );
}
