export { type Member, membersQueryOptions, useMembers } from './api/get-members';
export { type Membership, membershipsQueryOptions, useMemberships } from './api/get-memberships';
export {
  type CurrentOrganization,
  OrganizationContext,
  type OrganizationSettings,
  useOrganization,
} from './organization-context';
