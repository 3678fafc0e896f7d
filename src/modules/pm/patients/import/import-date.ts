import { isValid, parseISO } from 'date-fns';
import { parseBirthDate } from '../birth-date';

/** Whether the month or the day comes first in dates such as 03/04/1985. */
export type DateOrder = 'month' | 'day';

const PARTS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
const WITH_MONTH_NAME = /^(\d{1,2})[-/. ]([a-z]{3,9})\.?[-/. ](\d{4}|\d{2})$/i;
// Exports add midnight, or the moment in some zone: the day is what counts.
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?( ?(z|[+-]\d{2}:?\d{2}))?$/i;
const LONGEST = 40;

export interface DateOrderFinding {
  /** Null where both orders are possible and the person must say. */
  order: DateOrder | null;
  /** A date of the file that reads differently in the two orders, or null where all leave one meaning. */
  example: string | null;
  /** Dates of the file that can only have the month first, and only the day. Both: the file mixes them. */
  mixed: boolean;
  twoDigitYears: boolean;
}

/** Finds out from all the dates of a file which comes first, month or day. */
export function findDateOrder(dates: readonly string[]): DateOrderFinding {
  const parts = dates.flatMap((date) => {
    const found = PARTS.exec(plainDate(date));
    return found
      ? [{ date: date.trim(), first: Number(found[1]), second: Number(found[2]), year: found[3] ?? '' }]
      : [];
  });
  const dayFirst = parts.some(({ first, second }) => first > 12 && second <= 12);
  const monthFirst = parts.some(({ first, second }) => second > 12 && first <= 12);
  const either = parts.find(({ first, second }) => first <= 12 && second <= 12 && first !== second);
  const mixed = dayFirst && monthFirst;
  const sure = mixed ? null : dayFirst ? 'day' : monthFirst || !either ? 'month' : null;
  return {
    order: sure,
    example: either?.date ?? null,
    mixed,
    twoDigitYears: dates.some(
      (date) => (PARTS.exec(plainDate(date)) ?? WITH_MONTH_NAME.exec(plainDate(date)))?.[3]?.length === 2,
    ),
  };
}

/**
 * Reads a date of birth from a file. Takes the text, which of month and day comes first, and today (`YYYY-MM-DD`); answers
 * `YYYY-MM-DD` ('' for a blank text), or a problem in words. A two-digit year is the latest one that is not in the future.
 */
export function readImportDate(text: string, order: DateOrder, today: string): { date: string } | { problem: string } {
  const plain = plainDate(text);
  if (plain === '') return { date: '' };
  if (/^\d{5}(\.\d+)?$/.test(plain)) {
    return {
      problem: `${plain} is the number by which a spreadsheet counts days. Format the column as a date, save it as CSV again`,
    };
  }
  const date = numericDate(plain, order, today) ?? namedDate(plain, today);
  return date
    ? { date }
    : { problem: `This is no date ${order === 'month' ? 'with month, day and year' : 'with day, month and year'}` };
}

function plainDate(text: string): string {
  const trimmed = text.trim();
  // What is longer is no date, and not worth a search.
  return trimmed.length > LONGEST ? '?' : trimmed.replace(/\s+/g, ' ').replace(TIME, '');
}

function numericDate(plain: string, order: DateOrder, today: string): string | null {
  const yearFirst = YEAR_FIRST.exec(plain) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain);
  const written = yearFirst && isoDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  if (written) return written;
  const parts = PARTS.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(plain);
  if (!parts) return null;
  const [, first, second, year] = parts;
  const [month, day] = order === 'month' ? [first, second] : [second, first];
  return (
    fullYears(year, today)
      .map((full) => isoDate(full, month, day))
      .find((date) => date !== null && isPastOrWritten(date, year, today)) ?? null
  );
}

function namedDate(plain: string, today: string): string | null {
  if (!/[a-z]/i.test(plain)) return null;
  const parts = WITH_MONTH_NAME.exec(plain);
  if (!parts) return parseBirthDate(plain, today);
  const [, day, month, year] = parts;
  const dates = fullYears(year, today).map((full) => parseBirthDate(`${day} ${month} ${full}`, today));
  return dates.find((date) => date !== null && isPastOrWritten(date, year, today)) ?? null;
}

// "85" may be this century's or the last one's; a year of four digits is what it is.
function fullYears(year = '', today: string): string[] {
  const century = Number(today.slice(0, 2));
  return year.length === 4 ? [year] : [`${century}${year}`, `${century - 1}${year}`];
}

function isPastOrWritten(date: string, year = '', today: string): boolean {
  return year.length === 4 || date <= today;
}

function isoDate(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isValid(parseISO(iso)) ? iso : null;
}
