import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';

// The charts come with the first patient who has something to show, not with every page about patients.
const MeasuresReport = lazy(async () => ({ default: (await import('./measures-report')).MeasuresReport }));

/** A patient's check-in scores over time beside the group's average; nothing for those who may not see answers. */
export function PatientMeasures({ patientId }: { patientId: string }) {
  const { can } = usePermissions();
  if (!can(PM_PERMISSIONS.GROUP_ATTENDANCE_VIEW) || !can(PM_PERMISSIONS.QUESTION_SETS_VIEW)) return null;
  return (
    <Suspense fallback={<Skeleton height={260} role="status" aria-label="Loading measures" />}>
      <MeasuresReport patientId={patientId} />
    </Suspense>
  );
}
