import { z } from 'zod';
import { commaList } from '@/platform/query';

export const SHEETS = ['roster', 'sign-in'] as const;
export const SHEET_COLUMNS = ['mrn', 'birth_date', 'phone'] as const;
export const MAX_SESSIONS = 14;
export const MAX_SPARE_LINES = 20;

export type SheetKind = (typeof SHEETS)[number];
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** A sheet as its address describes it. */
export const printAddressSchema = z.object({
  sheet: z.enum(SHEETS).default('roster'),
  /** The day whose roster it is when no session is named; '' is today. */
  on: z.union([z.iso.date(), z.literal('')]).default(''),
  /** A sheet for each. */
  session: z.pipe(
    commaList(z.uuid()),
    z.transform((ids) => [...new Set(ids)].slice(0, MAX_SESSIONS)),
  ),
  /** Without any, the sheet has its usual ones; `none` takes those away. */
  columns: commaList(z.enum([...SHEET_COLUMNS, 'none'])),
  waitlist: z.enum(['yes', '']).default(''),
  /** Empty lines on a sign-in sheet, for drop-ins. */
  spare: z.coerce.number().int().min(0).max(MAX_SPARE_LINES).default(4),
});

export type PrintAddress = z.output<typeof printAddressSchema>;

/**
 * The columns beside the name. A roster has all of them; a sign-in sheet lies where other patients see it, so that it has
 * none that nobody asked for.
 */
export function sheetColumns({ sheet, columns }: Pick<PrintAddress, 'sheet' | 'columns'>): SheetColumn[] {
  if (columns.length > 0) return SHEET_COLUMNS.filter((column) => columns.includes(column));
  return sheet === 'roster' ? [...SHEET_COLUMNS] : [];
}

/** What the address says for columns that were chosen by hand. */
export function chosenColumns(columns: readonly string[]): PrintAddress['columns'] {
  const chosen = SHEET_COLUMNS.filter((column) => columns.includes(column));
  return chosen.length > 0 ? chosen : ['none'];
}
