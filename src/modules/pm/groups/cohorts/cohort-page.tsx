import { useEffect, useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { PageHeader, useUnsavedChanges } from '@/platform/ui';
import type { Outcome } from './clone-differences';
import { NEW_COHORT } from './cohort-model';
import { CohortWizard } from './cohort-wizard';
import { MadeGroups } from './made-groups';
import { useCohort } from './use-cohort';

/** /o/:slug/pm/groups/clone: the next cycle of one group, or of a whole cohort. */
export function CohortPage() {
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW}>
      <RequirePermission permission={PM_PERMISSIONS.GROUP_DEFINITIONS_CREATE}>
        <Page />
      </RequirePermission>
    </RequirePermission>
  );
}

function Page() {
  const list = `/o/${useOrganization().slug}/pm/groups`;
  const cohort = useCohort();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const unsaved = useUnsavedChanges(cohort.draft !== NEW_COHORT && outcome === null);
  useEffect(() => {
    if (outcome) window.scrollTo({ top: 0 });
  }, [outcome]);
  const count = outcome?.made.length ?? 0;
  return (
    <>
      <PageHeader
        // The title takes the focus anew when the groups are made.
        key={outcome ? 'made' : 'wizard'}
        title={outcome ? (count === 1 ? '1 group was made' : `${count} groups were made`) : 'Clone groups'}
        breadcrumbs={[{ label: 'Groups', to: list }]}
      />
      {outcome ? <MadeGroups outcome={outcome} /> : <CohortWizard cohort={cohort} onMade={setOutcome} />}
      {unsaved.dialog}
    </>
  );
}
