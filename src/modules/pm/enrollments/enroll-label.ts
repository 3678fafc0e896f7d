import type { EnrollTerms } from './enroll-terms';
import { type PatientIdentity, patientName } from './patient-identity';
import type { Placement } from './roster-model';

/** What the button says it will do: "Enroll Maria Lopez", "Put Maria Lopez on the waitlist", "Enroll 3 patients". */
export function enrollLabel(
  next: Placement,
  chosen: readonly PatientIdentity[],
  onFull: EnrollTerms['onFull'],
): string {
  const [first, second] = chosen;
  if (!first) return 'Enroll';
  if (second) return `Enroll ${chosen.length} patients`;
  const fullName = patientName(first);
  // A name that would not fit is listed above in full.
  const name = fullName.length > 40 ? 'the patient' : fullName;
  return next.kind === 'seat' || onFull === 'reject' ? `Enroll ${name}` : `Put ${name} on the waitlist`;
}
