/** Who and what is who and what: the names behind the ids in an entry. */
export interface AuditNames {
  person: (userId: string) => string;
  role: (roleId: string) => string;
  patient: (patientId: string) => string;
  /** What a permission allows, as the matrix says it. */
  permission: (key: string) => string;
}

/** An entry of pf_audit_log as far as its sentence goes. */
export interface AuditFacts {
  action: string;
  performed_by: string | null;
  target_table: string;
  target: unknown;
  changes: unknown;
}
