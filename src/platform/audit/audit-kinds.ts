/** What the audit log can be narrowed to: each is one action on one table. */
export const AUDIT_KINDS = [
  'record_opened',
  'record_created',
  'record_changed',
  'permission_given',
  'permission_taken',
  'member_joined',
  'member_changed',
  'member_removed',
  'invitation_made',
  'invitation_accepted',
  'invitation_revoked',
  'role_made',
  'role_renamed',
  'role_deleted',
  'organization_changed',
  'day_closed',
  'closed_day_renamed',
  'day_opened',
  'repaired',
] as const;

export type AuditKind = (typeof AUDIT_KINDS)[number];

interface KindMeaning {
  label: string;
  action: string;
  /** null: whatever the table. */
  table: string | null;
}

/** The words for each, and where the log keeps it. */
export const KIND_MEANINGS: Readonly<Record<AuditKind, KindMeaning>> = {
  record_opened: { label: 'Patient record opened', action: 'open', table: 'pm_patients' },
  record_created: { label: 'Patient record created', action: 'insert', table: 'pm_patients' },
  record_changed: { label: 'Patient record changed, deleted or restored', action: 'update', table: 'pm_patients' },
  permission_given: { label: 'Permission given', action: 'insert', table: 'pf_role_permissions' },
  permission_taken: { label: 'Permission taken away', action: 'delete', table: 'pf_role_permissions' },
  member_joined: { label: 'Member joined', action: 'insert', table: 'pf_memberships' },
  member_changed: { label: 'Role changed, or suspended', action: 'update', table: 'pf_memberships' },
  member_removed: { label: 'Member removed', action: 'delete', table: 'pf_memberships' },
  invitation_made: { label: 'Invitation made', action: 'insert', table: 'pf_invitations' },
  invitation_accepted: { label: 'Invitation accepted', action: 'update', table: 'pf_invitations' },
  invitation_revoked: { label: 'Invitation revoked', action: 'delete', table: 'pf_invitations' },
  role_made: { label: 'Role created', action: 'insert', table: 'pf_roles' },
  role_renamed: { label: 'Role renamed', action: 'update', table: 'pf_roles' },
  role_deleted: { label: 'Role deleted', action: 'delete', table: 'pf_roles' },
  organization_changed: { label: 'Organization changed', action: 'update', table: 'pf_organizations' },
  day_closed: { label: 'Day closed', action: 'insert', table: 'pm_closed_days' },
  closed_day_renamed: { label: 'Closed day renamed', action: 'update', table: 'pm_closed_days' },
  day_opened: { label: 'Closed day opened again', action: 'delete', table: 'pm_closed_days' },
  repaired: { label: 'Integrity repaired', action: 'repair', table: null },
};

/** The kind of an entry, in words; one that this version does not know by its own name. */
export function kindLabel({ action, target_table }: { action: string; target_table: string }): string {
  const known = AUDIT_KINDS.map((kind) => KIND_MEANINGS[kind]).find(
    (kind) => kind.action === action && (kind.table === null || kind.table === target_table),
  );
  return known?.label ?? `${target_table} ${action}`;
}
