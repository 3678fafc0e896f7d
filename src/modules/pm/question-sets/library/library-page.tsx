import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, RequirePermission, usePermissions } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { PageHeader, SearchInput } from '@/platform/ui';
import { KIND_LOOKS, KINDS } from '../kind';
import { ArchivedList } from './archived-list';
import { libraryState } from './library-state';
import { SetResults } from './set-results';

/** /o/:slug/pm/question-sets: what sessions can ask. */
export function LibraryPage() {
  return (
    <RequirePermission permission={PM_PERMISSIONS.QUESTION_SETS_VIEW}>
      <Library />
    </RequirePermission>
  );
}

const KIND_OPTIONS = [
  { value: 'all', label: 'All kinds' },
  ...KINDS.map((kind) => ({ value: kind, label: KIND_LOOKS[kind].plural })),
];

function Library() {
  const [state, setState] = useUrlState(libraryState);
  const mayRestore = usePermissions().can(PM_PERMISSIONS.QUESTION_SETS_DELETE);
  const showsArchived = mayRestore && state.show === 'archived';
  return (
    <>
      <PageHeader title="Question sets" subtitle="Measures, check-ins and material for sessions." action={<NewSet />} />
      <Group mb="md" gap="sm">
        {mayRestore && (
          <SegmentedControl
            aria-label="Which question sets"
            data={[
              { value: 'used', label: 'In use' },
              { value: 'archived', label: 'Archived' },
            ]}
            value={state.show}
            onChange={(show) => setState({ show: libraryState.shape.show.parse(show) }, { replace: true })}
          />
        )}
        {!showsArchived && (
          <>
            <SearchInput label="Search question sets" flex="1 1 220px" maw={{ sm: 440 }} resets={[]} />
            <Select
              aria-label="Kind"
              data={KIND_OPTIONS}
              value={state.kind}
              onChange={(kind) => setState({ kind: libraryState.shape.kind.parse(kind ?? undefined) })}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              flex={{ base: '1 1 130px', sm: '0 0 150px' }}
            />
          </>
        )}
      </Group>
      {showsArchived ? (
        <ArchivedList />
      ) : (
        <SetResults state={state} onShowAll={() => setState({ search: '', kind: 'all' })} />
      )}
    </>
  );
}

function NewSet() {
  const { slug } = useOrganization();
  return (
    <Can permission={PM_PERMISSIONS.QUESTION_SETS_CREATE}>
      <Button component={Link} to={`/o/${slug}/pm/question-sets/new`} leftSection={<IconPlus size={16} aria-hidden />}>
        New question set
      </Button>
    </Can>
  );
}
