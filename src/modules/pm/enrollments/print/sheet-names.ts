import type { OrganizationSettings } from '@/platform/organizations';

export interface Named {
  first_name: string;
  last_name: string;
  preferred_name: string | null;
}

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** "Mia", the name that the patient goes by. */
function calledName({ first_name, preferred_name }: Named): string {
  return preferred_name?.trim() || first_name.trim();
}

function firstLetters(name: string, count: number): string {
  return [...LETTERS.segment(name.trim())]
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('');
}

function initials(patient: Named, letters: number): string {
  const first = firstLetters(calledName(patient), letters);
  return [first, firstLetters(patient.last_name, 1)].map((part) => `${capital(part)}.`).join(' ');
}

function capital(letters: string): string {
  return letters.charAt(0).toLocaleUpperCase('en') + letters.slice(1);
}

/**
 * How each patient is named on paper, in the order given: "Lopez, Mia", or "M. L.". Those with the same initials get
 * letters of the first name added until they differ, three at most: each must find the own line.
 */
export function sheetNames(patients: readonly Named[], style: OrganizationSettings['roster_names']): string[] {
  if (style === 'preferred_name') return patients.map((patient) => `${patient.last_name}, ${calledName(patient)}`);
  return patients.map((patient) => {
    const others = patients.filter((other) => other !== patient);
    const letters = [1, 2, 3].find((count) =>
      others.every((other) => initials(other, count) !== initials(patient, count)),
    );
    return initials(patient, letters ?? 3);
  });
}
