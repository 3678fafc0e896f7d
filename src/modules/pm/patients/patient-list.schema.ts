import * as z from 'zod';

/** How many patients a page may have. */
export const PAGE_SIZES = [25, 50, 100] as const;

/** The sorts of the list; a leading "-" turns one around. */
export const PATIENT_SORTS = [
  'name',
  '-name',
  'mrn',
  '-mrn',
  'date_of_birth',
  '-date_of_birth',
  '-created_at',
  'created_at',
] as const;

export type PatientSort = (typeof PATIENT_SORTS)[number];

/** What the address says about the list of patients. */
export const patientListSchema = z.object({
  search: z.string().trim().default(''),
  status: z.enum(['all', 'active', 'inactive']).default('all'),
  /** Not chosen: best match first where words are searched, otherwise by name. */
  sort: z.enum([...PATIENT_SORTS, '']).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export type PatientListView = z.output<typeof patientListSchema>;

type SortColumn = 'last_name' | 'first_name' | 'mrn' | 'date_of_birth' | 'created_at' | 'id';

/** The columns that a sort orders by; the id comes last, so that pages neither repeat nor skip namesakes. */
export function sortColumns(sort: PatientSort): { column: SortColumn; ascending: boolean }[] {
  const ascending = !sort.startsWith('-');
  const by: Record<string, SortColumn[]> = {
    name: ['last_name', 'first_name', 'id'],
    mrn: ['mrn', 'id'],
    date_of_birth: ['date_of_birth', 'last_name', 'first_name', 'id'],
    created_at: ['created_at', 'id'],
  };
  return (by[sort.replace('-', '')] ?? []).map((column) => ({ column, ascending }));
}
