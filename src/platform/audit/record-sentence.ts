import { formatDate } from '@/platform/time';
import { statusLook } from '@/platform/ui';
import { type AuditChanges, fromTo, listed, quoted, textOf } from './changes';

const LABELS: Readonly<Record<string, string>> = {
  mrn: 'the MRN',
  first_name: 'the first name',
  last_name: 'the last name',
  preferred_name: 'the preferred name',
  date_of_birth: 'the date of birth',
  phone: 'the phone',
  email: 'the e-mail',
  status: 'the status',
  notes: 'the notes',
  custom_fields: 'further fields',
};

interface RecordEntry {
  action: string;
  who: string;
  /** The patient's name as it is now. */
  patient: string;
  changes: AuditChanges;
}

/** What was done with a patient's record; null for what this version has no words for. */
export function recordSentence({ action, who, patient, changes }: RecordEntry): string | null {
  if (action === 'open') return `${who} opened ${recordOf(patient)}.`;
  if (action === 'insert') return `${who} created ${recordOf(patient)}.`;
  if (changes.deleted_at) {
    return changes.deleted_at.to ? `${who} deleted ${recordOf(patient)}.` : `${who} restored ${recordOf(patient)}.`;
  }
  const words = Object.entries(changes).flatMap(([column, { from, to }]) => {
    const label = Object.hasOwn(LABELS, column) ? LABELS[column] : undefined;
    if (!label) return [];
    // Not written for people to read.
    if (column === 'custom_fields') return [label];
    return [fromTo(label, valueWords(column, from), valueWords(column, to))];
  });
  return words.length > 0 ? `${who} changed ${listed(words)} in ${recordOf(patient)}.` : null;
}

function valueWords(column: string, value: unknown): string | null {
  if (column === 'notes') return quoted(value);
  const text = textOf(value);
  if (text === null) return null;
  if (column === 'status') return statusLook('patient', text).label.toLowerCase();
  return column === 'date_of_birth' && /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text) : text;
}

/** "Ana’s record"; "the record of Ana (deleted)" where an apostrophe would read badly. */
function recordOf(name: string): string {
  return /^a |\)$/.test(name) ? `the record of ${name}` : `${name}’s record`;
}
