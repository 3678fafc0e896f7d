import { differenceInYears, format, isValid, parse, parseISO } from 'date-fns';

// Four-digit years before two-digit ones; "M/d/yy" takes the century that lies within fifty years of today.
const FORMATS = [
  'yyyy-MM-dd',
  'M/d/yyyy',
  'MMddyyyy',
  'M/d/yy',
  'MMMM d yyyy',
  'MMM d yyyy',
  'd MMMM yyyy',
  'd MMM yyyy',
];

/**
 * Reads a date of birth as people type it: "3/14/1985", "3-14-85", "03141985", "March 14, 1985", "1985-03-14".
 * Takes the text and today (`YYYY-MM-DD`); answers `YYYY-MM-DD`, or null for what is no date.
 */
export function parseBirthDate(text: string, today: string): string | null {
  const plain = text.trim().replace(/[,\s]+/g, ' ');
  const written = /^\d{4}-/.test(plain) ? plain : plain.replace(/^(\d{1,2})[-. ](\d{1,2})[-. ](\d{2,4})$/, '$1/$2/$3');
  for (const pattern of FORMATS) {
    const date = parse(written, pattern, parseISO(today));
    if (!isValid(date) || date.getFullYear() < 1000) continue;
    // Nobody is born in the future: "3/14/55" means 1955.
    if (pattern === 'M/d/yy' && format(date, 'yyyy-MM-dd') > today) date.setFullYear(date.getFullYear() - 100);
    return format(date, 'yyyy-MM-dd');
  }
  return null;
}

/** A stored date (`YYYY-MM-DD`) as it is typed: "03/14/1985". */
export function birthDateText(isoDate: string): string {
  return format(parseISO(isoDate), 'MM/dd/yyyy');
}

/** Age in whole years on a day, both as `YYYY-MM-DD`. */
export function ageOn(dateOfBirth: string, today: string): number {
  return Math.max(0, differenceInYears(parseISO(today), parseISO(dateOfBirth)));
}
