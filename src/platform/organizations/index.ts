export { useAddClosedDays } from './api/add-closed-days';
export { type ClosedDay, type ClosedDaysRange, closedDaysQueryOptions } from './api/get-closed-days';
export { type Member, membersQueryOptions, useMembers } from './api/get-members';
export { type Membership, membershipsQueryOptions, useMemberships } from './api/get-memberships';
export {
  type CurrentOrganization,
  OrganizationContext,
  type OrganizationSettings,
  useOrganization,
} from './organization-context';
