import type { AuditNames } from './audit-names';
import { type AuditChanges, fromTo, textOf } from './changes';

interface PeopleEntry {
  action: string;
  who: string;
  performedBy: string | null;
  target: { user_id?: string | undefined; role_id?: string | undefined; permission_key?: string | undefined };
  changes: AuditChanges;
  names: AuditNames;
}

/** What was done about membership; null for what this version has no words for. */
export function membershipSentence({ action, who, performedBy, target, changes, names }: PeopleEntry): string | null {
  const userId = target.user_id ?? '';
  const own = performedBy !== null && performedBy === userId;
  const person = names.person(userId);
  const roleOf = (value: unknown) => names.role(textOf(value) ?? '');
  if (action === 'insert') {
    const role = roleOf(changes.role_id?.to);
    return own ? `${who} joined as ${role}.` : `${who} made ${person} a member as ${role}.`;
  }
  if (action === 'delete') {
    const role = roleOf(changes.role_id?.from);
    return own ? `${who} left; the role was ${role}.` : `${who} removed ${person}, whose role was ${role}.`;
  }
  const done = [
    ...(changes.role_id
      ? [`changed ${fromTo(`the role of ${person}`, roleOf(changes.role_id.from), roleOf(changes.role_id.to))}`]
      : []),
    ...(changes.status
      ? [changes.status.to === 'suspended' ? `suspended ${person}` : `ended the suspension of ${person}`]
      : []),
  ];
  return done.length > 0 ? `${who} ${done.join(' and ')}.` : null;
}

/** What was done about an invitation; null for what this version has no words for. */
export function invitationSentence({ action, who, changes, names }: PeopleEntry): string | null {
  const role = (value: unknown) => names.role(textOf(value) ?? '');
  if (action === 'insert') return `${who} invited ${textOf(changes.email?.to)} as ${role(changes.role_id?.to)}.`;
  if (action === 'delete') {
    const used = changes.accepted_at?.from ? 'used ' : '';
    return `${who} deleted the ${used}invitation of ${textOf(changes.email?.from)} as ${role(changes.role_id?.from)}.`;
  }
  return changes.accepted_at?.to ? `${who} accepted an invitation.` : null;
}

/** What was done about a role; null for what this version has no words for. */
export function roleSentence({ action, who, changes }: PeopleEntry): string | null {
  if (action === 'insert') return `${who} created the role ${textOf(changes.name?.to)}.`;
  if (action === 'delete') return `${who} deleted the role ${textOf(changes.name?.from)}.`;
  return changes.name ? `${who} renamed the role ${textOf(changes.name.from)} to ${textOf(changes.name.to)}.` : null;
}

/** A permission that a role was given, or that was taken from it. */
export function permissionSentence({ action, who, target, names }: PeopleEntry): string {
  const role = names.role(target.role_id ?? '');
  const permission = names.permission(target.permission_key ?? '');
  return action === 'delete'
    ? `${who} took the permission “${permission}” from ${role}.`
    : `${who} gave ${role} the permission “${permission}”.`;
}
