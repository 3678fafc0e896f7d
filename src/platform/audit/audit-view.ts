import * as z from 'zod';
import type { AUDIT_KINDS } from './audit-kinds';

/** The periods before now that a log can be narrowed to, in days. */
export const PERIODS = ['7', '30', '90', 'all'] as const;

/** Who did something: a person's id, `system` for nobody, '' for anybody. */
export const performerField = z.union([z.guid(), z.enum(['system', ''])]).default('');

/** Which entries of pf_audit_log are asked for. */
export interface AuditFilter {
  period: (typeof PERIODS)[number];
  by: z.output<typeof performerField>;
  /** A patient's id, or '' for all. */
  patient: string;
  kind: (typeof AUDIT_KINDS)[number] | '';
}

/** A moment so many days before now as the server compares it; null where the period has no beginning. */
export function periodStart(period: AuditFilter['period'], now = Date.now()): string | null {
  return period === 'all' ? null : new Date(now - Number(period) * 86_400_000).toISOString();
}
