import type { ImportResult } from './api/import-patients';
import type { CheckedRow } from './import-row';
import type { ImportWork } from './import-work';
import { isWanted, kindOf, reasonsWhyNot } from './outcomes';
import type { RestRow } from './rest-file';

export interface ImportSummary {
  created: number;
  updated: number;
  unchanged: number;
  /** Here with other values, and left as they are. */
  exists: number;
  /** Maybe the same person as somebody who is here. */
  similar: number;
  failed: number;
  /** In order, but not sent: the import was stopped. */
  unsent: number;
  /** All that is not in, with the reasons. */
  rest: RestRow[];
}

type Fate = Exclude<keyof ImportSummary, 'rest'>;

/** What became of each row of the file. */
export function summarize(work: ImportWork, rows: readonly CheckedRow[]): ImportSummary {
  const summary: ImportSummary = {
    created: 0,
    updated: 0,
    unchanged: 0,
    exists: 0,
    similar: 0,
    failed: 0,
    unsent: 0,
    rest: [],
  };
  for (const row of rows) {
    const result = lastWord(work, row);
    const fate = fateOf(row, result);
    summary[fate] += 1;
    if (fate === 'created' || fate === 'updated' || fate === 'unchanged') continue;
    summary.rest.push({ index: row.index, problem: reasonsWhyNot(row, result).join('; ') });
  }
  return summary;
}

/** What the server said of a row in the end; undefined for one that was to be sent and was not. */
function lastWord(work: ImportWork, row: CheckedRow): ImportResult | undefined {
  const preview = work.previews.get(row.index);
  return work.outcomes.get(row.index) ?? (isWanted(row, kindOf(row, preview), work) ? undefined : preview);
}

function fateOf(row: CheckedRow, result: ImportResult | undefined): Fate {
  if (row.patient === null) return 'failed';
  return result?.status ?? 'unsent';
}
