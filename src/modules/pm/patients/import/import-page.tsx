import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { PageHeader } from '@/platform/ui';
import { CheckStep } from './check-step';
import { ChooseStep } from './choose-step';
import { ImportStep } from './import-step';
import { LeaveGuard } from './leave-guard';
import { MatchStep } from './match-step';
import { StepList } from './step-list';
import { useImport } from './use-import';

/** Patients out of a CSV file: choose it, match its columns, check what would happen, import. */
export function ImportPage() {
  return (
    <RequirePermission permission={PM_PERMISSIONS.PATIENTS_VIEW}>
      <RequirePermission permission={PM_PERMISSIONS.PATIENTS_CREATE}>
        <Import />
      </RequirePermission>
    </RequirePermission>
  );
}

function Import() {
  const { slug } = useOrganization();
  const patientImport = useImport();
  const { step } = patientImport;
  return (
    <>
      <PageHeader title="Import patients" breadcrumbs={[{ label: 'Patients', to: `/o/${slug}/pm/patients` }]} />
      <StepList step={step} />
      {step === 'file' && <ChooseStep {...patientImport} />}
      {step === 'columns' && patientImport.work && <MatchStep {...patientImport} work={patientImport.work} />}
      {step === 'check' && patientImport.work && <CheckStep {...patientImport} work={patientImport.work} />}
      {step === 'import' && patientImport.work && <ImportStep {...patientImport} work={patientImport.work} />}
      <LeaveGuard progress={patientImport.progress} stop={patientImport.stop} />
    </>
  );
}
