import * as z from 'zod';
import { AUDIT_KINDS } from '@/platform/audit/audit-kinds';
import { type AuditFilter, PERIODS, performerField } from '@/platform/audit/audit-view';
import { ACTIVITY_LABELS, type ActivityKind, isActivityKind } from './activity-kinds';

/** What the address says about the audit log. */
export const logView = z.object({
  log: z.enum(['groups', 'access']).default('groups'),
  days: z.enum(PERIODS).default('30'),
  by: performerField,
  /** A patient's id, or '' for all. */
  patient: z.union([z.guid(), z.literal('')]).default(''),
  /** An action of the log that is shown; one of the other log narrows nothing. */
  action: z.string().max(100).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export type LogView = z.output<typeof logView>;

/** What takes all filters but the period away. */
export const NO_FILTERS = { by: '', patient: '', action: '', page: 1 } satisfies Partial<LogView>;

/** Whether anything but the period narrows the log. */
export function isNarrowed(view: LogView): boolean {
  return view.by !== '' || view.patient !== '' || chosenAction(view) !== '';
}

/** The action by which the log that is shown is narrowed, or ''. */
export function chosenAction(view: LogView): string {
  return view.log === 'groups' ? activityFilter(view).action : accessFilter(view).kind;
}

/** Which entries of pm_group_activity_log are asked for. */
export interface ActivityFilter extends Omit<AuditFilter, 'kind'> {
  action: ActivityKind | '';
}

export function activityFilter({ days, by, patient, action }: LogView): ActivityFilter {
  return { period: days, by, patient, action: isActivityKind(action) ? action : '' };
}

export function accessFilter({ days, by, patient, action }: LogView): AuditFilter {
  return { period: days, by, patient, kind: AUDIT_KINDS.find((kind) => kind === action) ?? '' };
}

/** The actions that the log of groups and seats can be narrowed to. */
export const ACTIVITY_OPTIONS = Object.entries(ACTIVITY_LABELS).map(([value, label]) => ({ value, label }));
