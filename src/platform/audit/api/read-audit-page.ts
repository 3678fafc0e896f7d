import type { AuditFilter } from '../audit-view';
import { auditEntries } from './audit-entries';

/** Entries on a page of a log. */
export const LOG_PAGE_SIZE = 50;

/** One page (from 1) of what a filter leaves, latest first, and whether there is more. */
export async function readAuditPage(organizationId: string, filter: AuditFilter, page: number, signal: AbortSignal) {
  const first = (page - 1) * LOG_PAGE_SIZE;
  const { data } = await auditEntries(organizationId, filter)
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    // One more than is shown tells whether there is more.
    .range(first, first + LOG_PAGE_SIZE)
    .abortSignal(signal)
    .throwOnError();
  return { entries: data.slice(0, LOG_PAGE_SIZE), hasMore: data.length > LOG_PAGE_SIZE };
}

export type AuditEntry = Awaited<ReturnType<typeof readAuditPage>>['entries'][number];
