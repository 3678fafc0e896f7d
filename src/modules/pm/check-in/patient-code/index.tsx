import { lazy, Suspense } from 'react';
import { PieceBoundary } from '@/platform/ui/piece-boundary';

export interface PatientJoinCodeProps {
  patient: { id: string; name: string };
}

// The table of the app's addresses names this feature, and must not pull what is behind sign-in into every page.
const CodeButton = lazy(async () => ({ default: (await import('./patient-code-button')).PatientCodeButton }));
const CodeDialog = lazy(loadPatientCodeDialog);

/** Fetches the dialog ahead, for where the network may drop. */
export async function loadPatientCodeDialog() {
  return { default: (await import('./patient-code-dialog')).PatientCodeDialog };
}

/**
 * Opens the personal code by which a patient joins sessions: to read out, copy, print, or make anew. Nothing for those who hold
 * neither pm.group_attendance.edit nor pm.patients.edit. To be used inside an organization.
 */
export function PatientJoinCode(props: PatientJoinCodeProps) {
  return (
    <Suspense>
      <CodeButton {...props} />
    </Suspense>
  );
}

/** The same without its button, for menus; to be shown only to those who hold one of the two permissions. */
export function PatientJoinCodeDialog(props: PatientJoinCodeProps & { onClose: () => void }) {
  return (
    <PieceBoundary onFailed={props.onClose}>
      <Suspense>
        <CodeDialog {...props} />
      </Suspense>
    </PieceBoundary>
  );
}
