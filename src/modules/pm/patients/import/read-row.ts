import type { CsvRow } from '@/platform/csv';
import type { RecordColumn } from './import-columns';
import { type DateOrder, readImportDate } from './import-date';
import type { RowProblem } from './import-row';
import type { Matching } from './match-columns';

const STATUS_WORDS: Readonly<Record<string, readonly string[]>> = {
  active: ['active', 'a', 'current', 'yes', 'y', 'true', '1'],
  inactive: ['inactive', 'i', 'former', 'discharged', 'no', 'n', 'false', '0'],
};

export type RecordTexts = Record<RecordColumn, string>;

/**
 * A row's cells by column of the record, dates as `YYYY-MM-DD` and status as stored, with the problems that show only
 * while reading; what has a problem stays as the file has it.
 */
export function readRow({ cells, problem }: CsvRow, matching: Matching, order: DateOrder, today: string) {
  const cell = (key: Matching[number]) => (cells[matching.indexOf(key)] ?? '').trim();
  const problems: RowProblem[] = problem === null ? [] : [{ column: null, value: '', text: problem }];
  const texts: RecordTexts = {
    mrn: cell('mrn'),
    first_name: cell('first_name'),
    last_name: cell('last_name'),
    preferred_name: cell('preferred_name'),
    date_of_birth: cell('date_of_birth'),
    phone: cell('phone'),
    email: cell('email'),
    status: cell('status'),
    notes: cell('notes'),
  };

  const whole = cell('full_name');
  if (whole !== '') {
    const name = splitName(whole);
    if (name) Object.assign(texts, name);
    else problems.push({ column: 'full_name', value: whole, text: 'Write last name, comma, first name' });
  }

  const born = readImportDate(texts.date_of_birth, order, today);
  if ('date' in born) texts.date_of_birth = born.date;
  else problems.push({ column: 'date_of_birth', value: texts.date_of_birth, text: born.problem });

  const word = texts.status.toLowerCase();
  const status = Object.keys(STATUS_WORDS).find((known) => STATUS_WORDS[known]?.includes(word));
  if (status) texts.status = status;
  else if (word !== '') problems.push({ column: 'status', value: texts.status, text: 'Write active or inactive' });
  return { texts, problems };
}

/** "Rivera, Ana" or "Ana Rivera" as first and last name; null where more words leave it open which is which. */
function splitName(whole: string): { first_name: string; last_name: string } | null {
  const comma = whole.indexOf(',');
  if (comma >= 0) return { last_name: whole.slice(0, comma).trim(), first_name: whole.slice(comma + 1).trim() };
  const words = whole.slice(0, 300).split(/\s+/);
  const [first_name = '', last_name = ''] = words;
  return words.length === 2 ? { first_name, last_name } : null;
}
