import { Stack } from '@mantine/core';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { withEdits } from './cohort-model';
import { hasProblems } from './plan-problems';
import { PlannedDetails } from './planned-details';
import { ReplaceNames } from './replace-names';
import { StepFoot } from './step-foot';
import { TakeAlong } from './take-along';
import type { Cohort } from './use-cohort';

/** Step 3: what the new groups are called, how many seats they have, and what comes along from the old ones. */
export function StepDetails({ cohort }: { cohort: Cohort }) {
  const { draft, setDraft, planned, sources, request } = cohort;
  const { can } = usePermissions();
  const seesPatients = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  return (
    <>
      <Stack gap="lg" maw={900}>
        <TakeAlong cohort={cohort} />
        {planned.length > 1 && <ReplaceNames cohort={cohort} />}
        <Stack
          component="ul"
          gap="sm"
          m={0}
          p={0}
          style={{ listStyle: 'none' }}
          aria-label="Names and capacity of each group"
        >
          {planned.map((group) => {
            const source = sourcesById.get(group.source.id);
            return (
              <PlannedDetails
                key={group.source.id}
                planned={group}
                seats={seesPatients && request.include_patients && source ? source : null}
                onChange={(edits) => setDraft(withEdits(draft, group.source.id, edits))}
              />
            );
          })}
        </Stack>
      </Stack>
      <StepFoot cohort={cohort} isSound={!hasProblems(planned, ['name', 'max_capacity'])} />
    </>
  );
}
