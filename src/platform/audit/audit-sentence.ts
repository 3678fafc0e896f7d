import * as z from 'zod';
import { withoutDirectionOverrides } from '@/platform/ui/without-direction-overrides';
import type { AuditFacts, AuditNames } from './audit-names';
import { auditChanges, textOf } from './changes';
import { closedDaySentence, organizationSentence } from './clinic-sentence';
import { invitationSentence, membershipSentence, permissionSentence, roleSentence } from './people-sentence';
import { recordSentence } from './record-sentence';

const text = z.string().optional().catch(undefined);
const noTarget = {
  id: undefined,
  user_id: undefined,
  role_id: undefined,
  permission_key: undefined,
  closed_on: undefined,
};
const auditTarget = z
  .object({ id: text, user_id: text, role_id: text, permission_key: text, closed_on: text })
  .catch(noTarget);

/** What an entry of the audit log says, as a sentence with who, before and after. */
export function auditSentence(entry: AuditFacts, names: AuditNames): string {
  const who = entry.performed_by ? names.person(entry.performed_by) : 'The system';
  return withoutDirectionOverrides(
    tableSentence(entry, who, names) ??
      `${who}: ${entry.action} of ${entry.target_table.replace(/^p[fm]_/, '').replaceAll('_', ' ')}.`,
  );
}

function tableSentence(entry: AuditFacts, who: string, names: AuditNames): string | null {
  const { action } = entry;
  const changes = auditChanges.parse(entry.changes);
  const target = auditTarget.parse(entry.target);
  const people = { action, who, performedBy: entry.performed_by, target, changes, names };
  if (action === 'repair') {
    return `${who} had a finding of the integrity check repaired: ${textOf(changes.integrity?.from) ?? 'details are missing'}`;
  }
  switch (entry.target_table) {
    case 'pf_memberships':
      return membershipSentence(people);
    case 'pf_invitations':
      return invitationSentence(people);
    case 'pf_roles':
      return roleSentence(people);
    case 'pf_role_permissions':
      return permissionSentence(people);
    case 'pf_organizations':
      return organizationSentence(who, changes);
    case 'pm_closed_days':
      return closedDaySentence(who, action, target.closed_on ?? '', changes);
    case 'pm_patients':
      return recordSentence({ action, who, patient: names.patient(target.id ?? ''), changes });
    default:
      return null;
  }
}

/** The people whom an entry speaks of. */
export function peopleSpokenOf({ performed_by, target }: AuditFacts): string[] {
  return [performed_by, auditTarget.parse(target).user_id].filter((id) => typeof id === 'string');
}

/** The patient whose record an entry is about; null for other entries. */
export function patientSpokenOf({ target_table, target }: AuditFacts): string | null {
  return target_table === 'pm_patients' ? (auditTarget.parse(target).id ?? null) : null;
}
