import { patientName } from '@/modules/pm/enrollments';

/** A patient's name within a sentence; null stands for a record that was deleted or is hidden from the reader. */
export function personName(patient: Parameters<typeof patientName>[0]): string {
  return patient ? patientName(patient) : 'a patient whose record is not available';
}
