import type { AuditFilter } from '../audit-view';
import { auditEntries } from './audit-entries';
import { type Reading, readAll } from './read-all';
import type { AuditEntry } from './read-audit-page';

/** All entries that a filter leaves, whatever the page. Rejects when the reading is stopped. */
export function readAllAudit(organizationId: string, filter: AuditFilter, reading: Reading): Promise<AuditEntry[]> {
  return readAll(({ before, limit, signal }) => {
    const request = auditEntries(organizationId, filter, before === null);
    return (before === null ? request : request.lt('id', before))
      .order('id', { ascending: false })
      .limit(limit)
      .abortSignal(signal)
      .throwOnError();
  }, reading);
}
