import type { ReactNode } from 'react';
import type { CsvColumn } from '@/platform/csv';

/** A column of a report: in the table on the page, and in the file. */
export interface ReportColumn<Row> extends CsvColumn<Row> {
  /** Figures stand right, one under the other. */
  isNumber?: boolean;
  /** What the page shows where that is more than the value. */
  show?: (row: Row) => ReactNode;
}
