export { type Reading, readAll } from './api/read-all';
export { readAllAudit } from './api/read-all-audit';
export { type AuditEntry, LOG_PAGE_SIZE, readAuditPage } from './api/read-audit-page';
export { type NamedPeople, readNamesOfPeople } from './api/read-names-of-people';
export { type RoleWords, readRoleWords } from './api/read-role-words';
export { AUDIT_KINDS, type AuditKind, KIND_MEANINGS, kindLabel } from './audit-kinds';
export { auditSentence, patientSpokenOf, peopleSpokenOf } from './audit-sentence';
export { type AuditFilter, PERIODS, performerField, periodStart } from './audit-view';
export { personNamer } from './person-namer';
