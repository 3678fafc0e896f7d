import * as z from 'zod';

export const PAGE_SIZE = 50;

/** The sorts of the list; a leading "-" turns one around. */
export const PATIENT_SORTS = ['name', '-name', 'mrn', '-mrn', 'date_of_birth', '-date_of_birth'] as const;

export type PatientSort = (typeof PATIENT_SORTS)[number];

/** What the address says about the list of patients. */
export const patientListSchema = z.object({
  search: z.string().trim().default(''),
  status: z.enum(['all', 'active', 'inactive']).default('all'),
  sort: z.enum(PATIENT_SORTS).default('name'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

type SortColumn = 'last_name' | 'first_name' | 'mrn' | 'date_of_birth' | 'id';

/** The columns that a sort orders by; the id comes last, so that pages neither repeat nor skip namesakes. */
export function sortColumns(sort: PatientSort): { column: SortColumn; ascending: boolean }[] {
  const ascending = !sort.startsWith('-');
  const by: Record<string, SortColumn[]> = {
    name: ['last_name', 'first_name', 'id'],
    mrn: ['mrn', 'id'],
    date_of_birth: ['date_of_birth', 'last_name', 'first_name', 'id'],
  };
  return (by[sort.replace('-', '')] ?? []).map((column) => ({ column, ascending }));
}
