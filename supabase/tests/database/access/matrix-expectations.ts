import type { Actor, Command, MemberActor, Outcome, RowKind } from './matrix-actors.ts';
import { standing } from './matrix-actors.ts';

interface Rule {
  /** Who may, in the own organization. */
  allowed: readonly MemberActor[];
  /** What the other members meet. */
  otherwise: Outcome;
  /** What those meet who are no active member of the row's organization; `otherwise` if left out. */
  outsiders?: Outcome;
  /** Members who meet something else. */
  except?: Partial<Record<MemberActor, Outcome>>;
  /** What the person whose row it is meets (profiles, calendar links, notifications and their settings). */
  self?: Outcome;
  /** What that person meets who is no active member; `self` if left out. */
  selfOutside?: Outcome;
  /** The relation itself leaves deleted rows out, for the secret key too. */
  withoutDeleted?: true;
}

const nobody: readonly MemberActor[] = [];
const members: readonly MemberActor[] = ['org_admin', 'facilitator', 'front_desk', 'staff', 'viewer', 'powerless'];
const viewers: readonly MemberActor[] = ['org_admin', 'facilitator', 'front_desk', 'staff', 'viewer'];
const clinicians: readonly MemberActor[] = ['org_admin', 'facilitator', 'viewer'];
const admins: readonly MemberActor[] = ['org_admin'];

/** Not granted: refused before any row is looked at. */
const refused: Rule = { allowed: nobody, otherwise: '42501' };
const readable = (allowed: readonly MemberActor[]): Rule => ({ allowed, otherwise: 'hidden' });
const insertable = (allowed: readonly MemberActor[]): Rule => ({ allowed, otherwise: '42501' });
const changeable = readable;

/** Every relation of schema public. A relation that is missing here fails the run, as does one that is gone. */
export const matrix: Record<string, Record<Command, Rule>> = {
  pf_organizations: { select: readable(members), insert: refused, update: changeable(admins), delete: refused },
  pf_profiles: {
    select: { ...readable(members), self: 'allowed' },
    insert: refused,
    update: { ...changeable(nobody), self: 'allowed' },
    delete: refused,
  },
  pf_permissions: {
    select: { allowed: members, otherwise: 'allowed' },
    insert: refused,
    update: refused,
    delete: refused,
  },
  pf_roles: {
    select: readable(members),
    insert: insertable(admins),
    update: changeable(admins),
    delete: changeable(admins),
  },
  pf_role_permissions: {
    select: readable(members),
    // Who does not hold the permission is refused by the guard against escalation, before row level security.
    insert: { ...insertable(admins), except: { powerless: 'PT403' }, outsiders: 'PT403' },
    update: refused,
    delete: changeable(admins),
  },
  pf_memberships: {
    select: readable(members),
    insert: refused,
    update: changeable(admins),
    delete: changeable(admins),
  },
  pf_invitations: {
    select: readable(['org_admin', 'viewer']),
    insert: refused,
    update: refused,
    delete: changeable(admins),
  },
  pf_domain_events: {
    select: readable(['org_admin', 'viewer']),
    insert: refused,
    update: refused,
    delete: refused,
  },
  pf_audit_log: { select: readable(['org_admin', 'viewer']), insert: refused, update: refused, delete: refused },
  // What a colleague is told is the colleague's; one's own can be marked as read.
  pf_notifications: {
    select: { ...readable(nobody), self: 'allowed', selfOutside: 'hidden' },
    insert: refused,
    update: { ...changeable(nobody), self: 'allowed', selfOutside: 'hidden' },
    delete: refused,
  },
  // The row that is inserted is always one's own: user_id cannot be sent.
  pf_notification_settings: {
    select: { ...readable(nobody), self: 'allowed', selfOutside: 'hidden' },
    insert: { ...insertable(members), self: 'allowed', selfOutside: '42501' },
    update: { ...changeable(nobody), self: 'allowed', selfOutside: 'hidden' },
    delete: refused,
  },
  pm_patients: {
    select: readable(viewers),
    insert: insertable(['org_admin', 'front_desk']),
    update: changeable(['org_admin', 'front_desk']),
    delete: refused,
  },
  pm_group_definitions: {
    select: readable(viewers),
    insert: insertable(admins),
    update: changeable(admins),
    delete: refused,
  },
  pm_group_activity_log: { select: readable(viewers), insert: refused, update: refused, delete: refused },
  pm_group_schedule: {
    select: readable(viewers),
    insert: insertable(['org_admin', 'facilitator']),
    update: changeable(['org_admin', 'facilitator']),
    delete: refused,
  },
  pm_group_enrollments: {
    select: readable(viewers),
    insert: insertable(['org_admin', 'front_desk']),
    update: changeable(['org_admin', 'front_desk']),
    delete: refused,
  },
  // Versions, deletion and the groups that use a set are functions.
  pm_question_sets: {
    select: readable(clinicians),
    insert: insertable(admins),
    update: changeable(admins),
    delete: refused,
  },
  pm_group_question_sets: { select: readable(clinicians), insert: refused, update: refused, delete: refused },
  pm_session_participants: { select: readable(clinicians), insert: refused, update: refused, delete: refused },
  pm_session_responses: { select: readable(clinicians), insert: refused, update: refused, delete: refused },
  pm_closed_days: {
    select: readable(viewers),
    insert: insertable(admins),
    update: changeable(admins),
    delete: changeable(admins),
  },
  // Made and changed by functions, together with the sessions; people may only say that a series is meant to end.
  pm_session_series: {
    select: readable(viewers),
    insert: refused,
    update: changeable(['org_admin', 'facilitator']),
    delete: refused,
  },
  // The row is a colleague's: nobody of the organization sees it but its owner.
  pm_calendar_feeds: {
    select: { ...readable(nobody), self: 'allowed', selfOutside: 'hidden' },
    insert: refused,
    update: refused,
    delete: refused,
  },
  pm_session_series_overview: {
    select: readable(viewers),
    // As for groups below.
    insert: { allowed: nobody, otherwise: '55000' },
    update: { allowed: nobody, otherwise: '55000' },
    delete: { allowed: nobody, otherwise: '55000' },
  },
  pm_group_overview: {
    select: { ...readable(viewers), withoutDeleted: true },
    // A view over several tables takes no writes at all; Postgres says so before it looks at privileges.
    insert: { allowed: nobody, otherwise: '55000' },
    update: { allowed: nobody, otherwise: '55000' },
    delete: { allowed: nobody, otherwise: '55000' },
  },
};

/** What the actor must meet. */
export function expectedOutcome(rule: Rule, actor: Actor, row: RowKind): Outcome {
  if (actor === 'service_role') return row === 'deleted' && rule.withoutDeleted ? 'hidden' : 'allowed';
  if (actor === 'anon') return rule.otherwise === '55000' ? '55000' : '42501';
  if (row === 'self') {
    const outside = standing(actor, row) === null ? rule.selfOutside : undefined;
    return outside ?? rule.self ?? rule.otherwise;
  }
  const role = standing(actor, row);
  if (role === null) return rule.outsiders ?? rule.otherwise;
  if (row === 'deleted') return rule.allowed.length > 0 ? 'hidden' : rule.otherwise;
  return rule.except?.[role] ?? (rule.allowed.includes(role) ? 'allowed' : rule.otherwise);
}
