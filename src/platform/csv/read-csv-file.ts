import { decodeText } from './decode-text';
import { type CsvTable, parseCsv } from './parse-csv';

export type CsvReading = { table: CsvTable; note: string | null } | { problem: string };

const MAX_MEGABYTES = 20;

/**
 * Reads a chosen file as CSV: delimiter and encoding are found out. Answers the table with a note on how it was read (null:
 * nothing to say), or in words why there is none. Never throws.
 */
export async function readCsvFile(file: Blob): Promise<CsvReading> {
  if (file.size > MAX_MEGABYTES * 1024 * 1024) {
    return { problem: `The file is larger than ${MAX_MEGABYTES} MB. Split it, and import one part after the other.` };
  }
  const bytes = await file.arrayBuffer().catch(() => null);
  // Moved, changed or on a drive that is gone since it was chosen.
  if (bytes === null) return { problem: 'The file cannot be read any more. Choose it again.' };
  const decoded = decodeText(new Uint8Array(bytes));
  if ('problem' in decoded) return decoded;
  const table = parseCsv(decoded.text);
  return 'problem' in table ? table : { table, note: decoded.note };
}
